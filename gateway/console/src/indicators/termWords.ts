import { rangeWords, type Words } from './furtherWords'
import type { Scoresheet } from './scoreTypes'

type Terms = Pick<Scoresheet, 'groups' | 'knockOuts' | 'grades' | 'prizes' | 'ties'>

/** What a sheet says beyond points, as sentences: knock-outs, classes, prizes, equal totals. */
export function termWords(words: Words, sheet: Terms): string[] {
  const { t, number } = words
  const names = new Map([
    ...sheet.groups.flatMap((group) => group.criteria).map((one) => [one.code, one.name] as const),
    ...sheet.groups.map((group) => [group.code, group.name] as const),
  ])
  const named = (code: string) => [code, names.get(code)].filter(Boolean).join(' ')
  return [
    ...(sheet.knockOuts ?? []).map((one) => {
      const of = named(one.of)
      const range = rangeWords(words, one.range, one.measured === 'PERCENT_OF_MAXIMUM' ? '%' : '')
      const when = t(`terms.measured.${one.measured}`, { of, range })
      return one.zeroes?.length
        ? t('terms.knockOut.zeroes', { name: one.name, when, zeroes: one.zeroes.join(', ') })
        : t('terms.knockOut.behind', { name: one.name, when })
    }),
    ...(sheet.grades ?? []).map((one) =>
      [
        t('terms.grade', { name: one.name, range: rangeWords(words, one.total, '') }),
        one.everyCriterion != null && t('terms.everyCriterion', { percent: number(one.everyCriterion) }),
        one.everyGroup != null && t('terms.everyGroup', { percent: number(one.everyGroup) }),
        one.vote && t('terms.vote'),
      ]
        .filter(Boolean)
        .join('; '),
    ),
    ...(sheet.prizes ?? []).map((one) => t('terms.prize', { name: one.name, n: number(one.count) })),
    ...(sheet.ties?.length
      ? [t('terms.ties', { codes: sheet.ties.map((one) => named(one.of)).join('; ') })]
      : []),
  ]
}
