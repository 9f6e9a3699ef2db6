import { Button } from 'antd'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { FateSign, Trouble } from '../ui/sheet/Fate'
import { NumberCell } from '../ui/sheet/NumberCell'
import { TextCell } from '../ui/sheet/TextCell'
import { useAutosave } from '../ui/sheet/useAutosaves'
import styles from './Report.module.css'
import { needsReason, reportedOf } from './report'
import { COLUMN, unreadKey } from './reportWork'
import type { RowProps } from './rowProps'
import { unreadWords } from './unreadWords'
import { useAnswers } from './useAnswers'

/** The verified value beside the unit's; in verifying, a cell of its own with one press for "agrees". */
export function VerifiedCell({ cell, index, save, check, verifying: judging, work }: RowProps) {
  const { t } = useI18n()
  const formats = useFormats()
  const { draft: said } = useAutosave(save)
  const reported = { value: reportedOf(said, cell) }
  // What is computed follows the verified numbers of its inputs.
  const verifying = judging && !cell.formula
  const { draft, fate } = useAutosave(check)
  const key = unreadKey(cell.indicatorId, 'verified')
  const testId = `cell-${cell.code}-verified`
  const words = useAnswers(cell)
  const unread = work.unread[key]
  const differs = draft.value !== null && draft.value !== reported.value
  const send = (values: Partial<typeof draft>) => {
    check.edit(values)
    if (!needsReason(check.draft, reported.value)) check.commit()
  }
  if (!verifying) {
    const { verified } = cell
    return verified ? (
      <span className={styles.verifiedValue} data-differs={differs || undefined} data-testid={testId}>
        {words?.show(verified.value) ?? formats.number(verified.value)}
      </span>
    ) : (
      <span className={styles.quiet}>—</span>
    )
  }
  return (
    <div className={styles.cell} data-fate={fate.kind}>
      <NumberCell
        row={index}
        column={COLUMN.verified}
        value={draft.value}
        words={words}
        unread={unread?.text}
        onUnread={(text) => work.onUnread(key, text)}
        onValue={(value) => send({ value })}
        label={`${cell.name}, ${t('report.verified')}`}
        testId={testId}
        warned={differs}
      />
      {draft.value === null && reported.value !== null && !unread && (
        <Button
          size="small"
          className={styles.agree}
          tabIndex={-1}
          onClick={() => send({ value: reported.value, reason: null })}
          data-testid={`${testId}-agree`}
        >
          {t('verify.agree')}
        </Button>
      )}
      {unread && (
        <span className={styles.unread} role="alert" data-testid={`${testId}-unread`} data-why={unread.why}>
          {unreadWords(t, unread)}
        </span>
      )}
      {differs && reported.value !== null && draft.value !== null && (
        <span className={styles.measure}>
          {t('verify.differs', { difference: formats.difference(draft.value - reported.value) })}
        </span>
      )}
      <Trouble
        row={check}
        fate={fate}
        labels={{ value: t('report.verified'), reason: t('report.verifyReason') }}
        show={(_, value) => (typeof value === 'number' ? formats.number(value) : String(value ?? '—'))}
        testId={testId}
      />
      <FateSign fate={fate} testId={`${testId}-fate`} />
    </div>
  )
}

export function ReasonCell({ cell, index, save, check, verifying: judging }: RowProps) {
  const { t } = useI18n()
  const formats = useFormats()
  const { draft: said } = useAutosave(save)
  const reported = { value: reportedOf(said, cell) }
  const verifying = judging && !cell.formula
  const { draft } = useAutosave(check)
  const { verified } = cell
  const by = verified && (
    <span className={styles.measure} data-testid={`cell-${cell.code}-verified-at`}>
      {t('verify.at', { time: formats.instant(verified.at) })}
    </span>
  )
  if (!verifying) {
    return (
      <div>
        {verified?.reason && <span data-testid={`cell-${cell.code}-reason`}>{verified.reason}</span>}
        {by}
      </div>
    )
  }
  const needed = needsReason(draft, reported.value)
  return (
    <div>
      <TextCell
        row={index}
        column={COLUMN.reason}
        value={draft.reason}
        onValue={(reason) => {
          check.edit({ reason })
          if (check.draft.value !== null && !needsReason(check.draft, reported.value)) check.commit()
        }}
        label={`${cell.name}, ${t('report.verifyReason')}`}
        maxLength={1000}
        placeholder={needed ? t('verify.needReason') : undefined}
        testId={`cell-${cell.code}-reason`}
      />
      {needed && (
        <span className={styles.unread} role="alert" data-testid={`cell-${cell.code}-need-reason`}>
          {t('verify.needReason')}
        </span>
      )}
      {by}
    </div>
  )
}
