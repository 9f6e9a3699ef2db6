/** What a unit comes to, criterion by criterion. */
export interface Counted {
  unitId: string
  total: number
  criteria: { code: string; points: number; state: string }[]
}

/** How a unit's points moved when something about it was entered; null where there were none yet, which is not zero. */
export interface Moved {
  unitId: string
  before: number | null
  after: number | null
  criteria: { code: string; before: number | null; after: number | null }[]
}

const hasPoints = ({ state }: { state: string }) => state !== 'NO_FACT' && state !== 'NO_ROW'

const pointsOf = (one: Counted['criteria'][number]) => (hasPoints(one) ? one.points : null)

/** What a unit comes to; null while no criterion has points. */
export const totalOf = (one: Counted) => (one.criteria.some(hasPoints) ? one.total : null)

/** What moved between two looks at the same units; units of which nothing moved are left out. */
export function moved(before: Counted[], after: Counted[]): Moved[] {
  const known = new Map(before.map((one) => [one.unitId, one]))
  return after.flatMap((now) => {
    const then = known.get(now.unitId)
    if (!then) return []
    const before = new Map(then.criteria.map((one) => [one.code, one]))
    const criteria = now.criteria.flatMap((one) => {
      const stood = pointsOf(before.get(one.code) ?? one)
      const after = pointsOf(one)
      return stood === after ? [] : [{ code: one.code, before: stood, after }]
    })
    return criteria.length > 0 || then.total !== now.total
      ? [{ unitId: now.unitId, before: totalOf(then), after: totalOf(now), criteria }]
      : []
  })
}
