import { CheckCircleFilled, ClockCircleOutlined, ExclamationCircleFilled } from '@ant-design/icons'
import { Skeleton } from 'antd'
import { Link } from 'react-router'
import type { Due, Season } from '../api/types'
import { type PlainKey, useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { Panel } from '../ui/Facts'
import { Failed } from '../ui/Failed'
import { UnverifiedMark } from '../ui/Provenance'
import styles from './DuePanel.module.css'
import { useDue } from './queries'

/** What is due in the season, what is done and what is late. Of a season recorded afterwards nothing is due. */
export function DuePanel({ season }: { season: Season }) {
  const { t } = useI18n()
  const { data, error, refetch } = useDue(season.id)
  return (
    <Panel
      title={t('due.title')}
      testId="season-due"
      aside={data?.items.some((due) => due.dueOn && !due.verified) && <UnverifiedMark />}
    >
      {!data ? (
        error ? (
          <Failed failure={error} retry={() => refetch()} />
        ) : (
          <Skeleton active title={false} />
        )
      ) : data.items.length === 0 ? (
        <p className={styles.quiet} data-testid="due-none">
          {t(season.mode === 'RECORDED' ? 'due.recorded' : 'due.none')}
        </p>
      ) : (
        <ul className={styles.list}>
          {data.items.map((due) => (
            <Item key={`${due.code} ${due.id} ${due.dueOn}`} due={due} seasonId={season.id} />
          ))}
        </ul>
      )}
    </Panel>
  )
}

const icons = {
  DONE: <CheckCircleFilled aria-hidden />,
  DUE: <ClockCircleOutlined aria-hidden />,
  LATE: <ExclamationCircleFilled aria-hidden />,
}

/** What the service may name; a code it learns later is shown by its title, or as it is. */
const known: Record<string, PlainKey> = {
  HEAD_SET: 'due.HEAD_SET',
  REGULATION_ADOPTED: 'due.REGULATION_ADOPTED',
  PLAN_ADOPTED: 'due.PLAN_ADOPTED',
  COMPACT_SIGNED: 'due.COMPACT_SIGNED',
  MID_YEAR_HELD: 'due.MID_YEAR_HELD',
  YEAR_END_HELD: 'due.YEAR_END_HELD',
  LEADER_ELECTED: 'due.LEADER_ELECTED',
  KEY_TASK: 'due.KEY_TASK',
  FINDING_REMEDY: 'due.FINDING_REMEDY',
  FINDING_CLOSE: 'due.FINDING_CLOSE',
  MOVEMENT_CLOSE: 'due.MOVEMENT_CLOSE',
  MOVEMENT_REVIEW: 'due.MOVEMENT_REVIEW',
}

/** The part of the season's page where each is done. */
const places: Record<string, 'compact' | 'tasks' | 'inspections' | 'conferences' | 'movements'> = {
  COMPACT_SIGNED: 'compact',
  PLAN_ADOPTED: 'conferences',
  MID_YEAR_HELD: 'conferences',
  YEAR_END_HELD: 'conferences',
  LEADER_ELECTED: 'conferences',
  KEY_TASK: 'tasks',
  FINDING_REMEDY: 'inspections',
  FINDING_CLOSE: 'inspections',
  MOVEMENT_CLOSE: 'movements',
  MOVEMENT_REVIEW: 'movements',
}

function Item({ due, seasonId }: { due: Due; seasonId: string }) {
  const { t } = useI18n()
  const formats = useFormats()
  const key = known[due.code]
  const place = places[due.code]
  const words = key ? t(key) : (due.title ?? due.code)
  return (
    <li className={styles.item} data-state={due.state} data-testid={`due-${due.code}`}>
      {icons[due.state]}
      <div>
        <div className={styles.what}>
          {place ? <Link to={`/seasons/${seasonId}?tab=${place}`}>{words}</Link> : words}
        </div>
        {key && due.title && <div className={styles.quiet}>{due.title}</div>}
        {due.source && <div className={styles.quiet}>{due.source}</div>}
      </div>
      <div className={styles.when}>
        {t(`due.state.${due.state}`)}
        {due.doneOn ? (
          <div className={styles.quiet}>{formats.date(due.doneOn)}</div>
        ) : (
          due.dueOn && <div className={styles.quiet}>{t('due.by', { date: formats.date(due.dueOn) })}</div>
        )}
      </div>
    </li>
  )
}
