/** What a unit comes to, criterion by criterion. */
export interface Counted {
  unitId: string
  total: number
  criteria: { code: string; points: number; state: string }[]
}

/** How a unit's points moved when something about it was entered. */
export interface Moved {
  unitId: string
  before: number
  after: number
  criteria: { code: string; before: number; after: number }[]
}

/** What moved between two looks at the same units; units of which nothing moved are left out. */
export function moved(before: Counted[], after: Counted[]): Moved[] {
  const known = new Map(before.map((one) => [one.unitId, one]))
  return after.flatMap((now) => {
    const then = known.get(now.unitId)
    if (!then) return []
    const points = new Map(then.criteria.map((one) => [one.code, one.points]))
    const criteria = now.criteria.flatMap(({ code, points: after }) => {
      const before = points.get(code) ?? after
      return before === after ? [] : [{ code, before, after }]
    })
    return criteria.length > 0 || then.total !== now.total
      ? [{ unitId: now.unitId, before: then.total, after: now.total, criteria }]
      : []
  })
}
