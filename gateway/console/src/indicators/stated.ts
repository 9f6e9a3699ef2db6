import type { Qualifier } from './figures'

/** Small letters without accents, each at the place where it was. */
const plain = (text: string) =>
  text
    .split('')
    .map((sign) => (sign.toLowerCase()[0] ?? sign).normalize('NFD')[0])
    .join('')
    .replaceAll('đ', 'd')

const BEFORE: [Qualifier, RegExp][] = [
  ['ABOUT', /^(?:khoang|about|[~≈])\s*(?=[-−–]?\d)/],
  ['NEARLY', /^(?:gan|nearly)\s*(?=[-−–]?\d)/],
  ['AT_LEAST', /^(?:≥|>=|it nhat|toi thieu|khong duoi|at least)\s*(?=[-−–]?\d)/],
  ['ABOVE', /^(?:tren|hon|above|>)\s*(?=[-−–]?\d)/],
]
const FROM = /^(?:tu\s+)?([-−–]?\d.*?)\s+(?:tro len|or more)$/

/** Words of that kind with which nothing is kept: "từ 30" may be exact, and "dưới 30" may be anything. */
const OTHER = /^(?:(?:duoi|tu|khong qua|below|under)\s+|[<≤]\s*)[-−–]?\d/

export const isOtherwiseStated = (text: string) => OTHER.test(plain(text.normalize('NFC').trim()))

export interface Said {
  /** Null where nothing stands around the number: it is exact. */
  qualifier: Qualifier | null
  /** The number, with its unit where one stands behind it. */
  rest: string
}

/** The words around a number that is not exact: khoảng 7, ~7, gan 95%, trên 1.200, từ 30 trở lên, ít nhất 30; accents may be missing. */
export function splitQualifier(text: string): Said {
  const typed = text.normalize('NFC').trim()
  const words = plain(typed)
  for (const [qualifier, before] of BEFORE) {
    const found = before.exec(words)
    if (found) return { qualifier, rest: typed.slice(found[0].length) }
  }
  const from = FROM.exec(words)?.[1]
  if (from === undefined) return { qualifier: null, rest: text }
  const start = words.indexOf(from)
  return { qualifier: 'AT_LEAST', rest: typed.slice(start, start + from.length) }
}
