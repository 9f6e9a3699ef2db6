import { LockOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Select, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { content, ifMatch, indicator } from '../api/client'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { BeginFromExample } from '../scoresheets/BeginFromExample'
import { WorkbookMenu } from '../scoresheets/WorkbookMenu'
import { ButtonLink } from '../ui/ButtonLink'
import { Facts, Panel } from '../ui/Facts'
import { Failed } from '../ui/Failed'
import { Nothing } from '../ui/Nothing'
import { ProvenanceMark } from '../ui/Provenance'
import { RoleLock } from '../ui/RoleLock'
import { TypedConfirmation } from '../ui/TypedConfirmation'
import styles from './Scores.module.css'
import { SeasonFrame } from './SeasonFrame'
import { SheetTree } from './SheetTree'
import { useScoresheets } from './scoreQueries'
import type { Scoresheet as Sheet } from './scoreTypes'
import { useSeasonMembers, useSeasonRights } from './season'
import type { Season } from './types'
import { UnitScore } from './UnitScore'

export function Scoresheet() {
  return (
    <SeasonFrame section="scoresheet">{(season) => <SheetsOf key={season.id} season={season} />}</SeasonFrame>
  )
}

function SheetsOf({ season }: { season: Season }) {
  const { t } = useI18n()
  const formats = useFormats()
  const rights = useSeasonRights(season)
  const sheets = useScoresheets(season.id)
  const members = useSeasonMembers(season)
  const [params, setParams] = useSearchParams()
  const [freezing, setFreezing] = useState(false)
  if (!sheets.data) {
    return sheets.error ? (
      <Failed failure={sheets.error} retry={() => sheets.refetch()} />
    ) : (
      <Skeleton active paragraph={{ rows: 10 }} />
    )
  }
  const sheet = sheets.data.find((one) => one.id === params.get('sheet')) ?? sheets.data.at(-1)
  const lock = rights.whole ? null : t('lock.roles', { roles: t('role.STANDING_OFFICER') })
  const taken = (id: string) => setParams({ sheet: id }, { replace: true })
  const files = (
    <>
      <WorkbookMenu
        seasonId={season.id}
        sheet={sheet ?? null}
        sheets={sheets.data}
        lock={lock}
        onTaken={taken}
      />
      {rights.whole && <BeginFromExample seasonId={season.id} onTaken={taken} />}
    </>
  )
  const design = `/seasons/${season.id}/scoresheet/design`
  if (!sheet) {
    return (
      <>
        <div className={styles.bar}>{files}</div>
        <Nothing title={t('sheet.empty')} text={t('sheet.empty.text')}>
          {rights.whole && (
            <ButtonLink to={design} type="primary" data-testid="scoresheet-new">
              {t('design.new')}
            </ButtonLink>
          )}
        </Nothing>
      </>
    )
  }
  const unitId = params.get('unit')
  const own = members.data?.find((member) => rights.own(member.unitId))?.unitId ?? null
  const choose = (name: string, value: string | null) => {
    if (value) params.set(name, value)
    else params.delete(name)
    setParams(params, { replace: true })
  }
  return (
    <>
      <div className={styles.bar}>
        {sheets.data.length > 1 && (
          <Select
            value={sheet.id}
            onChange={(id) => choose('sheet', id)}
            options={sheets.data.map((one) => ({
              value: one.id,
              label: `${one.title} · ${t('sheet.edition', { n: one.edition })}`,
            }))}
            aria-label={t('sheet.pick')}
            data-testid="scoresheet-pick"
          />
        )}
        <Select
          className={styles.unit}
          allowClear
          value={unitId ?? undefined}
          onChange={(id: string | undefined) => choose('unit', id ?? null)}
          placeholder={t('score.unit')}
          disabled={sheet.status !== 'FROZEN'}
          options={[...new Map(members.data?.map((one) => [one.unitId, one])).values()].map((member) => ({
            value: member.unitId,
            label: member.unitName,
          }))}
          aria-label={t('score.unit')}
          data-testid="score-unit"
        />
        {own && unitId !== own && sheet.status === 'FROZEN' && (
          <Button onClick={() => choose('unit', own)} data-testid="score-own">
            {t('score.own')}
          </Button>
        )}
        <span className={styles.grow} />
        {files}
        {rights.verifies && sheet.status === 'FROZEN' && (
          <ButtonLink
            to={`/seasons/${season.id}/scoresheet/assessment?sheet=${sheet.id}`}
            data-testid="scoresheet-assess"
          >
            {t('assess.open')}
          </ButtonLink>
        )}
        {rights.whole && (
          <>
            <ButtonLink to={design} data-testid="scoresheet-new">
              {t('design.new')}
            </ButtonLink>
            <ButtonLink to={`${design}?from=${sheet.id}`} data-testid="scoresheet-other-period">
              {t('design.otherPeriod')}
            </ButtonLink>
            {sheet.status === 'DRAFT' && (
              <ButtonLink to={`${design}?sheet=${sheet.id}`} type="primary" data-testid="scoresheet-design">
                {t('design.open')}
              </ButtonLink>
            )}
          </>
        )}
        {rights.whole && (
          <ButtonLink
            to={`/seasons/${season.id}/scoresheet/replay?sheet=${sheet.id}`}
            data-testid="scoresheet-replay"
          >
            {t('replay.open')}
          </ButtonLink>
        )}
        {sheet.status === 'DRAFT' && (
          <RoleLock roles={['ADMINISTRATOR', 'STANDING_OFFICER']}>
            {(locked) => (
              <Button
                type="primary"
                icon={<LockOutlined />}
                disabled={locked}
                onClick={() => setFreezing(true)}
                data-testid="scoresheet-freeze"
              >
                {t('sheet.freeze')}
              </Button>
            )}
          </RoleLock>
        )}
      </div>
      <Panel
        title={sheet.title}
        aside={
          <span className={styles.marks}>
            <Tag
              color={sheet.status === 'FROZEN' ? 'success' : 'default'}
              data-testid={`sheet-${sheet.status}`}
            >
              {t(`sheet.status.${sheet.status}`)}
            </Tag>
            <ProvenanceMark provenance={sheet.provenance} source={sheet.source} />
          </span>
        }
        testId="scoresheet"
      >
        <Facts
          items={[
            { label: t('sheet.maximum'), value: formats.number(sheet.maximum) },
            {
              label: t('sheet.rounding'),
              value: t(`sheet.rounding.${sheet.rounding.at ?? 'CRITERION'}`, {
                scale: sheet.rounding.scale,
                mode: t(`sheet.mode.${sheet.rounding.mode}`),
              }),
            },
            { label: t('sheet.plan'), value: t(`sheet.plan.${sheet.plan ?? 'REGISTERED_ELSE_ASSIGNED'}`) },
            { label: t('sheet.bonus'), value: t(`sheet.bonus.${sheet.bonus ?? 'INSIDE'}`) },
            {
              label: t('sheet.notApplicable'),
              value: t(`sheet.notApplicable.${sheet.notApplicable ?? 'EXCLUDE'}`),
            },
            ...(sheet.unmatched
              ? [{ label: t('sheet.unmatched'), value: t(`sheet.unmatched.${sheet.unmatched}`) }]
              : []),
            {
              label: t('sheet.frozenAt'),
              value: sheet.frozenAt
                ? `${formats.instant(sheet.frozenAt)} · ${sheet.sha256?.slice(0, 12)}…`
                : '—',
            },
          ]}
        />
      </Panel>
      <div className={styles.below}>
        {unitId && sheet.status === 'FROZEN' ? (
          <UnitScore key={sheet.id + unitId} sheet={sheet} season={season} unitId={unitId} />
        ) : (
          <SheetTree sheet={sheet} />
        )}
      </div>
      {freezing && <FreezeSheet sheet={sheet} onClose={() => setFreezing(false)} />}
    </>
  )
}

function FreezeSheet({ sheet, onClose }: { sheet: Sheet; onClose(): void }) {
  const { t } = useI18n()
  const queries = useQueryClient()
  return (
    <TypedConfirmation
      title={t('sheet.freeze.title')}
      okLabel={t('sheet.freeze')}
      onClose={onClose}
      onConfirm={async (headers) => {
        await content(
          indicator.POST('/api/v1/scoresheets/{id}/freeze', {
            params: { path: { id: sheet.id } },
            headers: { ...headers, ...ifMatch(sheet.version) },
          }),
        )
        queries.invalidateQueries({ queryKey: ['scoresheets'] })
      }}
    >
      <p>{t('sheet.freeze.text')}</p>
    </TypedConfirmation>
  )
}
