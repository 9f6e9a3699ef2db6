import { Button, Tag } from 'antd'
import { useState } from 'react'
import type { DraftComment } from '../api/types'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import clusters from '../clusters/Clusters.module.css'
import { Lock } from '../ui/ReasonOfLock'
import { type Answer, AnswerForm } from './AnswerForm'
import styles from './Comments.module.css'

const colours = { ACCEPTED: 'success', PARTLY: 'processing', DECLINED: 'default' } as const

interface Props {
  comment: DraftComment
  /** Null where no answer is taken any more. */
  answer: Answer | null
  /** Why the person does not answer, or undefined. */
  lock: string | undefined
  /** Whether the words it is about are shown with it. */
  quoted?: boolean
}

/** What a member said, and how it was answered. */
export function Comment({ comment, answer, lock, quoted }: Props) {
  const { t } = useI18n()
  const formats = useFormats()
  const [answering, setAnswering] = useState(false)
  const answered = comment.answer
  return (
    <article className={styles.comment} data-testid={`said-${comment.unitName}`}>
      <div className={clusters.strong}>{comment.unitName}</div>
      <div className={clusters.quiet}>
        {t('deliberation.answer.by', {
          name: comment.saidBy ?? t('person.erased'),
          time: formats.instant(comment.saidAt),
        })}
      </div>
      {quoted && comment.passage && <blockquote>{comment.passage}</blockquote>}
      {comment.place && <div className={clusters.strong}>{comment.place}</div>}
      <p className={clusters.text}>{comment.text}</p>
      {answered ? (
        <div className={styles.answer} data-testid="comment-answer">
          <Tag color={colours[answered.outcome]}>{t(`deliberation.answer.${answered.outcome}`)}</Tag>{' '}
          <span className={clusters.text}>{answered.reason}</span>
          <div className={clusters.quiet}>
            {answered.answeredBy
              ? t('deliberation.answer.by', {
                  name: answered.answeredBy,
                  time: formats.instant(answered.answeredAt),
                })
              : formats.instant(answered.answeredAt)}
          </div>
        </div>
      ) : (
        answer && (
          <Lock reason={lock}>
            {(locked) => (
              <Button
                size="small"
                disabled={locked}
                onClick={() => setAnswering(true)}
                data-testid="comment-answer-open"
              >
                {t('deliberation.answer')}
              </Button>
            )}
          </Lock>
        )
      )}
      {answering && answer && (
        <AnswerForm comment={comment} answer={answer} onClose={() => setAnswering(false)} />
      )}
    </article>
  )
}
