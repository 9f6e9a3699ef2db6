import { around, outline } from '../scoresheets/outline'
import { type Criterion, criterionOf, type Draft, type Group, type Part, sum } from './draft'
import { ruleOf } from './kinds'
import { exchanged, groupsIn, neighbour } from './parts'

/** A node of the tree: a group, a criterion of one, or a part whose heading stands above that group. */
export interface Place {
  group: number
  criterion: number | null
  part?: number
}

/** The groups after an act, and the parts where they changed too, and the node to stand on. */
export interface Acted {
  groups: Group[]
  parts?: Part[]
  at: Place
}

export function samePlace(one: Place, other: Place): boolean {
  return one.group === other.group && one.criterion === other.criterion && one.part === other.part
}

/** Headings, groups and criteria in the order in which they are read; groups keep theirs, so that a heading may come again. */
export function stops({ parts, groups }: Pick<Draft, 'parts' | 'groups'>): Place[] {
  return places(groups).flatMap((place) => {
    const group = groups[place.group]
    if (place.criterion !== null || !group) return [place]
    const before = groups[place.group - 1]
    const above = before ? around(parts, before) : []
    const heads = around(parts, group).filter((part) => !above.includes(part))
    return [...heads.map((part) => ({ ...place, part: parts?.indexOf(part) ?? 0 })), place]
  })
}

/** All nodes in the order in which they are read. */
export function places(groups: Group[]): Place[] {
  return groups.flatMap((group, g) => [
    { group: g, criterion: null },
    ...group.criteria.map((_, c) => ({ group: g, criterion: c })),
  ])
}

/** The node nearest to where one was, after something was removed. */
export function settled(groups: Group[], at: Place, parts?: Draft['parts']): Place {
  const part = at.part === undefined ? undefined : parts?.[at.part]
  const within = (one: Group | undefined) => !!one && !!part && around(parts, one).includes(part)
  if (within(groups[at.group])) {
    const above = groups.slice(0, at.group).findLastIndex((one) => !within(one))
    return { group: above + 1, criterion: null, part: at.part }
  }
  const group = Math.max(0, Math.min(at.group, groups.length - 1))
  const most = (groups[group]?.criteria.length ?? 0) - 1
  return { group, criterion: at.criterion === null || most < 0 ? null : Math.min(at.criterion, most) }
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']

/** A code that no group of the sheet has yet: I, II, III, ... */
export function freeGroupCode(groups: Group[]): string {
  const taken = new Set(groups.map((one) => one.code))
  const roman = ROMAN.find((code) => !taken.has(code))
  let n = groups.length + 1
  while (taken.has(`N${n}`)) n += 1
  return roman ?? `N${n}`
}

/** A code that no criterion of the sheet has yet: the group's with the next number. */
export function freeCriterionCode(groups: Group[], group: string): string {
  const taken = new Set(groups.flatMap((one) => one.criteria.map((each) => each.code)))
  let n = 1
  while (taken.has(`${group}.${n}`)) n += 1
  return `${group}.${n}`
}

export interface Names {
  group: string
  criterion: string
}

function fresh(groups: Group[], group: string, name: string): Criterion {
  return criterionOf(freeCriterionCode(groups, group), name, 10, ruleOf('PROPORTIONAL', 10))
}

/**
 * A new group after the one stood on and in the same part, at the end of a part stood on, with its first criterion: a group without any
 * is none.
 */
export function addGroup(draft: Draft, at: Place | null, names: Names): Acted {
  const { groups } = draft
  const code = freeGroupCode(groups)
  const criteria = [fresh(groups, code, names.criterion)]
  const part = partAt(draft, at)
  const within = (part ? part.code : at && groups[at.group]?.in) ?? null
  const group: Group = { code, name: names.group, maximum: 10, bonusMaximum: 0, criteria, in: within }
  const last = part ? groups.findLastIndex((one) => groupsIn(draft, part).includes(one)) : at?.group
  const where = last === undefined ? groups.length : last + 1
  return { groups: groups.toSpliced(where, 0, group), at: { group: where, criterion: null } }
}

/** A new criterion after the one stood on, at the end of a group stood on. */
export function addCriterion({ groups }: Draft, at: Place, names: Names): Acted {
  const group = groups[at.group]
  if (!group || at.part !== undefined) return { groups, at }
  const where = at.criterion === null ? group.criteria.length : at.criterion + 1
  const criteria = group.criteria.toSpliced(where, 0, fresh(groups, group.code, names.criterion))
  return {
    groups: groups.with(at.group, { ...group, criteria }),
    at: { group: at.group, criterion: where },
  }
}

/** Whether the node may go: the last criterion goes with its group, the last group stays. */
export function mayRemove({ groups }: Draft, at: Place): boolean {
  if (at.part !== undefined) return false
  return groups.length > 1 || (at.criterion !== null && (groups[at.group]?.criteria.length ?? 0) > 1)
}

export function remove(draft: Draft, at: Place): Acted {
  const group = draft.groups[at.group]
  if (!group || !mayRemove(draft, at)) return { groups: draft.groups, at }
  if (at.criterion === null || group.criteria.length === 1) {
    const groups = draft.groups.toSpliced(at.group, 1)
    return { groups, at: settled(groups, { group: at.group, criterion: null }) }
  }
  const groups = draft.groups.with(at.group, {
    ...group,
    criteria: group.criteria.toSpliced(at.criterion, 1),
  })
  return { groups, at: settled(groups, at) }
}

function partAt({ parts }: Draft, at: Place | null): Part | undefined {
  return at?.part === undefined ? undefined : parts?.[at.part]
}

/** A part changes places with the one beside it that is read before (-1) or after it (+1), each with all that lies in it. */
function movePart(draft: Draft, part: Part, at: Place, by: -1 | 1): Acted {
  const read = outline(draft).flatMap((line) =>
    line.part && groupsIn(draft, line.part).length ? [line.part] : [],
  )
  const other = neighbour(read, draft.parts, part, by)
  if (!other) return { groups: draft.groups, at }
  const { parts, groups } = exchanged(draft, part, other, by)
  const group = groups.findIndex((one) => around(parts, one).includes(part))
  return { groups, parts, at: { group, criterion: null, part: parts.indexOf(part) } }
}

/** One place up (-1) or down (+1); a criterion at the edge of its group goes over into the neighbouring one. */
export function move(draft: Draft, at: Place, by: -1 | 1): Acted {
  const part = partAt(draft, at)
  if (part) return movePart(draft, part, at, by)
  const { groups } = draft
  const group = groups[at.group]
  const other = groups[at.group + by]
  if (!group) return { groups, at }
  if (at.criterion === null) {
    if (!other) return { groups, at }
    return {
      groups: groups.with(at.group, other).with(at.group + by, group),
      at: { group: at.group + by, criterion: null },
    }
  }
  const moved = group.criteria[at.criterion]
  const neighbour = group.criteria[at.criterion + by]
  if (moved && neighbour) {
    const criteria = group.criteria.with(at.criterion, neighbour).with(at.criterion + by, moved)
    return {
      groups: groups.with(at.group, { ...group, criteria }),
      at: { group: at.group, criterion: at.criterion + by },
    }
  }
  // A group keeps at least one.
  if (!moved || !other || group.criteria.length === 1) return { groups, at }
  const where = by === 1 ? 0 : other.criteria.length
  const left = { ...group, criteria: group.criteria.toSpliced(at.criterion, 1) }
  const joined = { ...other, criteria: other.criteria.toSpliced(where, 0, moved) }
  return {
    groups: groups.with(at.group, left).with(at.group + by, joined),
    at: { group: at.group + by, criterion: where },
  }
}

/** A criterion becomes a group of its own, after the one it was in. */
export function out({ groups }: Draft, at: Place): Acted {
  const group = groups[at.group]
  const moved = at.criterion === null ? undefined : group?.criteria[at.criterion]
  if (!group || !moved || group.criteria.length === 1) return { groups, at }
  const rest = group.criteria.filter((one) => one !== moved)
  const own: Group = {
    code: freeGroupCode(groups),
    name: moved.name,
    maximum: moved.maximum,
    bonusMaximum: 0,
    criteria: [moved],
    in: group.in,
  }
  return {
    groups: groups.with(at.group, { ...group, criteria: rest }).toSpliced(at.group + 1, 0, own),
    at: { group: at.group + 1, criterion: 0 },
  }
}

/** A group's criteria join the group above, which then states the points of both. */
export function into({ groups }: Draft, at: Place): Acted {
  const group = groups[at.group]
  const above = groups[at.group - 1]
  if (!group || !above || at.criterion !== null || at.part !== undefined) return { groups, at }
  const joined: Group = {
    ...above,
    maximum: sum([above.maximum, group.maximum]),
    bonusMaximum: sum([above.bonusMaximum ?? 0, group.bonusMaximum ?? 0]),
    criteria: [...above.criteria, ...group.criteria],
  }
  return {
    groups: groups.toSpliced(at.group - 1, 2, joined),
    at: { group: at.group - 1, criterion: above.criteria.length },
  }
}
