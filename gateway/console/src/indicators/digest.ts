import type { DigestSeries } from './types'

/** The number itself before its percents: it is what the others speak of. */
const ORDER = ['VALUE', 'GROWTH', 'AGAINST_TARGET', 'PERCENT_OF_PLAN', 'PERCENT_OF_BUDGET_ESTIMATE']

export function mainFirst(series: DigestSeries[]): DigestSeries[] {
  return [...series].sort((a, b) => ORDER.indexOf(a.measure) - ORDER.indexOf(b.measure))
}

/** The percents that a document prints in brackets behind a unit's number. */
export function companionsOf(all: DigestSeries[], main: DigestSeries): DigestSeries[] {
  if (main.measure !== 'VALUE') return []
  return all.filter(
    (one) => one.measure === 'PERCENT_OF_BUDGET_ESTIMATE' || one.measure === 'PERCENT_OF_PLAN',
  )
}
