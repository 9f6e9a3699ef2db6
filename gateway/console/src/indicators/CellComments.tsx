import { useQueryClient } from '@tanstack/react-query'
import { Button, Drawer, Grid, Skeleton, Tag } from 'antd'
import { useRef, useState } from 'react'
import { content, indicator } from '../api/client'
import { Intention } from '../api/intention'
import type { Role } from '../api/types'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { Failed } from '../ui/Failed'
import { ProblemAlert } from '../ui/ProblemAlert'
import styles from './Comments.module.css'
import { type CellComment, type Thread, useThreads } from './commentQueries'
import { SayOfCell } from './SayOfCell'

interface Cell {
  reportId: string
  indicatorId: string
  name: string
}

/** What people say to each other about one cell: open talks first, settled ones below. */
export function CellComments({ cell, onClose }: { cell: Cell; onClose(): void }) {
  const { t } = useI18n()
  const wide = Grid.useBreakpoint().md !== false
  const { data, error, refetch } = useThreads(cell.reportId, cell.indicatorId)
  const open = data?.filter((thread) => !thread.resolved) ?? []
  const settled = data?.filter((thread) => thread.resolved) ?? []
  return (
    <Drawer
      open
      title={t('comments.title', { name: cell.name })}
      size={wide ? 480 : '100%'}
      onClose={onClose}
      data-testid="cell-comments"
    >
      {error && !data ? <Failed failure={error} retry={() => refetch()} /> : !data && <Skeleton active />}
      {data?.length === 0 && <p className={styles.quiet}>{t('comments.none')}</p>}
      {[...open, ...settled].map((thread) => (
        <Talked key={thread.id} cell={cell} thread={thread} />
      ))}
      {data && <SayOfCell cell={cell} threadId={null} />}
    </Drawer>
  )
}

function Talked({ cell, thread }: { cell: Cell; thread: Thread }) {
  const { t } = useI18n()
  const queries = useQueryClient()
  const intention = useRef(new Intention())
  const [failure, setFailure] = useState<unknown>(null)

  async function send(act: 'resolution' | 'reopening' | 'withdrawal', id: string) {
    setFailure(null)
    const headers = intention.current.headersFor([act, id])
    const path = { id: cell.reportId }
    try {
      await content(
        act === 'withdrawal'
          ? indicator.POST('/api/v1/reports/{id}/comments/{commentId}/withdrawal', {
              params: { path: { ...path, commentId: id } },
              headers,
            })
          : indicator.POST(`/api/v1/reports/{id}/comments/{threadId}/${act}`, {
              params: { path: { ...path, threadId: id } },
              headers,
            }),
      )
      intention.current.fulfilled()
      queries.invalidateQueries({ queryKey: ['reports', 'comments'] })
    } catch (error) {
      setFailure(error)
    }
  }

  return (
    <section
      className={styles.thread}
      data-resolved={thread.resolved || undefined}
      data-testid={thread.resolved ? 'comments-resolved' : 'comments-open'}
    >
      <header>
        <Tag color={thread.resolved ? 'default' : 'processing'}>
          {t(thread.resolved ? 'comments.resolved' : 'comments.open')}
        </Tag>
        <Button
          size="small"
          onClick={() => send(thread.resolved ? 'reopening' : 'resolution', thread.id)}
          data-testid={thread.resolved ? 'comments-reopen' : 'comments-resolve'}
        >
          {t(thread.resolved ? 'comments.reopen' : 'comments.resolve')}
        </Button>
      </header>
      {thread.comments.map((comment) => (
        <Comment key={comment.id} comment={comment} onWithdraw={() => send('withdrawal', comment.id)} />
      ))}
      <ProblemAlert failure={failure} />
      {!thread.resolved && <SayOfCell cell={cell} threadId={thread.id} />}
    </section>
  )
}

function Comment({ comment, onWithdraw }: { comment: CellComment; onWithdraw(): void }) {
  const { t } = useI18n()
  const formats = useFormats()
  const stood = comment.notApplicable
    ? t('report.notApplicable')
    : comment.value === null
      ? null
      : formats.number(comment.value)
  return (
    <article className={styles.comment} data-testid={`comment-${comment.kind}`}>
      <div className={styles.quiet}>
        {comment.own ? <>{t('cellHistory.me')} · </> : null}
        {comment.role && <>{t(`role.${comment.role as Role}`)}, </>}
        {comment.roleUnitName && <>{comment.roleUnitName} · </>}
        {formats.instant(comment.at)}
        {comment.kind === 'SAID' && stood !== null && <> · {t('comments.stood', { value: stood })}</>}
      </div>
      {comment.kind !== 'SAID' ? (
        <p>{t(`comments.did.${comment.kind}`)}</p>
      ) : comment.withdrawnAt ? (
        <p className={styles.quiet}>
          {t('comments.withdrawn', { time: formats.instant(comment.withdrawnAt) })}
        </p>
      ) : (
        <p className={styles.text}>{comment.text}</p>
      )}
      {comment.own && comment.kind === 'SAID' && !comment.withdrawnAt && (
        <Button
          type="link"
          size="small"
          className={styles.link}
          onClick={onWithdraw}
          data-testid="comment-withdraw"
        >
          {t('comments.withdraw')}
        </Button>
      )}
    </article>
  )
}
