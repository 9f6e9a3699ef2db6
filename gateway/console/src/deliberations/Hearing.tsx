import { CommentOutlined } from '@ant-design/icons'
import { Alert, Button, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import type { Deliberation, DraftComment, Season } from '../api/types'
import { useI18n } from '../app/i18n'
import { today } from '../app/i18n/dates'
import { useFormats } from '../app/i18n/useFormats'
import clusters from '../clusters/Clusters.module.css'
import { useMembers } from '../clusters/queries'
import { useSeasonLock, useSpokenFor } from '../clusters/rights'
import { Panel } from '../ui/Facts'
import { Failed } from '../ui/Failed'
import { Lock } from '../ui/ReasonOfLock'
import styles from './Deliberation.module.css'
import { AnswerForm, CommentForm } from './Forms'
import { type Paragraph, paragraphsOf } from './paragraphs'
import { useComments } from './queries'

const colours = { ACCEPTED: 'success', PARTLY: 'processing', DECLINED: 'default' } as const

/** The draft's words with what the members said beside each paragraph; on a phone below it. */
export function Hearing({ deliberation, season }: { deliberation: Deliberation; season: Season }) {
  const { t } = useI18n()
  const formats = useFormats()
  const members = useMembers(season.clusterId, today())
  const mine = useSpokenFor(members.data?.map((member) => member.unitId) ?? [])
  const { data: comments, error, refetch } = useComments(deliberation.id)
  const [about, setAbout] = useState<Paragraph | 'whole' | null>(null)
  const open = deliberation.status === 'COMMENTING' && deliberation.commentsUntil >= today()
  const speaks = open && mine.length > 0
  const units = (members.data ?? []).filter((member) => mine.includes(member.unitId))
  /** After the comments the words may be others: then what was said stands below with the words it was about. */
  const changed = deliberation.put !== null && deliberation.put !== deliberation.draft
  const of = (paragraph: number | null) => comments?.filter((one) => one.paragraph === paragraph) ?? []
  const apart = changed ? (comments ?? []) : of(null)
  return (
    <Panel
      title={t('deliberation.text')}
      testId="deliberation-text"
      aside={
        speaks && (
          <Button
            size="small"
            icon={<CommentOutlined />}
            onClick={() => setAbout('whole')}
            data-testid="comment-whole"
          >
            {t('deliberation.comment.whole')}
          </Button>
        )
      }
    >
      {changed && (
        <Alert
          type="info"
          className={styles.block}
          title={t('deliberation.changed', {
            put: formats.number(deliberation.put ?? 0),
            draft: formats.number(deliberation.draft),
          })}
        />
      )}
      {!comments &&
        (error ? <Failed failure={error} retry={() => refetch()} /> : <Skeleton active title={false} />)}
      <ol className={styles.paragraphs}>
        {paragraphsOf(deliberation.text).map((paragraph) => (
          <li key={paragraph.number} data-testid={`paragraph-${paragraph.number}`}>
            <p>{paragraph.text}</p>
            <div className={styles.beside}>
              {!changed &&
                of(paragraph.number).map((one) => (
                  <Comment key={one.id} comment={one} deliberation={deliberation} season={season} />
                ))}
              {speaks && (
                <Button
                  type="text"
                  size="small"
                  icon={<CommentOutlined />}
                  aria-label={t('deliberation.comment.on', { n: formats.number(paragraph.number) })}
                  onClick={() => setAbout(paragraph)}
                  data-testid={`comment-${paragraph.number}`}
                >
                  {t('deliberation.comment')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ol>
      {apart.length > 0 && (
        <>
          {!changed && <h3 className={clusters.heading}>{t('deliberation.whole')}</h3>}
          <div className={styles.apart}>
            {apart.map((one) => (
              <Comment
                key={one.id}
                comment={one}
                deliberation={deliberation}
                season={season}
                quoted={changed}
              />
            ))}
          </div>
        </>
      )}
      {about && (
        <CommentForm
          deliberation={deliberation}
          units={units}
          paragraph={about === 'whole' ? null : about}
          onClose={() => setAbout(null)}
        />
      )}
    </Panel>
  )
}

interface CommentProps {
  comment: DraftComment
  deliberation: Deliberation
  season: Season
  quoted?: boolean
}

/** What a member said, and how it was answered. */
function Comment({ comment, deliberation, season, quoted }: CommentProps) {
  const { t } = useI18n()
  const formats = useFormats()
  const lock = useSeasonLock(season)
  const [answering, setAnswering] = useState(false)
  const { answer } = comment
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
      <p className={clusters.text}>{comment.text}</p>
      {answer ? (
        <div className={styles.answer} data-testid="comment-answer">
          <Tag color={colours[answer.outcome]}>{t(`deliberation.answer.${answer.outcome}`)}</Tag>{' '}
          <span className={clusters.text}>{answer.reason}</span>
          <div className={clusters.quiet}>
            {answer.answeredBy
              ? t('deliberation.answer.by', {
                  name: answer.answeredBy,
                  time: formats.instant(answer.answeredAt),
                })
              : formats.instant(answer.answeredAt)}
          </div>
        </div>
      ) : (
        deliberation.status === 'COMMENTING' && (
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
      {answering && (
        <AnswerForm deliberation={deliberation} comment={comment} onClose={() => setAnswering(false)} />
      )}
    </article>
  )
}
