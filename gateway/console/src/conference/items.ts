import type { AgendaItem } from '../api/types'

/** Who presents an item: somebody by name, a unit, or both; empty when nobody was named. */
export function presentersOf(item: Pick<AgendaItem, 'presenter' | 'unitName'>): string {
  return [item.presenter, item.unitName].filter(Boolean).join(', ')
}

type Course = Pick<AgendaItem, 'begunAt' | 'endedAt'>

/** Still to come, under way, or over. */
export function stateOf(item: Course): 'AHEAD' | 'UNDER_WAY' | 'OVER' {
  if (!item.begunAt) return 'AHEAD'
  return item.endedAt ? 'OVER' : 'UNDER_WAY'
}
