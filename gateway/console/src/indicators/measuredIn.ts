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
