/** Which mark parts thousands and which the decimals: 1.234,5 or 1,234.5. */
export type Convention = 'vi' | 'en'

/** Why a text is not taken as a number. */
export type Unreadable =
  | 'notNumber'
  /** 1.234 is one thousand and more, or one and a bit: nothing beside it tells which. */
  | 'twoWays'
  /** 1,2E+05: the spreadsheet has already dropped digits. */
  | 'rounded'
  /** #### : the column of the spreadsheet is too narrow to show its number. */
  | 'hidden'
  /** #N/A, #REF!: a formula of the spreadsheet failed. */
  | 'formula'
  /** A percent sign where the indicator is not measured in percent. */
  | 'percent'
  | 'tooLong'

export type Read = { number: number } | { why: Unreadable }

/** What a JSON number keeps exactly. */
const DIGITS = 15

const SHAPE = /^[+-]?\d[\d.,]*$/

/** Blanks that group thousands are taken away; blanks anywhere else stay and spoil the number. */
function tidy(text: string): string {
  const typed = text.trim().replace(/^[−–]/, '-')
  return /^[+-]?\d{1,3}([ \u00a0\u202f]\d{3})+([.,]\d+)?$/.test(typed)
    ? typed.replace(/[ \u00a0\u202f]/g, '')
    : typed
}

/** `'both'` when the text is the same number either way, `'open'` when it is two, null when it is no number in either. */
function conventionOf(text: string): Convention | 'both' | 'open' | null {
  const typed = tidy(text).replace(/%$/, '').trim()
  if (!SHAPE.test(typed)) return null
  const vi = grouped(typed, '.', ',')
  const en = grouped(typed, ',', '.')
  if (vi && en) return /[.,]/.test(typed) ? 'open' : 'both'
  return vi ? 'vi' : en ? 'en' : null
}

/** Digits with groups of exactly three; a group that begins with 0 parts no thousands. */
function grouped(typed: string, group: string, point: string): boolean {
  const [g, p] = [`\\${group}`, `\\${point}`]
  return new RegExp(`^[+-]?(\\d+|[1-9]\\d{0,2}(${g}\\d{3})+)(${p}\\d+)?$`).test(typed)
}

/** What the texts of a block say together of how their spreadsheet writes: null when nothing does, or when they disagree. */
export function conventionIn(texts: Iterable<string>): Convention | null {
  const seen = new Set<Convention>()
  for (const text of texts) {
    const found = conventionOf(text)
    if (found === 'vi' || found === 'en') seen.add(found)
  }
  return seen.size === 1 ? ([...seen][0] as Convention) : null
}

/**
 * Reads one pasted text. Where the text itself allows one reading only, that is taken; where it allows two, the convention of
 * its spreadsheet decides; where that is not known, nothing is guessed.
 */
export function readNumber(text: string, convention: Convention | null, inPercent: boolean): Read {
  const typed = tidy(text)
  if (/^#+$/.test(typed)) return { why: 'hidden' }
  if (/^#/.test(typed)) return { why: 'formula' }
  if (/^[+-]?\d+([.,]\d+)?e[+-]?\d+$/i.test(typed)) return { why: 'rounded' }
  const plain = typed.replace(/\s*%$/, '')
  const found = conventionOf(plain)
  if (found === null) return { why: 'notNumber' }
  if (plain !== typed && !inPercent) return { why: 'percent' }
  const by = found === 'both' ? 'vi' : found === 'open' ? convention : found
  if (by === null) return { why: 'twoWays' }
  const digits = by === 'vi' ? plain.replaceAll('.', '').replace(',', '.') : plain.replaceAll(',', '')
  return digits.replace(/[^\d]/g, '').replace(/^0+/, '').length > DIGITS
    ? { why: 'tooLong' }
    : { number: Number(digits) }
}
