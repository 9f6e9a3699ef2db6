import type { Translate } from '../app/i18n'
import { plain } from '../app/i18n/plain'
import type { CatalogueIndicator } from './types'

/** An indicator, as far as words may stand for its numbers. */
export interface Answered {
  valueKind: CatalogueIndicator['valueKind']
  /** What its levels are called, the lowest, 1, first. */
  levels?: readonly string[]
}

export interface Answer {
  value: number
  word: string
}

/** Whether people answer with a word and not with a number. */
export const isAnswered = ({ valueKind }: Answered) => valueKind === 'YES_NO' || valueKind === 'LEVEL'

/** The words that stand for its numbers, the lowest first; none where numbers are said. */
export function answersOf(t: Translate, { valueKind, levels }: Answered): Answer[] {
  if (valueKind === 'YES_NO') return [t('report.no'), t('report.yes')].map((word, value) => ({ value, word }))
  if (valueKind === 'LEVEL') return (levels ?? []).map((word, at) => ({ value: at + 1, word }))
  return []
}

/** The word that stands for a number; null where none does. */
export function wordOf(t: Translate, one: Answered, value: number): string | null {
  return answersOf(t, one).find((answer) => answer.value === value)?.word ?? null
}

const YES = ['có', 'co', 'c', 'x', 'yes', 'y', 'đạt', '1']
const NO = ['không', 'khong', 'k', 'no', 'n', 'chưa', '0']

/** Yes and no as people type them; null when it is neither. */
function readYesNo(text: string): number | null {
  const word = text.trim().toLowerCase()
  return YES.includes(word) ? 1 : NO.includes(word) ? 0 : null
}

/** The number that a typed or pasted answer means; accents may be missing where that leaves no doubt. Null when it is no answer. */
export function readAnswer(text: string, { valueKind, levels = [] }: Answered): number | null {
  if (valueKind === 'YES_NO') return readYesNo(text)
  const exact = levels.findIndex((name) => name.toLowerCase() === text.trim().normalize('NFC').toLowerCase())
  if (exact >= 0) return exact + 1
  const alike = levels.flatMap((name, at) =>
    plain(name) === plain(text) || String(at + 1) === text.trim() ? [at + 1] : [],
  )
  return alike.length === 1 ? (alike[0] ?? null) : null
}
