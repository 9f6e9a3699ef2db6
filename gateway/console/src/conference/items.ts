import type { AgendaItem } from '../api/types'

/** Who presents an item: somebody by name, a unit, or both; empty when nobody was named. */
export function presentersOf(item: Pick<AgendaItem, 'presenter' | 'unitName'>): string {
  return [item.presenter, item.unitName].filter(Boolean).join(', ')
}
