import { Alert, Form, Input, InputNumber, Segmented, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useI18n } from '../app/i18n'
import { plain } from '../app/i18n/plain'
import { useFormats } from '../app/i18n/useFormats'
import { Panel } from '../ui/Facts'
import { Failed } from '../ui/Failed'
import filters from '../ui/Filters.module.css'
import { Nothing } from '../ui/Nothing'
import { PaperMenu } from '../ui/PaperMenu'
import { useDebounced } from '../ui/useDebounced'
import { AdoptedNumber } from './AdoptedNumber'
import styles from './Digest.module.css'
import { DigestAnswers } from './DigestAnswers'
import { DigestSeries } from './DigestSeries'
import { companionsOf, mainFirst } from './digest'
import { useDigest, useFigures } from './digestQueries'
import { PERIOD_KINDS } from './periods'
import { usePeriods } from './reportQueries'
import { SeasonFrame } from './SeasonFrame'
import type { PeriodKind, Season } from './types'

export function Digest() {
  return (
    <SeasonFrame section="digest">{(season) => <DigestOf key={season.id} season={season} />}</SeasonFrame>
  )
}

/** What the period of a cluster comes to: what was stated of the whole, what the members' numbers give, who leads. */
function DigestOf({ season }: { season: Season }) {
  const { t } = useI18n()
  const formats = useFormats()
  const [params, setParams] = useSearchParams()
  const asked = params.get('period') as PeriodKind | null
  const begun = usePeriods(season.id).data?.filter(({ state }) => state !== 'UPCOMING') ?? []
  const newest = begun.toSorted((a, b) => a.opensAt.localeCompare(b.opensAt)).at(-1)?.kind
  const period = [asked, newest].find((one) => one && PERIOD_KINDS.includes(one)) ?? 'H1'
  const [threshold, setThreshold] = useState<number | null>(
    params.get('threshold') === null ? null : Number(params.get('threshold')),
  )
  const settled = useDebounced(threshold, 400)
  const [words, setWords] = useState('')
  const digest = useDigest(season.id, period, settled)
  const figures = useFigures(season.id, period)
  const { data, error } = digest
  const found =
    data?.indicators.filter((one) => plain(`${one.code} ${one.name}`).includes(plain(words))) ?? []
  return (
    <>
      <div className={styles.bar}>
        <Segmented<PeriodKind>
          value={period}
          onChange={(next) => {
            params.set('period', next)
            setParams(params, { replace: true })
          }}
          options={PERIOD_KINDS.map((value) => ({
            value,
            label: <span data-testid={`digest-period-${value}`}>{t(`period.${value}`)}</span>,
          }))}
        />
        <Form.Item label={t('digest.threshold')} className={styles.threshold} htmlFor="digest-threshold">
          <InputNumber<number>
            id="digest-threshold"
            value={threshold}
            onChange={setThreshold}
            decimalSeparator={formats.number(1.5).slice(1, 2)}
            placeholder={t('digest.threshold.none')}
            data-testid="digest-threshold"
          />
        </Form.Item>
        <div className={filters.wide}>
          <Input
            allowClear
            value={words}
            onChange={(event) => setWords(event.target.value)}
            placeholder={t('digest.find')}
            aria-label={t('digest.find')}
            data-testid="digest-find"
          />
        </div>
        <PaperMenu
          label={t('digest.report')}
          path={`/api/v1/digests/report?seasonId=${season.id}&periodKind=${period}${
            settled === null ? '' : `&threshold=${settled}`
          }`}
          testId="digest-report"
        />
      </div>
      {!data ? (
        error ? (
          <Failed failure={error} retry={() => digest.refetch()} />
        ) : (
          <Skeleton active paragraph={{ rows: 10 }} />
        )
      ) : data.indicators.length === 0 ? (
        <Nothing title={t('digest.empty')} text={t('digest.empty.text')} />
      ) : (
        <div className={styles.all} data-testid="digest">
          {data.shown !== 'ALL' && (
            <Alert
              type="info"
              showIcon
              title={t(`digest.withheld.${data.shown}`)}
              data-testid="digest-withheld"
            />
          )}
          {figures.error && !figures.data && (
            <Alert type="warning" showIcon title={t('digest.quotes.missing')} />
          )}
          {found.length === 0 && <Nothing title={t('digest.find.none')} />}
          {found.map((one) => (
            <Panel
              key={one.indicatorId}
              title={one.name}
              aside={
                <span className={styles.aside}>
                  <span>{one.code}</span>
                  {one.direction === 'REDUCE' && <Tag>{t('digest.direction.REDUCE')}</Tag>}
                </span>
              }
              testId={`digest-${one.code}`}
            >
              {one.adopted && <AdoptedNumber adopted={one.adopted} />}
              {one.answered && <DigestAnswers name={one.name} code={one.code} answered={one.answered} />}
              {mainFirst(one.series).map((series) => (
                <DigestSeries
                  key={series.measure + series.unitOfMeasure}
                  name={one.name}
                  code={one.code}
                  series={series}
                  companions={companionsOf(one.series, series)}
                  quotes={figures.data ?? new Map()}
                  members={data.memberCount}
                />
              ))}
            </Panel>
          ))}
        </div>
      )}
    </>
  )
}
