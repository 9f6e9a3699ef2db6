import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useRef, useState } from 'react'
import { cluster, content } from '../api/client'
import { Intention } from '../api/intention'
import type { Deliberation, Regulation, Season } from '../api/types'
import { useI18n } from '../app/i18n'
import { today } from '../app/i18n/dates'
import { useFormats } from '../app/i18n/useFormats'
import clusters from '../clusters/Clusters.module.css'
import { refresh } from '../clusters/queries'
import { useElectionLock } from '../clusters/rights'
import { ProblemAlert } from '../ui/ProblemAlert'
import { Lock } from '../ui/ReasonOfLock'
import { VotingForm, WithdrawForm } from './Forms'

interface Props {
  deliberation: Deliberation
  season: Season
  newestDraft: Regulation | null
}

/** To the vote, closed, or taken back: for the organiser's standing officer and the head. */
export function Actions({ deliberation, season, newestDraft }: Props) {
  const { t } = useI18n()
  const { modal } = App.useApp()
  const formats = useFormats()
  const queries = useQueryClient()
  const lock = useElectionLock([season])
  const intention = useRef(new Intention())
  const [failure, setFailure] = useState<unknown>(null)
  const [form, setForm] = useState<'voting' | 'withdraw' | null>(null)
  const { status } = deliberation
  if (status !== 'COMMENTING' && status !== 'VOTING') return null
  const draft = newestDraft?.status === 'DRAFT' && newestDraft.text ? newestDraft : null

  /** What is still missing before the vote, in words; the service asks the same. */
  const missing =
    deliberation.commentsUntil >= today()
      ? t('deliberation.voting.wait.days', { date: formats.date(deliberation.commentsUntil) })
      : deliberation.unanswered > 0
        ? t('deliberation.voting.wait.answers', { n: formats.number(deliberation.unanswered) })
        : draft
          ? undefined
          : t('deliberation.voting.wait.draft')

  async function close() {
    setFailure(null)
    try {
      await content(
        cluster.POST('/api/v1/deliberations/{id}/closing', {
          params: { path: { id: deliberation.id } },
          headers: intention.current.headersFor(['closing', deliberation.id]),
        }),
      )
      intention.current.fulfilled()
      refresh(queries)
    } catch (error) {
      setFailure(error)
    }
  }

  function askToClose() {
    const waiting = deliberation.voters.filter((voter) => !voter.choice).map((voter) => voter.unitName)
    modal.confirm({
      title: t('deliberation.close.sure'),
      content:
        waiting.length > 0
          ? t('deliberation.close.waiting', { n: formats.number(waiting.length), units: waiting.join(', ') })
          : t('deliberation.close.all'),
      okText: t('deliberation.close'),
      okButtonProps: { 'data-testid': 'deliberation-close-confirm' },
      cancelText: t('action.cancel'),
      onOk: close,
    })
  }

  return (
    <div>
      <div className={clusters.marks}>
        {status === 'COMMENTING' ? (
          <Lock reason={lock ?? missing}>
            {(locked) => (
              <Button
                type="primary"
                disabled={locked}
                onClick={() => setForm('voting')}
                data-testid="deliberation-voting"
              >
                {t('deliberation.voting')}
              </Button>
            )}
          </Lock>
        ) : (
          <Lock reason={lock}>
            {(locked) => (
              <Button disabled={locked} onClick={askToClose} data-testid="deliberation-close">
                {t('deliberation.close')}
              </Button>
            )}
          </Lock>
        )}
        {!lock && (
          <Button type="text" danger onClick={() => setForm('withdraw')} data-testid="deliberation-withdraw">
            {t('deliberation.withdraw')}
          </Button>
        )}
      </div>
      <ProblemAlert failure={failure} />
      {form === 'voting' && draft && (
        <VotingForm deliberation={deliberation} number={draft.number} onClose={() => setForm(null)} />
      )}
      {form === 'withdraw' && <WithdrawForm deliberation={deliberation} onClose={() => setForm(null)} />}
    </div>
  )
}
