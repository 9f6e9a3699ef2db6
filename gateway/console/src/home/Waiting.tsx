import {
  AimOutlined,
  AuditOutlined,
  EditOutlined,
  FlagOutlined,
  FormOutlined,
  RightOutlined,
  TrophyOutlined,
} from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import type { IndicatorTask, Task } from '../api/types'
import { useI18n } from '../app/i18n'
import { today } from '../app/i18n/dates'
import { useFormats } from '../app/i18n/useFormats'
import type { AwardTask } from '../awards/types'
import { useReports } from '../indicators/reportQueries'
import { Panel } from '../ui/Facts'
import { Failed } from '../ui/Failed'
import { placeOf, placeOfAward, placeOfIndicators, useAwardTasks, useIndicatorTasks, useTasks } from './tasks'
import styles from './Waiting.module.css'

const icons: Record<string, ReactNode> = {
  COMPACT_SIGN: <EditOutlined aria-hidden />,
  BALLOT_CAST: <AuditOutlined aria-hidden />,
  DRAFT_VOTE: <AuditOutlined aria-hidden />,
  DRAFT_COMMENT: <FormOutlined aria-hidden />,
  REPORT_SUBMIT: <FormOutlined aria-hidden />,
  REPORT_RETURNED: <FormOutlined aria-hidden />,
}
/** What is due later than this is for another day. */
const SOON_DAYS = 31

/** What the person has to do now, first thing on the page; what is due much later is one press away. */
export function Waiting() {
  const { t } = useI18n()
  const { data, error, refetch } = useTasks()
  const indicators = useIndicatorTasks()
  const awards = useAwardTasks()
  const [all, setAll] = useState(false)
  const horizon = new Date(Date.parse(today()) + SOON_DAYS * 86_400_000).toISOString().slice(0, 10)
  const soon = data?.filter((task) => !task.dueOn || task.dueOn <= horizon) ?? []
  const later = (data?.length ?? 0) - soon.length
  return (
    <Panel title={t('home.waiting')} testId="home-waiting">
      {data ? (
        <>
          {soon.length === 0 && indicators.data?.length === 0 && awards.data?.length === 0 && (
            <p className={styles.about}>{t('home.waiting.none')}</p>
          )}
          <ul className={styles.calls}>
            {(all ? data : soon).map((task) => (
              <Call
                key={`${task.code} ${task.unitId} ${task.seasonId} ${task.aboutId} ${task.dueOn}`}
                task={task}
              />
            ))}
            {indicators.data?.map((task) => (
              <Turn
                key={`${task.code} ${task.unitId} ${task.seasonId} ${task.aboutId}`}
                task={task}
                season={[task.clusterName, task.seasonName].filter(Boolean).join(', ')}
                to={placeOfIndicators(task)}
                icon={<AimOutlined aria-hidden />}
              />
            ))}
            {awards.data?.map((task) => (
              <Turn
                key={`${task.code} ${task.unitId} ${task.seasonId} ${task.title} ${task.aboutId}`}
                task={task}
                season={task.seasonName}
                to={placeOfAward(task)}
                icon={<TrophyOutlined aria-hidden />}
              />
            ))}
          </ul>
          {indicators.error && !indicators.data && (
            <Failed failure={indicators.error} retry={() => indicators.refetch()} />
          )}
          {awards.error && !awards.data && <Failed failure={awards.error} retry={() => awards.refetch()} />}
          {later > 0 && (
            <Button
              type="link"
              className={styles.later}
              onClick={() => setAll(!all)}
              data-testid="waiting-later"
            >
              {all ? t('home.waiting.fewer') : t('home.waiting.later', { n: later })}
            </Button>
          )}
        </>
      ) : error ? (
        <Failed failure={error} retry={() => refetch()} />
      ) : (
        <Skeleton active title={false} paragraph={{ rows: 2 }} />
      )}
    </Panel>
  )
}

/** Something that has no day, and of which several may wait together. */
function Turn(props: {
  task: IndicatorTask | AwardTask
  season: string | null
  to: string
  icon: ReactNode
}) {
  const { task, season, to, icon } = props
  const { t } = useI18n()
  return (
    <li>
      <Link to={to} className={styles.call} data-testid={`waiting-${task.code}`}>
        <span className={styles.icon}>{icon}</span>
        <span>
          <span className={styles.words}>
            {t(`task.${task.code}`, { n: task.count, title: task.title ?? '' })}
          </span>
          <span className={styles.about}>
            {task.unitName}
            {season && ` · ${season}`}
          </span>
        </span>
        <RightOutlined aria-hidden />
      </Link>
    </li>
  )
}

const REPORTS = ['REPORT_SUBMIT', 'REPORT_RETURNED']

/** How much of the report is there already. */
function Filled({ periodId, unitId }: { periodId: string; unitId: string }) {
  const { t } = useI18n()
  const line = useReports(periodId).data?.find((one) => one.unitId === unitId)
  return (
    line && (
      <span className={styles.about} data-testid="waiting-filled">
        {t('report.count', { n: line.filled, m: line.total })}
      </span>
    )
  )
}

/** Days from today until the due day, where there are few of them. */
function daysLeft({ dueOn, late }: Task): number | null {
  if (!dueOn || late) return null
  const days = Math.round((Date.parse(dueOn) - Date.parse(today())) / 86_400_000)
  return days >= 0 && days <= SOON_DAYS ? days : null
}

function Call({ task }: { task: Task }) {
  const { t } = useI18n()
  const formats = useFormats()
  const soon = daysLeft(task)
  return (
    <li>
      <Link to={placeOf(task)} className={styles.call} data-testid={`waiting-${task.code}`}>
        <span className={styles.icon}>{icons[task.code] ?? <FlagOutlined aria-hidden />}</span>
        <span>
          <span className={styles.words}>
            {task.text}
            {task.dueOn && (
              <span className={task.late ? styles.late : styles.due}>
                {t(task.late ? 'home.waiting.late' : 'home.waiting.by', { time: formats.date(task.dueOn) })}
                {soon !== null && `, ${t('home.waiting.left', { days: soon })}`}
              </span>
            )}
          </span>
          {task.aboutId && REPORTS.includes(task.code) && (
            <Filled periodId={task.aboutId} unitId={task.unitId} />
          )}
          <span className={styles.about}>
            {task.unitName}
            {task.seasonId && ` · ${task.clusterName}, ${task.seasonName}`}
          </span>
        </span>
        <RightOutlined aria-hidden />
      </Link>
    </li>
  )
}
