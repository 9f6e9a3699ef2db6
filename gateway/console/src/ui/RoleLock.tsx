import type { ReactElement } from 'react'
import type { Role } from '../api/types'
import { useI18n } from '../app/i18n'
import { useHolds } from '../app/useHolds'
import { Lock } from './ReasonOfLock'

interface Props {
  /** Whoever holds one of these may try; whether it is the right unit is the service's answer. */
  roles: Role[]
  /** A further reason, already in words, that locks the action. */
  because?: string | null | false
  children(locked: boolean): ReactElement
}

/** An action shown to everyone, with the reason beside it where it is locked. */
export function RoleLock({ roles, because, children }: Props) {
  const { t } = useI18n()
  const holds = useHolds()
  const reason =
    because ||
    (holds(...roles) ? null : t('lock.roles', { roles: roles.map((r) => t(`role.${r}`)).join(', ') }))
  return <Lock reason={reason ?? undefined}>{children}</Lock>
}
