import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { content, indicator } from '../api/client'
import { useI18n } from '../app/i18n'
import { useHolds } from '../app/useHolds'
import { Lock } from '../ui/ReasonOfLock'
import { TypedConfirmation } from '../ui/TypedConfirmation'
import styles from './Consolidation.module.css'
import type { ConsolidatedRow } from './consolidationQueries'
import { unsaid, usualRules } from './usualRules'

/** Says the usual rule of all indicators that have none, after showing which it is of each. */
export function UsualRules({ rows }: { rows: ConsolidatedRow[] }) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const holds = useHolds()
  const queries = useQueryClient()
  /** As they stood when the person was asked: what comes in meanwhile is not set unseen. */
  const [asked, setAsked] = useState<ConsolidatedRow[] | null>(null)
  const open = unsaid(rows)
  const may = holds('STANDING_OFFICER', 'ADMINISTRATOR')

  async function say(all: ConsolidatedRow[], headers: { 'Idempotency-Key': string }) {
    try {
      await content(
        indicator.PUT('/api/v1/indicators/aggregations', { body: { rules: usualRules(all) }, headers }),
      )
      message.success(t('consolidation.usual.saved', { n: all.length }))
    } finally {
      // Also after a refusal: somebody else was first, and the rule that they said is shown.
      queries.invalidateQueries({ queryKey: ['reports', 'consolidation'] })
    }
  }

  return (
    <>
      {open.length > 0 && (
        <div className={styles.note}>
          <Lock reason={may ? undefined : t('consolidation.rule.lock')}>
            {(locked) => (
              <Button disabled={locked} onClick={() => setAsked(open)} data-testid="usual-rules">
                {t('consolidation.usual', { n: open.length })}
              </Button>
            )}
          </Lock>
        </div>
      )}
      {asked && (
        <TypedConfirmation
          title={t('consolidation.usual', { n: asked.length })}
          okLabel={t('consolidation.usual.ok')}
          onConfirm={(headers) => say(asked, headers)}
          onClose={() => setAsked(null)}
          testId="usual-rules-confirmation"
        >
          <p>{t('consolidation.usual.text')}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled with the keyboard too */}
          <ul className={`${styles.parts} ${styles.usual}`} tabIndex={0}>
            {asked.map((row) => (
              <li key={row.indicatorId} data-part="VALUE" data-testid={`usual-rule-${row.code}`}>
                <span>
                  {row.name} <span className={styles.quiet}>{row.code}</span>
                </span>
                <strong>{t(`consolidation.rule.${row.suggested}`)}</strong>
              </li>
            ))}
          </ul>
        </TypedConfirmation>
      )}
    </>
  )
}
