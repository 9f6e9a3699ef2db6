/** What a form holds: one value per field; values are compared by content. */
export type Values = Record<string, unknown>

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** What the other person changed since `base` was read, beside what this person typed. */
export interface Difference {
  field: string
  theirs: unknown
  mine: unknown
  /** Both changed the field, and not to the same thing. */
  clash: boolean
}

/** @param together fields that say one thing: whoever changed one of them said them all */
export function differences(
  base: Values,
  theirs: Values,
  mine: Values,
  together: readonly string[] = [],
): Difference[] {
  const apart = (one: Values, other: Values) => together.some((field) => !same(one[field], other[field]))
  const bothSaid = apart(base, mine) && apart(theirs, mine)
  return Object.keys(theirs)
    .filter((field) => !same(base[field], theirs[field]))
    .map((field) => ({
      field,
      theirs: theirs[field],
      mine: mine[field],
      clash: together.includes(field)
        ? bothSaid
        : !same(base[field], mine[field]) && !same(theirs[field], mine[field]),
    }))
}

/**
 * This person's edits carried over to the other person's version: what was typed stays, the rest is theirs.
 *
 * @param together fields that say one thing: where one of them was typed, all of them stay
 */
export function rebase(base: Values, theirs: Values, mine: Values, together: readonly string[] = []): Values {
  const said = together.some((field) => !same(base[field], mine[field]))
  const untouched = (field: string) => (together.includes(field) ? !said : same(base[field], mine[field]))
  const result: Values = {}
  for (const field of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
    result[field] = field in theirs && untouched(field) ? theirs[field] : mine[field]
  }
  return result
}
