import { CommentOutlined } from '@ant-design/icons'
import { Alert, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { cluster, content } from '../api/client'
import type { Deliberation, Season } from '../api/types'
import { useI18n } from '../app/i18n'
import { today } from '../app/i18n/dates'
import { useFormats } from '../app/i18n/useFormats'
import clusters from '../clusters/Clusters.module.css'
import { useMembers } from '../clusters/queries'
import { useSeasonLock, useSpokenFor } from '../clusters/rights'
import type { Answer } from '../comments/AnswerForm'
import { Comment } from '../comments/Comment'
import { Panel } from '../ui/Facts'
import { Failed } from '../ui/Failed'
import styles from './Deliberation.module.css'
import { CommentForm } from './Forms'
import { type Paragraph, paragraphsOf } from './paragraphs'
import { useComments } from './queries'

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
  const lock = useSeasonLock(season)
  const answer: Answer | null =
    deliberation.status === 'COMMENTING'
      ? (comment, body, headers) =>
          content(
            cluster.POST('/api/v1/deliberations/{id}/comments/{commentId}/answer', {
              params: { path: { id: deliberation.id, commentId: comment.id } },
              body,
              headers,
            }),
          )
      : null
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
                  <Comment key={one.id} comment={one} answer={answer} lock={lock} />
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
              <Comment key={one.id} comment={one} answer={answer} lock={lock} quoted={changed} />
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
