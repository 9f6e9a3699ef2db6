let ahead = 0

/** Whole minutes, so that the way an answer takes is not mistaken for a clock that moved. */
const MINUTE = 60_000

/**
 * Takes the platform's business time as a service told it; days and deadlines on the screen go by it from then on. It is the
 * services' clock, whatever this machine's says, and a demo may have moved it.
 *
 * @returns how many minutes it is ahead of this machine's clock
 */
export function tellBusinessTime(now: string | undefined, here: number = Date.now()): number {
  const told = now === undefined ? Number.NaN : Date.parse(now)
  if (!Number.isNaN(told)) ahead = Math.round((told - here) / MINUTE)
  return ahead
}

export function businessNow(here: number = Date.now()): Date {
  return new Date(here + ahead * MINUTE)
}
