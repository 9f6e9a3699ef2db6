import { EditOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { content, indicator } from '../api/client'
import { everyPage } from '../app/everyPage'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { LIVE } from '../app/queries'
import { Panel } from '../ui/Facts'
import { Failed } from '../ui/Failed'
import { RoleLock } from '../ui/RoleLock'
import { DecideAmendment } from './DecideAmendment'
import { ProposeAmendment } from './ProposeAmendment'
import type { SeasonRights } from './season'
import styles from './Targets.module.css'
import type { TargetIndicator } from './targets'
import type { Amendment, Member, Season, Target } from './types'
import { useWritten } from './useAnswers'

interface Props {
  season: Season
  units: Member[]
  indicators: TargetIndicator[]
  targets: Target[]
  rights: SeasonRights
  /** Why nobody may propose, if nobody may. */
  lock: string | null
}

const colours = { PROPOSED: 'processing', APPROVED: 'success', REFUSED: 'default' } as const

/** What became of frozen targets: who wanted what changed and why, and what was decided. */
export function Amendments(props: Props) {
  const { season, units, indicators, rights } = props
  const { t } = useI18n()
  const formats = useFormats()
  const [proposing, setProposing] = useState(false)
  const { data, error, refetch } = useQuery({
    queryKey: ['targets', 'amendments', season.id],
    queryFn: () =>
      everyPage((after) =>
        content(
          indicator.GET('/api/v1/targets/{seasonId}/amendments', {
            params: { path: { seasonId: season.id }, query: { after, limit: 200 } },
          }),
        ),
      ),
    ...LIVE,
  })
  const written = useWritten()
  const ofTarget = (one: Amendment) => indicators.find(({ id }) => id === one.indicatorId)
  const changed = (one: Amendment, field: 'assigned' | 'registered') =>
    one[field] !== one[`${field}Before`] && (
      <div>
        {t(`targets.${field}`)}: {written(one[`${field}Before`], ofTarget(one))} →{' '}
        <strong>{written(one[field], ofTarget(one))}</strong>
      </div>
    )
  return (
    <Panel
      title={t('amendments.title')}
      testId="amendments"
      aside={
        <RoleLock
          roles={['STANDING_OFFICER', 'ADMINISTRATOR', 'UNIT_OFFICER', 'UNIT_LEADER']}
          because={props.lock}
        >
          {(locked) => (
            <Button
              icon={<EditOutlined />}
              disabled={locked}
              onClick={() => setProposing(true)}
              data-testid="amendment-propose"
            >
              {t('amendments.propose')}
            </Button>
          )}
        </RoleLock>
      }
    >
      {error && !data ? (
        <Failed failure={error} retry={() => refetch()} />
      ) : data?.length === 0 ? (
        <p className={styles.quiet}>{t('amendments.none')}</p>
      ) : (
        <ul className={styles.amendments}>
          {data?.map((one) => (
            <li key={one.id} data-testid={`amendment-${one.status}`}>
              <div>
                <strong>{units.find((unit) => unit.unitId === one.unitId)?.unitName ?? '…'}</strong>
                <div>{indicators.find((other) => other.id === one.indicatorId)?.name ?? '…'}</div>
                {changed(one, 'assigned')}
                {changed(one, 'registered')}
                <ChangedPortions amendment={one} of={ofTarget(one)} />
                <ChangedItems amendment={one} />
              </div>
              <div>
                <Tag color={colours[one.status]}>{t(`amendments.status.${one.status}`)}</Tag>
                <span className={styles.quiet}>{formats.instant(one.decidedAt ?? one.proposedAt)}</span>
                <p>{t('amendments.because', { reason: one.reason })}</p>
                {one.refusedBecause && (
                  <p>{t('amendments.refusedBecause', { reason: one.refusedBecause })}</p>
                )}
              </div>
              {one.status === 'PROPOSED' && <DecideAmendment amendment={one} rights={rights} />}
            </li>
          ))}
        </ul>
      )}
      {proposing && <ProposeAmendment {...props} onClose={() => setProposing(false)} />}
    </Panel>
  )
}

/** Which portions of the year an amendment moves. */
function ChangedPortions({
  amendment,
  of: answered,
}: {
  amendment: Amendment
  of: TargetIndicator | undefined
}) {
  const { t } = useI18n()
  const written = useWritten()
  const number = (value: number | null | undefined) => written(value, answered)
  const of = (portions: Amendment['portions'], kind: 'H1' | 'M9') =>
    portions.find(({ periodKind }) => periodKind === kind)
  return (['H1', 'M9'] as const).flatMap((kind) =>
    (['assigned', 'registered'] as const).map((field) => {
      const before = of(amendment.portionsBefore, kind)?.[field]
      const after = of(amendment.portions, kind)?.[field]
      return number(before) === number(after) ? null : (
        <div key={kind + field} data-testid={`amendment-${kind}-${field}`}>
          {t(`period.${kind}`)}, {t(`targets.${field}`)}: {number(before)} → <strong>{number(after)}</strong>
        </div>
      )
    }),
  )
}

/** Which names an amendment takes off a list, and which it puts on. */
function ChangedItems({ amendment }: { amendment: Amendment }) {
  const { t } = useI18n()
  const off = amendment.itemsBefore.filter((name) => !amendment.items.includes(name))
  const on = amendment.items.filter((name) => !amendment.itemsBefore.includes(name))
  return (
    <>
      {off.length > 0 && <div>{t('amendments.items.off', { names: off.join(', ') })}</div>}
      {on.length > 0 && <div>{t('amendments.items.on', { names: on.join(', ') })}</div>}
    </>
  )
}
