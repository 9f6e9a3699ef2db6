import type { Scoresheet } from '../indicators/scoreTypes'

/** A sheet of the whole season. */
export const WHOLE = 'whole'

type Placed = Pick<Scoresheet, 'periodId'>

/** The period to begin a sheet for out of one of the same season: the first that has none yet, else any but its own. */
export function otherPeriod(from: Placed | undefined, periods: { id: string }[], sheets: Placed[]): string {
  if (!from) return WHOLE
  const others = [WHOLE, ...periods.map((one) => one.id)].filter((one) => one !== (from.periodId ?? WHOLE))
  return (
    others.find((one) => !sheets.some(({ periodId }) => (periodId ?? WHOLE) === one)) ?? others[0] ?? WHOLE
  )
}
