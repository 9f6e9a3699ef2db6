import type { Headship, Member, Season } from '../api/types'

/** A unit with all its times in the cluster and all its offices, for one row of the timeline. */
export interface Standing {
  unitId: string
  unitName: string
  memberships: Member[]
  offices: Headship[]
}

/**
 * One row a unit: who leads now or led last comes first, the rest by name. Somebody who led without being recorded as a member is
 * shown too: the record says so, and hiding it would not make it better.
 */
export function standings(members: Member[], headships: Headship[], collator: Intl.Collator): Standing[] {
  const rows = new Map<string, Standing>()
  const row = (unitId: string, unitName: string): Standing => {
    const known = rows.get(unitId) ?? { unitId, unitName, memberships: [], offices: [] }
    rows.set(unitId, known)
    return known
  }
  for (const member of members) row(member.unitId, member.unitName).memberships.push(member)
  for (const office of headships) row(office.unitId, office.unitName).offices.push(office)
  const rank = (standing: Standing, role: Headship['role']) =>
    standing.offices
      .filter((office) => office.role === role)
      .map((office) => office.to)
      .sort()
      .pop() ?? ''
  return [...rows.values()].sort(
    (a, b) =>
      rank(b, 'HEAD').localeCompare(rank(a, 'HEAD')) ||
      rank(b, 'DEPUTY').localeCompare(rank(a, 'DEPUTY')) ||
      collator.compare(a.unitName, b.unitName),
  )
}

/** The head of a season, then its deputies, then who else is of its standing group. A head may be unknown. */
export function leadersOf(season: Season): {
  head: Headship | undefined
  deputies: Headship[]
  standing: Headship[]
} {
  return {
    head: season.headships.find((office) => office.role === 'HEAD'),
    deputies: season.headships.filter((office) => office.role === 'DEPUTY'),
    standing: season.headships.filter((office) => office.role === 'STANDING_GROUP'),
  }
}
