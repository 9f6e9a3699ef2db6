import { useCallback } from 'react'
import { caller } from '../api/client'
import type { Role } from '../api/types'
import { mandateState } from '../mandates/state'
import { today } from './i18n/dates'
import { useSession } from './session'

/** Asks whether the person works in one of these roles now, in the mandate chosen or in any of theirs. */
export function useHolds(): (...roles: Role[]) => boolean {
  const { me } = useSession()
  return useCallback(
    (...roles) =>
      me.mandates.some(
        (mandate) =>
          roles.includes(mandate.role) &&
          mandateState(mandate, today()) === 'active' &&
          (!caller.actingAs || mandate.id === caller.actingAs),
      ),
    [me],
  )
}
