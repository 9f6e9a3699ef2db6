import { around } from '../scoresheets/outline'
import { type Draft, type Group, type Part, sum } from './draft'

/** As many levels of parts as a sheet may have above its groups. */
export const LEVELS = 4

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** A code that no part has yet: A, B, C, ... */
export function freePartCode(parts: Part[]): string {
  const taken = new Set(parts.map((one) => one.code))
  const letter = [...LETTERS].find((one) => !taken.has(one))
  let n = parts.length + 1
  while (taken.has(`P${n}`)) n += 1
  return letter ?? `P${n}`
}

/** The groups that lie in a part at whatever depth. */
export function groupsIn({ parts, groups }: Draft, part: Part): Group[] {
  return groups.filter((group) => around(parts, group).includes(part))
}

/** What its groups come to; their pools of bonus count where they count for the whole sheet. */
export function partSum(draft: Draft, part: Part): number {
  const inside = draft.bonus !== 'ABOVE'
  return sum(groupsIn(draft, part).flatMap((one) => [one.maximum, inside ? (one.bonusMaximum ?? 0) : 0]))
}

/** The parts that it may lie in: neither itself nor one within it, and none so deep that it would have too many levels. */
export function mayLieIn(parts: Part[], part: Part): Part[] {
  const below = (one: Part) => around(parts, one).includes(part)
  const own = Math.max(
    ...parts.filter(below).map((one) => around(parts, one).length - around(parts, part).length),
    0,
  )
  return parts.filter((one) => one !== part && !below(one) && around(parts, one).length + 2 + own <= LEVELS)
}

/**
 * Parts after one was written anew in its place, added at the end or taken out, and the groups with them: what lay in a part goes on
 * lying in it under its new code, and in the part around it once it is gone.
 */
export function withParts({ parts, groups }: Draft, after: Part[]): { parts: Part[]; groups: Group[] } {
  const before = parts ?? []
  const now = new Map<string, string | null>()
  if (after.length < before.length) {
    const gone = before.find((one, at) => one !== after[at])
    if (gone) now.set(gone.code, gone.in === gone.code ? null : (gone.in ?? null))
  } else {
    before.forEach((one, at) => {
      now.set(one.code, after[at]?.code ?? one.code)
    })
  }
  const follow = <T extends { in?: string | null }>(one: T): T => {
    const next = one.in == null ? undefined : now.get(one.in)
    return next === undefined || next === one.in ? one : { ...one, in: next }
  }
  return { parts: after.map(follow), groups: groups.map(follow) }
}

/** The part before (-1) or after it (+1) of those that lie where it lies, in the order that is given. */
export function neighbour(order: Part[], parts: Draft['parts'], part: Part, by: -1 | 1): Part | undefined {
  const within = (one: Part) => around(parts, one).at(-1)
  const beside = order.filter((one) => within(one) === within(part))
  const here = beside.indexOf(part)
  return here < 0 ? undefined : beside[here + by]
}

/**
 * Parts and groups after a part came to stand before (-1) or behind (+1) another, each with all that lies in it. What lies in neither
 * stays where it is.
 */
export function exchanged(
  draft: Draft,
  part: Part,
  other: Part,
  by: -1 | 1,
): { parts: Part[]; groups: Group[] } {
  const parts = draft.parts ?? []
  const order = by === -1 ? [part, other] : [other, part]
  const whole = (one: Part) => parts.filter((each) => each === one || around(parts, each).includes(one))
  return {
    parts: arranged(parts, order.flatMap(whole)),
    groups: arranged(
      draft.groups,
      order.flatMap((one) => groupsIn(draft, one)),
    ),
  }
}

/** The same with some of them in that order, in the places that they have together. */
function arranged<T>(all: T[], some: T[]): T[] {
  const left = new Set(some)
  const next = left.values()
  const after = all.map((one) => (left.has(one) ? (next.next().value as T) : one))
  return after.every((one, at) => one === all[at]) ? all : after
}
