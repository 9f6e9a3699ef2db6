import { CommentOutlined, PlusOutlined } from '@ant-design/icons'
import { Alert, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { cluster, content } from '../api/client'
import type { Draft } from '../api/types'
import { Guarded } from '../app/Guarded'
import { useI18n } from '../app/i18n'
import { today } from '../app/i18n/dates'
import { useFormats } from '../app/i18n/useFormats'
import styles from '../clusters/Clusters.module.css'
import { useMinutes, useSeasons } from '../clusters/queries'
import { useConferenceLock, useSpokenFor } from '../clusters/rights'
import type { Answer } from '../comments/AnswerForm'
import { Comment } from '../comments/Comment'
import { Panel } from '../ui/Facts'
import { Failed } from '../ui/Failed'
import { PageHeader } from '../ui/PageHeader'
import { Lock } from '../ui/ReasonOfLock'
import { DraftState } from './DraftState'
import { CommentForm, VersionForm, WithdrawForm } from './Forms'
import { useDraft, useDraftComments } from './queries'

export function DraftPage() {
  const { id = '' } = useParams()
  return (
    <Guarded ability="CLUSTERS_READ">
      <Screen key={id} id={id} />
    </Guarded>
  )
}

function Screen({ id }: { id: string }) {
  const { t } = useI18n()
  const { data: draft, error, refetch } = useDraft(id)
  const lock = useDrafterLock(draft)
  if (!draft) {
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
      <PageHeader
        above={<Link to={`/conferences/${draft.conferenceId}`}>{draft.conferenceTitle}</Link>}
        title={draft.title}
        lead={<DraftState draft={draft} />}
        actions={!draft.withdrawnAt && <Steps draft={draft} lock={lock} />}
      />
      {draft.withdrawReason && (
        <Alert type="warning" title={t('deliberation.withdrawn', { reason: draft.withdrawReason })} />
      )}
      <div className={styles.columns}>
        <div className={styles.stack}>
          <Versions draft={draft} />
          <Hearing draft={draft} lock={lock} />
        </div>
        <Asked draft={draft} />
      </div>
    </>
  )
}

/** Who may act for one of the seasons that the conference serves. */
function useDrafterLock(draft: Draft | undefined): string | undefined {
  const { data: conference } = useMinutes(draft?.conferenceId)
  const seasons = useSeasons(draft?.clusterId)
  return useConferenceLock(
    (seasons.data ?? []).filter((season) =>
      conference?.purposes.some((purpose) => purpose.seasonId === season.id),
    ),
  )
}

function Steps({ draft, lock }: { draft: Draft; lock: string | undefined }) {
  const { t } = useI18n()
  const [open, setOpen] = useState<'renew' | 'withdraw' | null>(null)
  return (
    <>
      <Lock reason={lock}>
        {(locked) => (
          <Button
            icon={<PlusOutlined />}
            disabled={locked}
            onClick={() => setOpen('renew')}
            data-testid="draft-renew"
          >
            {t('drafts.renew')}
          </Button>
        )}
      </Lock>
      {!lock && (
        <Button type="text" danger onClick={() => setOpen('withdraw')} data-testid="draft-withdraw">
          {t('drafts.withdraw')}
        </Button>
      )}
      {open === 'renew' && <VersionForm draft={draft} onClose={() => setOpen(null)} />}
      {open === 'withdraw' && <WithdrawForm draft={draft} onClose={() => setOpen(null)} />}
    </>
  )
}

/** The newest version open, the earlier ones to be opened. */
function Versions({ draft }: { draft: Draft }) {
  const { t } = useI18n()
  const formats = useFormats()
  const [newest, ...earlier] = draft.versions
  const heading = (version: Draft['versions'][number]) =>
    [
      t('drafts.number', { n: formats.number(version.number) }),
      formats.instant(version.laidAt),
      version.laidBy,
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <Panel title={t('drafts.versions')} testId="draft-versions">
      {newest && (
        <>
          <p className={styles.quiet}>{heading(newest)}</p>
          <Version version={newest} />
        </>
      )}
      {earlier.map((version) => (
        <details key={version.number} className={styles.more} data-testid={`draft-version-${version.number}`}>
          <summary>{heading(version)}</summary>
          <Version version={version} />
        </details>
      ))}
    </Panel>
  )
}

function Version({ version }: { version: Draft['versions'][number] }) {
  const { t } = useI18n()
  return (
    <>
      {version.note && <p>{t('drafts.changed', { note: version.note })}</p>}
      {version.fileId && (
        <p>
          <a href={`/api/v1/files/cluster/${version.fileId}`} target="_blank" rel="noreferrer">
            {version.fileName}
          </a>
        </p>
      )}
      {version.text && <p className={styles.text}>{version.text}</p>}
    </>
  )
}

/** One thread for all versions; each comment says on which it was said. */
function Hearing({ draft, lock }: { draft: Draft; lock: string | undefined }) {
  const { t } = useI18n()
  const formats = useFormats()
  const { data: comments, error, refetch } = useDraftComments(draft.id)
  const [speaking, setSpeaking] = useState(false)
  const mine = useSpokenFor(draft.asked.map((one) => one.unitId))
  const open = !draft.withdrawnAt && draft.commentsUntil >= today()
  const answer: Answer | null = draft.withdrawnAt
    ? null
    : (comment, body, headers) =>
        content(
          cluster.POST('/api/v1/drafts/{id}/comments/{commentId}/answer', {
            params: { path: { id: draft.id, commentId: comment.id } },
            body,
            headers,
          }),
        )
  return (
    <Panel
      title={t('drafts.comments', { n: formats.number(draft.comments) })}
      testId="draft-hearing"
      aside={
        open &&
        mine.length > 0 && (
          <Button
            size="small"
            type="primary"
            icon={<CommentOutlined />}
            onClick={() => setSpeaking(true)}
            data-testid="draft-comment"
          >
            {t('deliberation.comment')}
          </Button>
        )
      }
    >
      {!comments &&
        (error ? <Failed failure={error} retry={() => refetch()} /> : <Skeleton active title={false} />)}
      {comments?.length === 0 && <p className={styles.quiet}>{t('drafts.comments.none')}</p>}
      {!open && !draft.withdrawnAt && <p className={styles.quiet}>{t('deliberation.over')}</p>}
      <div className={styles.stack}>
        {comments?.map((comment) => (
          <div key={comment.id}>
            {draft.versions.length > 1 && (
              <span className={styles.quiet}>
                {t('drafts.number', { n: formats.number(comment.number) })}
              </span>
            )}
            <Comment comment={comment} answer={answer} lock={lock} />
          </div>
        ))}
      </div>
      {speaking && (
        <CommentForm
          draft={draft}
          units={draft.asked.filter((one) => mine.includes(one.unitId))}
          onClose={() => setSpeaking(false)}
        />
      )}
    </Panel>
  )
}

/** Who has spoken on the newest version and who has not. */
function Asked({ draft }: { draft: Draft }) {
  const { t } = useI18n()
  const formats = useFormats()
  if (draft.asked.length === 0) return null
  const said = draft.asked.filter((one) => one.said).length
  return (
    <Panel
      title={t('drafts.asked', { n: formats.number(said), all: formats.number(draft.asked.length) })}
      testId="draft-asked"
    >
      <ul className={styles.list}>
        {draft.asked.map((one) => (
          <li key={one.unitId} className={styles.between} data-said={one.said}>
            <Link to={`/units/${one.unitId}`}>{one.unitName}</Link>
            <span className={styles.quiet}>{t(one.said ? 'drafts.asked.said' : 'drafts.asked.waits')}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
