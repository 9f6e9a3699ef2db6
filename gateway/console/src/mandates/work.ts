import type { Mandate, Me, Role } from '../api/types'
import { mandateState } from './state'

/** The mandates the person works with now: in force, and the chosen one alone where one is chosen. */
export function mandatesAtWork(me: Pick<Me, 'mandates'>, actingAs: string | null, day: string): Mandate[] {
  return me.mandates.filter(
    (mandate) => mandateState(mandate, day) === 'active' && (!actingAs || mandate.id === actingAs),
  )
}

/** The units for which the person holds one of the roles itself; a unit above does not count. */
export function unitsHeldAs(
  me: Pick<Me, 'mandates'>,
  actingAs: string | null,
  day: string,
  roles: Role[],
): string[] {
  return mandatesAtWork(me, actingAs, day)
    .filter((mandate) => roles.includes(mandate.role))
    .map((mandate) => mandate.unitId)
}
