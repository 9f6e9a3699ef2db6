import type { Language } from '../app/i18n/language'
import { parseNumber } from '../app/i18n/numbers'
import type { Known } from './types'

/**
 * What was pasted of units, one a line: code, figure, region, between tabs or semicolons; figure or region may be left out.
 *
 * @returns the lines that could not be read beside those that could
 */
export function knownOf(text: string, language: Language): { known: Known[]; unread: string[] } {
  const known: Known[] = []
  const unread: string[] = []
  for (const line of text.split('\n')) {
    if (!line.trim()) continue
    const [code = '', figure = '', region = '', ...more] = line.split(/\t|;/).map((part) => part.trim())
    const number = figure ? parseNumber(figure, language) : null
    if (!code || more.length > 0 || (figure && number === null) || (!figure && !region))
      unread.push(line.trim())
    else known.push({ code: code.toUpperCase(), figure: number, region: region || null })
  }
  return { known, unread }
}
