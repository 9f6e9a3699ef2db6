import type { Movement, MovementReport } from '../api/types'

export const STATES: Movement['state'][] = ['OPEN', 'CLOSED']
/** What is reported and reviewed: at mid-term, for each reporting day, at the end. */
export interface Milestone {
  kind: MovementReport['kind']
  day: string | null
}

/** All of a movement, in their order: of the days first, then the end. */
export function milestonesOf(reportingDays: string[]): Milestone[] {
  return [
    { kind: 'MID_TERM', day: null },
    ...reportingDays.map((day): Milestone => ({ kind: 'YEARLY', day })),
    { kind: 'FINAL', day: null },
  ]
}

export function isOf(said: { kind: Milestone['kind']; reportingDay?: string | null }, one: Milestone) {
  return said.kind === one.kind && (said.reportingDay ?? null) === one.day
}

/** One text for a choice among them. */
export function keyOf({ kind, day }: Milestone): string {
  return day ? `${kind} ${day}` : kind
}

export function milestoneOf(key: string): Milestone {
  const [kind, day] = key.split(' ')
  return { kind: kind as Milestone['kind'], day: day ?? null }
}

/** From the shortest to the longest, as the yearly statistics have them. */
export const LENGTHS: Movement['length'][] = [
  'UNDER_ONE_YEAR',
  'ONE_YEAR',
  'ONE_TO_THREE_YEARS',
  'THREE_TO_FIVE_YEARS',
  'FIVE_YEARS_OR_MORE',
  'UNKNOWN',
]
