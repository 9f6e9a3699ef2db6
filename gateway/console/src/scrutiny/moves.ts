import type { Move } from './queries'

/** How many places a unit rises or falls: "▲2", "▼1", "=". */
export function places({ pastRank, triedRank }: Pick<Move, 'pastRank' | 'triedRank'>): string {
  const up = pastRank - triedRank
  return up === 0 ? '=' : `${up > 0 ? '▲' : '▼'}${Math.abs(up)}`
}

/** Codes missing by the tried sheet for some unit, each with how many units. */
export function missing(units: Pick<Move, 'missing'>[]): { code: string; units: number }[] {
  const counted = new Map<string, number>()
  for (const unit of units) {
    for (const code of unit.missing) counted.set(code, (counted.get(code) ?? 0) + 1)
  }
  return [...counted].map(([code, count]) => ({ code, units: count }))
}
