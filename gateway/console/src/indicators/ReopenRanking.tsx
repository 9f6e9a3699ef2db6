import { useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useRef, useState } from 'react'
import { content, ifMatch, indicator } from '../api/client'
import { Intention } from '../api/intention'
import { useI18n } from '../app/i18n'
import { RoleLock } from '../ui/RoleLock'
import { TypedConfirmation } from '../ui/TypedConfirmation'
import styles from './Scores.module.css'
import type { Ranking } from './scoreTypes'
import type { Season } from './types'

/** Takes a published ranking that was found wrong out of force; it stays readable. */
export function ReopenRanking({ ranking, season }: { ranking: Ranking; season: Season }) {
  const { t } = useI18n()
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const intention = useRef(new Intention())
  const field = useId()
  return (
    <>
      <RoleLock roles={['STANDING_OFFICER']}>
        {(locked) => (
          <Button disabled={locked} onClick={() => setAsking(true)} data-testid="ranking-reopen">
            {t('ranking.reopen')}
          </Button>
        )}
      </RoleLock>
      {asking && (
        <TypedConfirmation
          title={t('ranking.reopen.title')}
          words={season.name}
          okLabel={t('ranking.reopen')}
          danger
          blocked={!reason.trim()}
          onClose={() => setAsking(false)}
          onConfirm={async (_, confirm) => {
            const body = { confirm, reason: reason.trim() }
            await content(
              indicator.POST('/api/v1/rankings/{id}/reopening', {
                params: { path: { id: ranking.id } },
                body,
                headers: { ...intention.current.headersFor(body), ...ifMatch(ranking.version) },
              }),
            )
            intention.current.fulfilled()
            queries.invalidateQueries({ queryKey: ['rankings'] })
            queries.invalidateQueries({ queryKey: ['candidates'] })
          }}
        >
          <p>{t('ranking.reopen.text')}</p>
          <label htmlFor={field} className={styles.quiet}>
            {t('ranking.reopen.reason')}
          </label>
          <Input.TextArea
            id={field}
            rows={3}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            data-testid="reason-input"
          />
        </TypedConfirmation>
      )}
    </>
  )
}
