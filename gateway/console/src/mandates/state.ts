import type { Mandate } from '../api/types'

export type MandateState = 'active' | 'future' | 'ended' | 'withdrawn'

/** Where a mandate stands on a day (ISO date). Its last day still counts. */
export function mandateState(
  mandate: Pick<Mandate, 'validFrom' | 'validTo' | 'withdrawnAt'>,
  day: string,
): MandateState {
  if (mandate.withdrawnAt) return 'withdrawn'
  if (day < mandate.validFrom) return 'future'
  if (mandate.validTo && day > mandate.validTo) return 'ended'
  return 'active'
}
