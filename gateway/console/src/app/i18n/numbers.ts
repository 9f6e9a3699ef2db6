import { tag } from './dates'
import type { Language } from './language'

/** The services send at most this many significant digits, which a JSON number keeps exactly. */
const DIGITS = 15

interface Shape {
  /** Digits after the mark that are always written, such as 2 for points: 9,50. */
  decimals?: number
  /** Writes a plus before a positive value: a difference, not an amount. */
  signed?: boolean
}

const formats = new Map<string, Intl.NumberFormat>()

function format(language: Language, { decimals, signed = false }: Shape): Intl.NumberFormat {
  const key = `${language} ${decimals} ${signed}`
  let found = formats.get(key)
  if (!found) {
    found = new Intl.NumberFormat(tag[language], {
      ...(decimals === undefined
        ? { maximumSignificantDigits: DIGITS }
        : { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
      signDisplay: signed ? 'exceptZero' : 'negative',
    })
    formats.set(key, found)
  }
  return found
}

/** `193310` → `193.310`, `50.2` → `50,2`: every digit that was sent and none more, unless `decimals` says how many. */
export function formatNumber(value: number, language: Language, shape: Shape = {}): string {
  return format(language, shape).format(value)
}

/** `48.43` → `48,43%`. The services send percents as percents, not as parts of one. */
export function formatPercent(value: number, language: Language, shape: Shape = {}): string {
  return `${formatNumber(value, language, shape)}%`
}

/**
 * A number as it is typed here: `193.310`, `48,43`, `1 250`; in English with the marks the other way round.
 * Marks that group nothing (`48.43` typed in Vietnamese) are refused: guessing there turns 48,43 into 4.843.
 *
 * @returns null when it is not a number
 */
export function parseNumber(text: string, language: Language): number | null {
  const [group, point] = language === 'vi' ? ['\\.', ','] : [',', '\\.']
  const typed = text
    .trim()
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(/^[−–]/, '-')
  const whole = new RegExp(`^[+-]?(\\d+|\\d{1,3}(${group}\\d{3})+)(${point}\\d+)?$`)
  if (!whole.test(typed)) return null
  const plain = typed.replace(new RegExp(group, 'g'), '').replace(new RegExp(point), '.')
  const digits = plain.replace(/^[+-]/, '').replace('.', '').replace(/^0+/, '')
  return digits.length > DIGITS ? null : Number(plain)
}
