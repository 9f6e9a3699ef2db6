import { Tag, Tooltip } from 'antd'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import type { LockedBy } from './agreements'
import type { Agreement } from './types'

const colours = { DRAFT: 'default', PROPOSED: 'processing', NEGOTIATED: 'gold', APPROVED: 'success' } as const

/** How far one member's targets are agreed, and since when. */
export function AgreementState({ agreement: one }: { agreement: Agreement }) {
  const { t } = useI18n()
  const formats = useFormats()
  const word = one.byFreezing
    ? t('agreements.byFreezing')
    : one.last === 'RETURNED' || one.last === 'REOPENED' || one.last === 'WITHDRAWN' || one.last === 'CHANGED'
      ? t(`agreements.last.${one.last}`)
      : t(`agreements.status.${one.status}`)
  return (
    <Tooltip title={one.since ? t('agreements.since', { time: formats.instant(one.since) }) : undefined}>
      <Tag color={one.last === 'RETURNED' && !one.byFreezing ? 'warning' : colours[one.status]}>
        <span data-testid={`agreement-state-${one.status}`}>{word}</span>
      </Tag>
    </Tooltip>
  )
}

/** Why the person does not write a member's numbers now. */
export function useLockWords() {
  const { t } = useI18n()
  const formats = useFormats()
  return (by: LockedBy, one: Agreement): string =>
    t(`agreements.lock.${by}`, { time: one.since ? formats.instant(one.since) : '—' })
}
