import { PlusOutlined } from '@ant-design/icons'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Minutes, Season } from '../api/types'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import styles from '../clusters/Clusters.module.css'
import { ResolutionForm } from '../clusters/ConferenceLists'
import { KeyTaskForm } from '../clusters/KeyTaskForms'
import { type Outcome, outcomeColours } from '../clusters/kinds'
import { useConferenceLock } from '../clusters/rights'
import { Panel } from '../ui/Facts'
import { Lock } from '../ui/ReasonOfLock'

type Resolution = Minutes['resolutions'][number]

/** What the meeting resolved, and what came of it. */
export function Resolutions({ conference, seasons }: { conference: Minutes; seasons: Season[] }) {
  const { t } = useI18n()
  const lock = useConferenceLock(seasons)
  const [adding, setAdding] = useState(false)
  const [giving, setGiving] = useState<Resolution | null>(null)
  const of = (resolution: Resolution) =>
    resolution.seasonId ? seasons.find((season) => season.id === resolution.seasonId) : seasons[0]
  const season = giving && of(giving)
  return (
    <Panel
      title={t('resolutions.title')}
      testId="resolutions"
      aside={
        <Lock reason={lock}>
          {(locked) => (
            <Button
              size="small"
              icon={<PlusOutlined />}
              disabled={locked}
              onClick={() => setAdding(true)}
              data-testid="resolution-add"
            >
              {t('resolutions.add')}
            </Button>
          )}
        </Lock>
      }
    >
      {conference.resolutions.length === 0 ? (
        <p className={styles.quiet}>{t('resolutions.empty')}</p>
      ) : (
        <ul className={styles.list}>
          {conference.resolutions.map((resolution) => (
            <li key={resolution.id}>
              <p className={styles.text}>{resolution.text}</p>
              {resolution.seasonId && of(resolution) && (
                <Link to={`/seasons/${resolution.seasonId}`} className={styles.quiet}>
                  {t('seasons.named', { name: of(resolution)?.name ?? '' })}
                </Link>
              )}
              {resolution.tasks.map((task) => (
                <Came key={task.keyTaskId} task={task} />
              ))}
              {of(resolution) && (
                <Lock reason={lock}>
                  {(locked) => (
                    <Button
                      size="small"
                      type="link"
                      disabled={locked}
                      onClick={() => setGiving(resolution)}
                      data-testid="resolution-task"
                    >
                      {t('resolutions.give')}
                    </Button>
                  )}
                </Lock>
              )}
            </li>
          ))}
        </ul>
      )}
      {adding && <ResolutionForm conference={conference} onClose={() => setAdding(false)} />}
      {giving && season && (
        <KeyTaskForm
          season={season}
          resolution={{ id: giving.id, conferenceId: conference.id, text: giving.text }}
          onClose={() => setGiving(null)}
        />
      )}
    </Panel>
  )
}

function Came({ task }: { task: Resolution['tasks'][number] }) {
  const { t } = useI18n()
  const formats = useFormats()
  const outcome = task.outcome as Outcome | null
  return (
    <p className={styles.marks} data-testid={`resolution-came-${task.keyTaskId}`}>
      <Tag color={outcome ? outcomeColours[outcome] : 'processing'}>
        {outcome ? t(`tasks.outcome.${outcome}`) : t('resolutions.given')}
      </Tag>
      <Link to={`/seasons/${task.seasonId}`}>{task.text}</Link>
      <span className={styles.quiet}>
        {[task.ownerUnitName, task.dueOn && formats.date(task.dueOn)].filter(Boolean).join(' · ')}
      </span>
    </p>
  )
}
