import type { Movement, MovementReport } from '../api/types'

export const STATES: Movement['state'][] = ['OPEN', 'CLOSED']
export const STAGES: MovementReport['kind'][] = ['MID_TERM', 'FINAL']
/** From the shortest to the longest, as the yearly statistics have them. */
export const LENGTHS: Movement['length'][] = [
  'UNDER_ONE_YEAR',
  'ONE_YEAR',
  'ONE_TO_THREE_YEARS',
  'THREE_TO_FIVE_YEARS',
  'FIVE_YEARS_OR_MORE',
  'UNKNOWN',
]
