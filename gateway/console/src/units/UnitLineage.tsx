import { Skeleton, Tag } from 'antd'
import { Link } from 'react-router'
import type { Lineage } from '../api/types'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { Panel } from '../ui/Facts'
import { Failed } from '../ui/Failed'
import { NotStated, ProvenanceMark } from '../ui/Provenance'
import { useLineage } from './queries'
import styles from './UnitLineage.module.css'

/** What a unit came out of and what it went into, each with its decision and day. */
export function UnitLineage({ id }: { id: string }) {
  const { t } = useI18n()
  const { data, error, refetch } = useLineage(id)
  if (!data) {
    return error ? (
      <Panel>
        <Failed failure={error} retry={() => refetch()} />
      </Panel>
    ) : (
      <Skeleton active />
    )
  }
  return (
    <div className={styles.columns}>
      <Side
        title={t('lineage.cameFrom')}
        nothing={t('lineage.cameFrom.none')}
        events={data.cameFrom}
        id={id}
        testId="lineage-from"
      />
      <Side
        title={t('lineage.wentInto')}
        nothing={t('lineage.wentInto.none')}
        events={data.wentInto}
        id={id}
        testId="lineage-into"
      />
    </div>
  )
}

interface SideProps {
  title: string
  nothing: string
  events: Lineage[]
  id: string
  testId: string
}

function Side({ title, nothing, events, id, testId }: SideProps) {
  const { t } = useI18n()
  const formats = useFormats()
  return (
    <Panel title={title} testId={testId}>
      {events.length === 0 ? (
        <p className={styles.quiet}>{nothing}</p>
      ) : (
        <ul className={styles.events}>
          {events.map((event) => (
            <li key={event.id} data-testid={`lineage-${event.kind}`}>
              <p className={styles.head}>
                <strong>{formats.date(event.effectiveFrom)}</strong>
                <Tag>{t(`lineage.kind.${event.kind}`)}</Tag>
                <ProvenanceMark provenance={event.provenance} source={event.source} />
              </p>
              <div className={styles.way}>
                <Units units={event.predecessors} id={id} />
                <span className={styles.arrow} aria-hidden="true">
                  →
                </span>
                <span className="heard">{t('lineage.became')}</span>
                {event.successors.length > 0 ? (
                  <Units units={event.successors} id={id} />
                ) : (
                  <span className={styles.quiet}>{t('lineage.nothing')}</span>
                )}
              </div>
              <p className={styles.quiet}>
                {t('lineage.decision')} {event.decision ?? <NotStated />}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

function Units({ units, id }: { units: Lineage['successors']; id: string }) {
  return (
    <ul>
      {units.map((unit) => (
        <li key={unit.unitId}>
          {unit.unitId === id ? (
            <strong>{unit.name}</strong>
          ) : (
            <Link to={`/units/${unit.unitId}`}>{unit.name}</Link>
          )}
        </li>
      ))}
    </ul>
  )
}
