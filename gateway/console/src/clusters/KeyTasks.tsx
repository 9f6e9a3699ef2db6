import { PlusOutlined } from '@ant-design/icons'
import { Button, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { KeyTask, Season } from '../api/types'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { Panel } from '../ui/Facts'
import { Failed } from '../ui/Failed'
import { Nothing } from '../ui/Nothing'
import { ProvenanceMark } from '../ui/Provenance'
import { Lock } from '../ui/ReasonOfLock'
import styles from './Clusters.module.css'
import { KeyTaskForm, ReviewForm } from './KeyTaskForms'
import { outcomeColours, TASK_KINDS } from './kinds'
import { useKeyTasks } from './queries'
import { useSeasonLock } from './rights'

/** What the cluster set itself, was told from above or asked for, and what each later conference found of it. */
export function KeyTasks({ season }: { season: Season }) {
  const { t } = useI18n()
  const lock = useSeasonLock(season)
  const [adding, setAdding] = useState(false)
  const [reviewing, setReviewing] = useState<KeyTask | null>(null)
  const { data, error, refetch } = useKeyTasks(season.id)
  return (
    <div className={styles.stack}>
      <div>
        <Lock reason={lock}>
          {(locked) => (
            <Button
              icon={<PlusOutlined />}
              disabled={locked}
              onClick={() => setAdding(true)}
              data-testid="task-create"
            >
              {t('tasks.create')}
            </Button>
          )}
        </Lock>
      </div>
      {!data ? (
        error ? (
          <Panel>
            <Failed failure={error} retry={() => refetch()} />
          </Panel>
        ) : (
          <Skeleton active />
        )
      ) : data.length === 0 ? (
        <Panel>
          <Nothing title={t('tasks.empty')} text={t('tasks.empty.text')} />
        </Panel>
      ) : (
        TASK_KINDS.filter((kind) => data.some((task) => task.kind === kind)).map((kind) => (
          <Panel key={kind} title={t(`tasks.kind.${kind}.many`)} testId={`tasks-${kind}`}>
            <ul className={styles.list}>
              {data
                .filter((task) => task.kind === kind)
                .map((task) => (
                  <Task key={task.id} task={task} season={season} onReview={() => setReviewing(task)} />
                ))}
            </ul>
          </Panel>
        ))
      )}
      {adding && <KeyTaskForm season={season} onClose={() => setAdding(false)} />}
      {reviewing && <ReviewForm season={season} task={reviewing} onClose={() => setReviewing(null)} />}
    </div>
  )
}

function Task({ task, season, onReview }: { task: KeyTask; season: Season; onReview(): void }) {
  const { t } = useI18n()
  const formats = useFormats()
  const lock = useSeasonLock(season)
  return (
    <li data-testid={`task-${task.id}`}>
      <div className={styles.between}>
        <p className={styles.text}>{task.text}</p>
        <ProvenanceMark provenance={task.provenance} source={task.source} />
      </div>
      <p className={styles.quiet}>
        {[
          task.givenBy && t('tasks.givenBy', { by: task.givenBy }),
          task.ownerUnitName && t('tasks.owner', { unit: task.ownerUnitName }),
          task.dueOn && t('due.by', { date: formats.date(task.dueOn) }),
        ]
          .filter(Boolean)
          .join(' · ')}
        {task.conferenceId && (
          <>
            {' '}
            <Link to={`/conferences/${task.conferenceId}`}>{t('tasks.from')}</Link>
          </>
        )}
      </p>
      {task.reviews.map((review) => (
        <p key={review.id} className={styles.review} data-testid={`review-${review.outcome}`}>
          <Tag color={outcomeColours[review.outcome]}>{t(`tasks.outcome.${review.outcome}`)}</Tag>
          <Link to={`/conferences/${review.conferenceId}`}>
            {t('conferences.on', { date: formats.date(review.heldOn) })}
          </Link>
          {review.note && <span>{review.note}</span>}
        </p>
      ))}
      <Lock reason={lock}>
        {(locked) => (
          <Button
            size="small"
            type="link"
            className={styles.inline}
            disabled={locked}
            onClick={onReview}
            data-testid={`task-review-${task.id}`}
          >
            {t('tasks.review')}
          </Button>
        )}
      </Lock>
    </li>
  )
}
