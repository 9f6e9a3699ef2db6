import { Alert, Grid } from 'antd'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { useSeasonMembers } from '../indicators/season'
import { Adjustments, TraceView } from '../indicators/TraceView'
import type { Season } from '../indicators/types'
import { DataTable } from '../ui/DataTable'
import { Panel } from '../ui/Facts'
import { Slopes } from '../ui/Slopes'
import { missing, places } from './moves'
import type { Change, Move, Replay } from './queries'
import styles from './Scrutiny.module.css'

/** Who moves and why. */
export function ReplayResult({ replay, season }: { replay: Replay; season: Season }) {
  const { t } = useI18n()
  const formats = useFormats()
  const wide = Grid.useBreakpoint().md !== false
  const members = useSeasonMembers(season)
  const name = (id: string) => members.data?.find((one) => one.unitId === id)?.unitName ?? '…'
  const lacking = missing(replay.units)
  const named = (list: Replay['onlyPast']) => list.map((one) => `${one.code} ${one.name}`).join('; ')
  return (
    <>
      <Panel title={t('replay.moves', { season: replay.past.seasonName })}>
        {wide && (
          <Slopes
            label={t('replay.moves', { season: replay.past.seasonName })}
            from={t('replay.by.past')}
            to={t('replay.by.tried')}
            rows={replay.units.map((unit) => ({
              key: unit.unitId,
              name: name(unit.unitId),
              from: unit.pastRank,
              to: unit.triedRank,
            }))}
            testId="replay-chart"
          />
        )}
        {replay.onlyTried.length > 0 && (
          <p data-testid="replay-only-tried">
            {t('replay.only.tried')} {named(replay.onlyTried)}
          </p>
        )}
        {replay.onlyPast.length > 0 && (
          <p data-testid="replay-only-past">
            {t('replay.only.past')} {named(replay.onlyPast)}
          </p>
        )}
        {replay.readOtherwise.length > 0 && (
          <p>
            {t('replay.otherwise')} {replay.readOtherwise.join(', ')}
          </p>
        )}
        {lacking.length > 0 && (
          <Alert
            type="warning"
            showIcon
            title={t('replay.missing', {
              list: lacking.map((one) => `${one.code} (${one.units})`).join(', '),
            })}
            data-testid="replay-missing"
          />
        )}
      </Panel>
      <DataTable<Move>
        list={{ rows: replay.units, failure: null, loadedAt: 0, retry: () => undefined }}
        label={t('replay.title')}
        testId="replay-table"
        rowKey={(unit) => unit.unitId}
        empty={{ title: t('replay.none') }}
        columns={[
          { key: 'unit', title: t('targets.unit'), phone: 'heading', show: (unit) => name(unit.unitId) },
          {
            key: 'rank',
            title: t('ranking.rank'),
            align: 'right',
            show: (unit) => `${unit.pastRank} → ${unit.triedRank} ${places(unit)}`,
          },
          {
            key: 'past',
            title: t('replay.by.past'),
            align: 'right',
            show: (unit) => formats.number(unit.pastTotal),
          },
          {
            key: 'tried',
            title: t('replay.by.tried'),
            align: 'right',
            show: (unit) => formats.number(unit.triedTotal),
          },
          {
            key: 'difference',
            title: t('replay.difference'),
            align: 'right',
            show: (unit) => <strong>{formats.difference(unit.difference)}</strong>,
          },
          {
            key: 'missing',
            title: t('replay.missing.column'),
            wrap: true,
            show: (unit) => unit.missing.join(', ') || '—',
          },
        ]}
        expand={(unit) => <Why unit={unit} />}
      />
    </>
  )
}

function Why({ unit }: { unit: Move }) {
  const { t } = useI18n()
  const formats = useFormats()
  return (
    <div data-testid={`replay-why-${unit.unitId}`}>
      {unit.changes.length === 0 && <p>{t('replay.unchanged')}</p>}
      {unit.changes.map((change) => (
        <details key={`${change.past?.code}-${change.tried?.code}`} className={styles.pair}>
          <summary>
            {change.name}: <strong>{formats.difference(change.points)}</strong>
          </summary>
          <div className={styles.sides}>
            <Side title={t('replay.by.past')} side={change.past} />
            <Side title={t('replay.by.tried')} side={change.tried} />
          </div>
        </details>
      ))}
      {unit.furtherChanges.count > 0 && (
        <p>
          {t('replay.further', {
            count: unit.furtherChanges.count,
            points: formats.difference(unit.furtherChanges.points),
          })}
        </p>
      )}
      {unit.adjusted !== 0 && (
        <>
          <p>{t('replay.adjusted', { points: formats.difference(unit.adjusted) })}</p>
          <div className={styles.sides}>
            <Adjustments adjustments={unit.pastAdjustments} />
            <Adjustments adjustments={unit.triedAdjustments} />
          </div>
        </>
      )}
    </div>
  )
}

function Side({ title, side }: { title: string; side: Change['past'] }) {
  const { t } = useI18n()
  const formats = useFormats()
  return (
    <section>
      <h4>{title}</h4>
      {side ? (
        <>
          <p>
            {side.code}:{' '}
            <strong>
              {side.points === null ? t(`score.state.${side.state}`) : formats.number(side.points)}
            </strong>{' '}
            / {formats.number(side.maximum)}
          </p>
          <TraceView trace={side.trace} indicatorId={null} noFact={side.state === 'NO_FACT'} />
        </>
      ) : (
        <p className={styles.quiet}>{t('replay.absent')}</p>
      )}
    </section>
  )
}
