import { furtherWords, type Names, rangeWords, type Words } from './furtherWords'
import type { Rule } from './scoreTypes'

type Slope = NonNullable<Rule['under']>
type Rung = NonNullable<Rule['rungs']>[number]

/**
 * How a criterion gives points, as sentences a person can check with a pencil.
 *
 * @param inputs names of the criterion's further numbers, by code
 */
export function ruleWords(words: Words, rule: Rule, maximum: number, inputs: Names = {}): string[] {
  const { t, number } = words
  const of = t(`rule.of.${rule.of ?? 'VALUE'}`)
  const full = number(rule.points ?? maximum)
  const lines: string[] = []
  switch (rule.type) {
    case 'PROPORTIONAL':
    case 'PER_PERCENT':
      lines.push(
        t(rule.type === 'PROPORTIONAL' ? 'rule.PROPORTIONAL' : 'rule.PER_PERCENT', { of, points: full }),
      )
      if (rule.under) lines.push(slope(words, 'rule.under', rule.under))
      if (rule.over) lines.push(slope(words, 'rule.over', rule.over))
      if (rule.floor != null) lines.push(t('rule.floor', { floor: number(rule.floor) }))
      if (rule.cap != null) lines.push(t('rule.cap', { cap: number(rule.cap) }))
      return lines
    case 'LADDER':
      return [t('rule.LADDER', { of }), ...(rule.rungs ?? []).map((rung) => ladder(words, rung, rule.of))]
    case 'YES_NO':
      return [t('rule.YES_NO', { points: full, otherwise: number(rule.otherwise ?? 0) })]
    case 'DAYS_LATE':
    case 'COUNT':
      return steps(words, rule)
    case 'CHOICE':
      return [
        t('rule.CHOICE'),
        ...(rule.options ?? []).map((option) =>
          t('rule.option', { name: option.name, points: number(option.points) }),
        ),
      ]
    case 'BONUS':
    case 'PENALTY':
      lines.push(
        t(rule.type === 'BONUS' ? 'rule.BONUS' : 'rule.PENALTY', {
          of,
          from: number(rule.from ?? 0),
          per: number(rule.per ?? 0),
          points: number(rule.points ?? 0),
        }),
      )
      if (rule.whole) lines.push(t('rule.whole'))
      if (rule.cap != null) lines.push(t('rule.most', { cap: number(rule.cap) }))
      return lines
    case 'FIXED':
      return [t('rule.FIXED', { points: full })]
    case 'GIVEN':
      return [t('rule.GIVEN', { points: number(maximum) })]
    default:
      return furtherWords(words, rule, maximum, inputs)
  }
}

function slope({ t, number }: Words, key: 'rule.under' | 'rule.over', { per, points, whole }: Slope): string {
  const text = t(key, { per: number(per), points: number(points) })
  return whole ? `${text} ${t('rule.whole')}` : text
}

function ladder(words: Words, rung: Rung, of: Rule['of']): string {
  const unit = of === 'VALUE' || of == null ? '' : '%'
  return words.t('rule.rung', { range: rangeWords(words, rung, unit), points: words.number(rung.points) })
}

function steps({ t, number }: Words, rule: Rule): string[] {
  const late = rule.type === 'DAYS_LATE'
  let before: number | null = null
  return (rule.steps ?? []).map((step) => {
    const points = number(step.points)
    const from: number = before === null ? 0 : before + 1
    before = step.upTo ?? before
    if (step.upTo == null)
      return t(late ? 'rule.late.more' : 'rule.count.more', { from: number(from), points })
    if (step.upTo === 0 && late) return t('rule.late.none', { points })
    const upTo = number(step.upTo)
    const range = from === step.upTo ? upTo : `${number(from)}–${upTo}`
    return t(late ? 'rule.late' : 'rule.count', { range, points })
  })
}
