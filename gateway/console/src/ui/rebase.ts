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

export function differences(base: Values, theirs: Values, mine: Values): Difference[] {
  return Object.keys(theirs)
    .filter((field) => !same(base[field], theirs[field]))
    .map((field) => ({
      field,
      theirs: theirs[field],
      mine: mine[field],
      clash: !same(base[field], mine[field]) && !same(theirs[field], mine[field]),
    }))
}

/** This person's edits carried over to the other person's version: what was typed stays, the rest is theirs. */
export function rebase(base: Values, theirs: Values, mine: Values): Values {
  const result: Values = {}
  for (const field of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
    result[field] = field in theirs && same(base[field], mine[field]) ? theirs[field] : mine[field]
  }
  return result
}
