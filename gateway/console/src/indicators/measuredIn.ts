/** Blanks and capitals make no other unit. */
const tidied = (text: string) => text.trim().replace(/\s+/g, ' ').toLocaleLowerCase('vi')

export interface Typed {
  number: string
  /** Null for the indicator's own unit. */
  unit: string | null
}

/**
 * A number with its unit of measure, as people type it: 1,2 tỷ đồng. Null when no unit that the indicator takes stands behind it.
 *
 * @param own the indicator's own unit
 */
export function splitUnit(text: string, own: string, further: readonly string[]): Typed | null {
  const words = tidied(text)
  // The longest first: "nghìn tỷ đồng" ends with "tỷ đồng" too.
  const known = [own, ...further].sort((a, b) => b.length - a.length)
  for (const unit of known) {
    const number = words.endsWith(tidied(unit)) ? words.slice(0, -tidied(unit).length).trim() : ''
    if (number !== '' && /\d$/.test(number)) return { number, unit: unit === own ? null : unit }
  }
  return null
}

/** A unit of measure that cannot be taken, and what would be. */
export interface WrongUnit {
  why: 'unknownUnit' | 'otherUnit'
  unit: string
  expected: string
}

/**
 * What is wrong with the unit behind a number, where that is what is wrong: the indicator does not know it, or the other numbers
 * beside it are in another one. Null where no unit stands there or it can be taken.
 *
 * @param held the unit that the other numbers are in; undefined where there are none
 */
export function wrongUnit(
  text: string,
  own: string,
  further: readonly string[],
  held?: string,
): WrongUnit | null {
  const unit = /^[+\-−–]?\d[\d.,\s]*?\s*([^\d\s.,].*)$/.exec(text.trim())?.[1]
  if (unit === undefined || /^e[+-]?\d+$/i.test(unit)) return null
  const known = [own, ...further].find((one) => tidied(one) === tidied(unit))
  if (known === undefined) return { why: 'unknownUnit', unit, expected: [own, ...further].join(', ') }
  return held === undefined || held === known ? null : { why: 'otherUnit', unit: known, expected: held }
}
