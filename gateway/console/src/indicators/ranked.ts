import type { RankingRow } from './scoreTypes'

/**
 * How far each unit is behind the first; what one has to make up. Exact to the digits of points, as the service sends them. The first is
 * the one in the first row: a unit that is knocked out may have more points.
 */
export function behindFirst(rows: Pick<RankingRow, 'unitId' | 'total'>[]): Map<string, number> {
  const first = rows[0]?.total ?? 0
  return new Map(rows.map((row) => [row.unitId, Number((row.total - first).toFixed(6))]))
}

/** Where a unit stood the season before, and whether it rose or fell: "3 ▲2". */
export function movement({ rank, rankBefore }: Pick<RankingRow, 'rank' | 'rankBefore'>): string {
  if (rankBefore === null) return '—'
  const places = rankBefore - rank
  if (places === 0) return `${rankBefore} =`
  return `${rankBefore} ${places > 0 ? '▲' : '▼'}${Math.abs(places)}`
}

/**
 * What a part or a group came to; null where nothing is known of any of its criteria.
 *
 * @param given nothing where the instance that answers is older than parts, as happens while one takes the place of the other: then what
 *     a part came to is not known, and it is no 0
 */
export function cameTo(given: RankingRow['byPart'] | undefined, code: string): number | null {
  const found = given?.find((one) => one.code === code)
  return found && found.known > 0 ? found.points : null
}
