import { CheckCircleFilled } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Drawer, Grid } from 'antd'
import { useId, useState } from 'react'
import { cluster } from '../api/client'
import { ApiFailure, asProblem } from '../api/failure'
import type { Election } from '../api/types'
import { useI18n } from '../app/i18n'
import { ProblemAlert } from '../ui/ProblemAlert'
import styles from './Election.module.css'
import { hasVoted, refresh } from './queries'

/** A blank ballot is a choice of its own; nothing chosen yet is not. */
type Choice = { unitId: string | null }

interface Props {
  election: Election
  unitId: string
  name(unitId: string): string
  onClose(): void
}

/**
 * A secret ballot. The choice lives in the state of this sheet alone and dies with it: it goes through no query or mutation cache,
 * no storage, no address, no log, and no form the browser could fill in again. The key of the request is drawn by lot, not made
 * from the choice, which the service keeps no trace of either.
 */
export function BallotSheet({ election, unitId, name, onClose }: Props) {
  const { t } = useI18n()
  const queries = useQueryClient()
  const wide = Grid.useBreakpoint().md !== false
  const group = useId()
  const [key] = useState(() => crypto.randomUUID())
  const [choice, setChoice] = useState<Choice | null>(null)
  const [sure, setSure] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const [receipt, setReceipt] = useState<{ id: string; first: boolean } | null>(null)

  async function cast({ unitId: chosen }: Choice) {
    setBusy(true)
    setFailure(null)
    try {
      const { data, error, response } = await cluster.POST('/api/v1/elections/{id}/ballots', {
        params: { path: { id: election.id } },
        body: { unitId, choice: chosen },
        headers: { 'Idempotency-Key': key },
        cache: 'no-store',
      })
      if (!data) throw new ApiFailure(response.status, asProblem(error))
      setChoice(null)
      hasVoted(queries, election.id, unitId)
      setReceipt({ id: data.receipt, first: response.status === 201 })
      refresh(queries)
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }

  const unsure = failure instanceof ApiFailure && failure.passing
  const words = choice && (choice.unitId ? name(choice.unitId) : t('ballot.blank'))
  return (
    <Drawer
      open
      title={receipt ? t('ballot.receipt.title') : t('ballot.title', { unit: name(unitId) })}
      onClose={onClose}
      placement={wide ? 'right' : 'bottom'}
      size={wide ? 520 : '100%'}
      data-testid="ballot-sheet"
      footer={
        <div className={styles.foot}>
          {receipt ? (
            <Button type="primary" block onClick={onClose} data-testid="ballot-done">
              {t('action.close')}
            </Button>
          ) : sure && choice ? (
            <>
              <Button
                type="primary"
                block
                loading={busy}
                onClick={() => cast(choice)}
                data-testid="ballot-confirm"
              >
                {t('ballot.confirm')}
              </Button>
              <Button block disabled={busy} onClick={() => setSure(false)} data-testid="ballot-back">
                {t('ballot.back')}
              </Button>
            </>
          ) : (
            <Button
              type="primary"
              block
              disabled={!choice}
              onClick={() => setSure(true)}
              data-testid="ballot-next"
            >
              {t('ballot.next')}
            </Button>
          )}
        </div>
      }
    >
      <div className={styles.ballot}>
        <ProblemAlert failure={failure} />
        {unsure && <Alert type="info" showIcon title={t('ballot.unsure')} data-testid="ballot-unsure" />}
        {receipt ? (
          <div className={styles.receipt} role="status">
            <CheckCircleFilled aria-hidden />
            <p>{t(receipt.first ? 'ballot.received' : 'ballot.before', { unit: name(unitId) })}</p>
            <code data-testid="ballot-receipt">{receipt.id}</code>
            <p>{t('ballot.receipt.text')}</p>
          </div>
        ) : sure && words ? (
          <>
            <p>{t('ballot.chosen')}</p>
            <div className={styles.chosen} data-testid="ballot-chosen">
              {words}
            </div>
            <p>{t('ballot.once')}</p>
          </>
        ) : (
          <>
            <p>{t('ballot.secret')}</p>
            <fieldset className={styles.choices}>
              <legend>{election.title}</legend>
              {election.candidates.map((candidate) => (
                <label key={candidate.unitId} className={styles.choice}>
                  <input
                    type="radio"
                    name={group}
                    autoComplete="off"
                    checked={choice?.unitId === candidate.unitId}
                    onChange={() => setChoice({ unitId: candidate.unitId })}
                    data-testid={`choice-${name(candidate.unitId)}`}
                  />
                  {name(candidate.unitId)}
                </label>
              ))}
              <label className={styles.choice} data-blank>
                <input
                  type="radio"
                  name={group}
                  autoComplete="off"
                  checked={choice !== null && choice.unitId === null}
                  onChange={() => setChoice({ unitId: null })}
                  data-testid="choice-blank"
                />
                {t('ballot.blank')}
              </label>
            </fieldset>
          </>
        )}
      </div>
    </Drawer>
  )
}
