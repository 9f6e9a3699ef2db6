const KEY = 'thidua.loginsTried'
const WINDOW = 30_000
const MOST = 3

/**
 * How often this tab was sent to log in of late. One attempt may be cut off by another (the person goes to a second page while
 * the first is on its way), so one is not yet a circle; three without having come in are.
 */
export function mayBeSent(kept: Storage, now: number): boolean {
  return recent(kept, now).length < MOST
}

export function noteSent(kept: Storage, now: number): void {
  kept.setItem(KEY, JSON.stringify([...recent(kept, now), now]))
}

export function cameIn(kept: Storage): void {
  kept.removeItem(KEY)
}

function recent(kept: Storage, now: number): number[] {
  const times: number[] = JSON.parse(kept.getItem(KEY) ?? '[]')
  return times.filter((time) => now - time < WINDOW)
}
