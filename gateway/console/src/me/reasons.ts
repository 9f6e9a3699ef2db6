import type { Ability, Mandate, Me } from '../api/types'
import { mandateState } from '../mandates/state'

/** Why an ability is missing, as data; the screen puts it into words. */
export type Reason =
  | { kind: 'none' }
  | { kind: 'narrowed'; mandate: Mandate }
  | { kind: 'roles'; mandates: Mandate[] }
  | { kind: 'future'; mandate: Mandate }
  | { kind: 'ended'; mandate: Mandate }

/** The likeliest reasons first: nothing in force, the chosen mandate, then what the roles in force give. */
export function reasonsFor(ability: Ability, me: Me, actingAs: string | null, day: string): Reason[] {
  if (me.abilities.includes(ability)) return []
  const held = [...me.mandates, ...me.otherMandates]
  const of = (state: string) => held.filter((mandate) => mandateState(mandate, day) === state)
  const active = of('active')
  const future = of('future').map((mandate) => ({ kind: 'future', mandate }) as const)
  if (active.length === 0) {
    const over = [...of('ended'), ...of('withdrawn')].map((mandate) => ({ kind: 'ended', mandate }) as const)
    return [{ kind: 'none' }, ...future, ...over]
  }
  const chosen = active.find((mandate) => mandate.id === actingAs)
  if (chosen && active.length > 1) return [{ kind: 'narrowed', mandate: chosen }]
  return [{ kind: 'roles', mandates: active }, ...future]
}
