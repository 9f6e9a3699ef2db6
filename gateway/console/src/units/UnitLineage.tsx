import { PlusOutlined } from '@ant-design/icons'
import { Button, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Lineage, Unit } from '../api/types'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { Panel } from '../ui/Facts'
import { Failed } from '../ui/Failed'
import { NotStated, ProvenanceMark } from '../ui/Provenance'
import { ReasonOfLock } from '../ui/ReasonOfLock'
import { LineageForm } from './LineageForm'
import { useLineage, useNow } from './queries'
import styles from './UnitLineage.module.css'

/** What a unit came out of, what it went into, each with its decision and day, and what it is now. */
export function UnitLineage({ unit, asOf }: { unit: Unit; asOf?: string }) {
  const { t } = useI18n()
  const { id } = unit
  const [recording, setRecording] = useState(false)
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
    <>
      <div className={styles.bar}>
        <ReasonOfLock ability="UNITS_WRITE">
          {(locked) => (
            <Button
              icon={<PlusOutlined />}
              disabled={locked}
              onClick={() => setRecording(true)}
              data-testid="lineage-record"
            >
              {t('lineage.record')}
            </Button>
          )}
        </ReasonOfLock>
      </div>
      <Now id={id} asOf={asOf} />
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
      {recording && <LineageForm unit={unit} onClose={() => setRecording(false)} />}
    </>
  )
}

/** What the unit of that day is now, through everything that happened since. */
function Now({ id, asOf }: { id: string; asOf?: string }) {
  const { t } = useI18n()
  const formats = useFormats()
  const { data, error, refetch } = useNow(id, asOf)
  if (data === null) return null
  if (data === undefined) {
    return error ? (
      <Panel>
        <Failed failure={error} retry={() => refetch()} />
      </Panel>
    ) : (
      <Skeleton active paragraph={{ rows: 1 }} />
    )
  }
  return (
    <Panel title={t('lineage.now', { date: formats.date(data.asOf) })} testId="lineage-now">
      {data.now.length === 0 ? (
        <p className={styles.quiet}>{t('lineage.now.none')}</p>
      ) : (
        <Units units={data.now} id={id} />
      )}
    </Panel>
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
