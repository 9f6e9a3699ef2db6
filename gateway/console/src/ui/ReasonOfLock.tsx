import { Tooltip } from 'antd'
import type { ReactElement } from 'react'
import type { Ability } from '../api/types'
import { useI18n } from '../app/i18n'
import { useSession } from '../app/session'

interface Props {
  ability: Ability
  /** A further reason, already in words, that locks the action. */
  because?: string
  /** Given whether the action is locked. */
  children(locked: boolean): ReactElement
}

/** Shows the action to everyone and says why it is locked, instead of hiding it without a word. */
export function ReasonOfLock({ ability, because, children }: Props) {
  const { t } = useI18n()
  const { may } = useSession()
  const reason = may(ability) ? because : t('lock.needs', { ability: t(`ability.${ability}`) })
  return <Lock reason={reason}>{children}</Lock>
}

/** An action that is locked for a reason already known in words; without one it is free. */
export function Lock({ reason, children }: { reason?: string; children(locked: boolean): ReactElement }) {
  if (!reason) return children(false)
  return (
    <Tooltip title={reason}>
      {/* A disabled button sends no pointer events; the wrapper carries the reason, for the keyboard too. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the reason must be reachable by keyboard */}
      <span tabIndex={0} role="note" aria-label={reason} data-testid="reason-of-lock">
        {children(true)}
      </span>
    </Tooltip>
  )
}
