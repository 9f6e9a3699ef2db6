import type { Translate } from '../app/i18n'

export type Qualifier = 'EXACT' | 'ABOUT' | 'NEARLY' | 'ABOVE' | 'AT_LEAST'
export type Measured =
  | 'VALUE'
  | 'PERCENT_OF_PLAN'
  | 'PERCENT_OF_BUDGET_ESTIMATE'
  | 'GROWTH'
  | 'AGAINST_TARGET'

interface Words {
  t: Translate
  number(value: number): string
}

/** A number with its unit of measure, as printed: 193.310 tỷ đồng, 48,43%, 49/35 tiêu chí. */
export function amount(
  { number }: Pick<Words, 'number'>,
  value: number,
  unitOfMeasure: string,
  outOf: number | null = null,
): string {
  const written = outOf === null ? number(value) : `${number(value)}/${number(outOf)}`
  return unitOfMeasure.startsWith('%') ? `${written}${unitOfMeasure}` : `${written} ${unitOfMeasure}`
}

/** By how much a number moved: +12 tỷ đồng; a percent moves by so many points. */
export function moved(t: Translate, words: Pick<Words, 'number'>, by: number, unitOfMeasure: string): string {
  const sign = by > 0 ? '+' : by < 0 ? '−' : ''
  const size = Math.abs(by)
  const written = unitOfMeasure.startsWith('%')
    ? t('digest.points', { n: words.number(size) })
    : amount(words, size, unitOfMeasure)
  return sign + written
}

/** The words that qualify a stated number: gần, trên, khoảng, từ … trở lên. */
export function qualified(t: Translate, qualifier: string | null, text: string): string {
  switch (qualifier as Qualifier | null) {
    case null:
    case 'EXACT':
      return text
    case 'ABOUT':
      return t('figure.ABOUT', { figure: text })
    case 'NEARLY':
      return t('figure.NEARLY', { figure: text })
    case 'ABOVE':
      return t('figure.ABOVE', { figure: text })
    case 'AT_LEAST':
      return t('figure.AT_LEAST', { figure: text })
  }
}

interface Typed {
  value: number | null
  unitOfMeasure: string | null
  qualifier: Qualifier | null
}

/** What was typed into a cell, with its unit and the words around it, so that it comes in again as what it was. */
export function typedWords({ t, number }: Words, { value, unitOfMeasure, qualifier }: Typed): string {
  if (value === null) return ''
  return qualified(t, qualifier, [number(value), unitOfMeasure].filter(Boolean).join(' '))
}

interface Figure {
  value: number
  outOf: number | null
  qualifier: string
}

/** A stated figure in the words of its document; the measure is said where the number alone would not tell. */
export function figureWords(words: Words, measure: string, unitOfMeasure: string, figure: Figure): string {
  const text = qualified(words.t, figure.qualifier, amount(words, figure.value, unitOfMeasure, figure.outOf))
  switch (measure as Measured) {
    case 'PERCENT_OF_PLAN':
      return words.t('figure.ofPlan', { figure: text })
    case 'PERCENT_OF_BUDGET_ESTIMATE':
      return words.t('figure.ofBudgetEstimate', { figure: text })
    default:
      return text
  }
}
