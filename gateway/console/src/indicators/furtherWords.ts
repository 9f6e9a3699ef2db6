import type { Translate } from '../app/i18n'
import type { Rule } from './scoreTypes'

export interface Words {
  t: Translate
  number(value: number): string
}

/** Names of a criterion's further numbers, by code. */
export type Names = Record<string, string>

type Range = NonNullable<NonNullable<Rule['cases']>[number]['when'][number]['range']>
type When = NonNullable<Rule['cases']>[number]['when'][number]

/** The rules that look at more than one number, or that a cluster has to say how to read. */
export function furtherWords(words: Words, rule: Rule, maximum: number, inputs: Names): string[] {
  const { t, number } = words
  const of = t(`rule.of.${rule.of ?? 'VALUE'}`)
  const unit = rule.of === 'VALUE' || rule.of == null ? '' : '%'
  switch (rule.type) {
    case 'CONDITIONS':
      return [
        t(rule.overlap ? `rule.CONDITIONS.${rule.overlap}` : 'rule.CONDITIONS'),
        ...(rule.cases ?? []).map((row) =>
          t('rule.case', {
            when: row.when.map((when) => whenWords(words, when, inputs)).join(', '),
            points: number(row.points),
          }),
        ),
      ]
    case 'DEDUCTION':
      return [
        t('rule.DEDUCTION', { of, points: number(rule.points ?? maximum) }),
        ...(rule.rungs ?? []).map((rung) =>
          t('rule.band', { range: rangeWords(words, rung, unit), points: number(rung.points) }),
        ),
      ]
    case 'AGENCY_PENALTY':
      return [t('rule.AGENCY_PENALTY', { points: number(rule.points ?? 0) })]
    case 'AWARD_BONUS':
      return [
        t(rule.stacking === 'HIGHEST' ? 'rule.AWARD_BONUS.HIGHEST' : 'rule.AWARD_BONUS.SUM'),
        ...(rule.levels ?? []).map((level) =>
          t('rule.option', { name: inputs[level.input] ?? level.input, points: number(level.points) }),
        ),
      ]
    case 'WORKLOAD_BONUS':
      return [
        t('rule.WORKLOAD_BONUS', {
          of,
          from: `${number(rule.from ?? 0)}${unit}`,
          workload: inputs.workload ?? '',
        }),
        ...(rule.rungs ?? []).map((rung) =>
          t('rule.rung', { range: rangeWords(words, rung, ''), points: number(rung.points) }),
        ),
      ]
    case 'OVER_FULFILMENT': {
      const reading = rule.reading === 'EXCESS' ? 'EXCESS' : 'WHOLE_PERCENT'
      const lines = [t(`rule.OVER_FULFILMENT.${reading}`, { of, points: number(rule.points ?? 0) })]
      if (rule.cap != null) lines.push(t('rule.cap', { cap: number(rule.cap) }))
      lines.push(t('rule.most', { cap: number(maximum) }))
      return lines
    }
    case 'GIVEN_BONUS':
      return [t('rule.GIVEN_BONUS', { points: number(maximum) })]
    default:
      return []
  }
}

/** A condition on one number: "thiếu báo cáo tháng từ 4". */
export function whenWords(words: Words, { input, range }: When, inputs: Names): string {
  const name = input === 'value' ? words.t('rule.of.VALUE') : (inputs[input] ?? input)
  return `${name} ${rangeWords(words, range, '')}`
}

export function rangeWords({ t, number }: Words, range: Range, unit: string): string {
  const from = range.from == null ? null : `${number(range.from)}${unit}`
  const to = range.to == null ? null : `${number(range.to)}${unit}`
  if (from && range.from === range.to) return t('rule.rung.only', { from })
  const low = from && t(range.fromInclusive === false ? 'rule.rung.above' : 'rule.rung.from', { from })
  const below = low ? 'rule.rung.upToBelow' : 'rule.rung.below'
  const high = to && t(range.toInclusive ? 'rule.rung.to' : below, { to })
  return [low, high].filter(Boolean).join(' ') || t('rule.rung.any')
}
