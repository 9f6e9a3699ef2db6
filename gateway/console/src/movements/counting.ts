import type { MovementStatistics } from '../api/types'

type Count = MovementStatistics['counts'][number]

/** How many there are of each value, in the order given; values of which there are none are left out. */
export function countedBy<K extends 'level' | 'kind' | 'length'>(
  counts: Count[],
  what: K,
  order: Count[K][],
): { value: Count[K]; movements: number }[] {
  return order
    .map((value) => ({
      value,
      movements: counts
        .filter((count) => count[what] === value)
        .reduce((sum, count) => sum + count.movements, 0),
    }))
    .filter((one) => one.movements > 0)
}
