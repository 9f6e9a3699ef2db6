import type { PeriodKind } from './types'

/** Kinds of period in the order of the year. */
export const PERIOD_KINDS: PeriodKind[] = ['H1', 'M9', 'YEAR']
