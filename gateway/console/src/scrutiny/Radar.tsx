import { Alert, InputNumber, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { type PlainKey, useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { SeasonFrame } from '../indicators/SeasonFrame'
import { useSeasonMembers } from '../indicators/season'
import type { Season } from '../indicators/types'
import { Bars } from '../ui/Bars'
import { Panel } from '../ui/Facts'
import { Failed } from '../ui/Failed'
import { Nothing } from '../ui/Nothing'
import { Trends } from '../ui/Trends'
import { UnitName } from '../ui/UnitName'
import { useDebounced } from '../ui/useDebounced'
import { CopiedFiles } from './CopiedFiles'
import { type Thresholds, useRadar } from './queries'
import { ByUnit } from './RadarTables'
import styles from './Scrutiny.module.css'
import { trends } from './trend'

export function Radar() {
  return <SeasonFrame section="radar">{(season) => <RadarOf key={season.id} season={season} />}</SeasonFrame>
}

const SETTINGS: Record<keyof Thresholds, { label: PlainKey; least: number; most: number }> = {
  selfAbove: { label: 'radar.setting.selfAbove', least: 0, most: 1000 },
  corrected: { label: 'radar.setting.corrected', least: 0, most: 100 },
  fullMarks: { label: 'radar.setting.fullMarks', least: 0, most: 100 },
  sameUnits: { label: 'radar.setting.sameUnits', least: 2, most: 1000 },
  copies: { label: 'radar.setting.copies', least: 2, most: 1000 },
}

/** What stands out in a season, each line with the way to what it was computed from. */
function RadarOf({ season }: { season: Season }) {
  const { t } = useI18n()
  const formats = useFormats()
  const members = useSeasonMembers(season)
  const [asked, setAsked] = useState<Partial<Thresholds>>({})
  const { data, error, refetch } = useRadar(season.id, useDebounced(asked, 400))
  if (!data) return error ? <Failed failure={error} retry={() => refetch()} /> : <Skeleton active />
  const name = (id: string) => members.data?.find((one) => one.unitId === id)?.unitName ?? '…'
  const now = data.selfGaps.filter((gap) => gap.seasonId === season.id)
  const before = data.selfGaps.filter((gap) => gap.seasonId !== season.id)
  const score = (unitId: string) =>
    `/seasons/${season.id}/scoresheet?sheet=${data.scoresheetId}&unit=${unitId}`
  return (
    <div className={styles.all} data-testid="radar">
      <Alert type="info" showIcon title={t('radar.note')} />
      <div className={styles.bar}>
        {(Object.keys(SETTINGS) as (keyof Thresholds)[]).map((key) => (
          <label key={key} htmlFor={`radar-${key}`}>
            {t(SETTINGS[key].label)}
            <InputNumber<number>
              id={`radar-${key}`}
              min={SETTINGS[key].least}
              max={SETTINGS[key].most}
              precision={0}
              value={asked[key] ?? data.thresholds[key]}
              onChange={(value) => setAsked({ ...asked, [key]: value ?? undefined })}
              data-testid={`radar-${key}`}
            />
          </label>
        ))}
      </div>
      {data.rankingId === null && <Alert type="warning" showIcon title={t('radar.notRanked')} />}
      <Panel title={t('radar.self')} testId="radar-self">
        {now.length === 0 ? (
          <Nothing title={t('radar.self.empty')} />
        ) : (
          <Bars
            label={t('radar.self')}
            testId="radar-self-chart"
            line={{
              value: data.thresholds.selfAbove,
              words: `${formats.number(data.thresholds.selfAbove)} %`,
            }}
            rows={now
              .filter((gap) => gap.percent !== null)
              .map((gap) => ({
                key: gap.unitId,
                name: name(gap.unitId),
                value: gap.percent as number,
                words: `${formats.difference(gap.percent as number)} %`,
                quiet: !gap.hint,
              }))}
          />
        )}
        {now.length > 0 && (
          <ByUnit
            rows={now.map((gap) => ({
              unitId: gap.unitId,
              words: t('radar.self.words', {
                self: formats.number(gap.self),
                found: formats.number(gap.found),
                criteria: gap.criteria,
              }),
              to: `/seasons/${gap.seasonId}/scoresheet?sheet=${gap.scoresheetId}&unit=${gap.unitId}`,
              hint: gap.hint,
            }))}
            name={name}
            testId="radar-self-table"
          />
        )}
        {before.length > 0 && (
          <>
            <h4>{t('radar.self.before')}</h4>
            <Trends
              label={t('radar.self.before')}
              rows={trends(data.selfGaps).map((trend) => ({
                key: trend.unitId,
                name: name(trend.unitId),
                points: trend.points,
                strong: trend.hint,
              }))}
              words={(value) => `${formats.difference(value)} %`}
              line={{
                value: data.thresholds.selfAbove,
                words: t('radar.self.line', { percent: formats.number(data.thresholds.selfAbove) }),
              }}
              testId="radar-self-trend"
            />
            <details>
              <summary>{t('radar.self.list')}</summary>
              <ul className={styles.uses} data-testid="radar-self-before">
                {before.map((gap) => (
                  <li key={`${gap.seasonId}${gap.unitId}`}>
                    {gap.seasonName}: <UnitName id={gap.unitId} />{' '}
                    <Link
                      to={`/seasons/${gap.seasonId}/scoresheet?sheet=${gap.scoresheetId}&unit=${gap.unitId}`}
                    >
                      {gap.percent === null ? '—' : `${formats.difference(gap.percent)} %`}
                    </Link>{' '}
                    {gap.hint && <Tag color="warning">{t('radar.hint')}</Tag>}
                  </li>
                ))}
              </ul>
            </details>
          </>
        )}
      </Panel>
      <Panel title={t('radar.corrected')} testId="radar-corrected">
        <ByUnit
          rows={data.corrections.map((one) => ({
            unitId: one.unitId,
            words: t('radar.corrected.words', {
              worse: one.worse,
              examined: one.examined,
              percent: formats.number(one.percent),
            }),
            to: `/reports/${one.reportId}`,
            hint: one.hint,
          }))}
          name={name}
          testId="radar-corrected-table"
        />
      </Panel>
      {data.rankingId !== null && (
        <>
          <Panel title={t('radar.full')} testId="radar-full">
            <ByUnit
              rows={data.fullMarks.map((one) => ({
                unitId: one.unitId,
                words: t('radar.full.words', {
                  full: one.full,
                  criteria: one.criteria,
                  percent: formats.number(one.percent),
                }),
                to: score(one.unitId),
                hint: one.hint,
              }))}
              name={name}
              testId="radar-full-table"
            />
          </Panel>
          <Panel title={t('radar.same')} testId="radar-same">
            {data.samePoints.length === 0 && <p>{t('radar.none')}</p>}
            <ul className={styles.uses}>
              {data.samePoints.map((one) => (
                <li key={`${one.criterionCode} ${one.maximum}`}>
                  <Link to={`/seasons/${season.id}/ranking?ranking=${data.rankingId}`}>
                    {one.criterionCode}
                  </Link>{' '}
                  {t('radar.same.words', {
                    units: one.units,
                    points: formats.number(one.points),
                    maximum: formats.number(one.maximum),
                  })}
                </li>
              ))}
            </ul>
          </Panel>
        </>
      )}
      <CopiedFiles files={data.copiedFiles} name={name} />
    </div>
  )
}
