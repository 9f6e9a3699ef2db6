import type { RankingRow } from './scoreTypes'

/** How far each unit is behind the first; what one has to make up. Exact to the digits of points, as the service sends them. */
export function behindFirst(rows: Pick<RankingRow, 'unitId' | 'total'>[]): Map<string, number> {
  const first = Math.max(...rows.map((row) => row.total))
  return new Map(rows.map((row) => [row.unitId, Number((row.total - first).toFixed(6))]))
}
