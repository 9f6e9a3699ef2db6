import type { Criterion, Input, Rule, RuleType } from './draft'

/** All kinds of rules, in the order in which they are offered: what is met most comes first. */
export const KINDS = [
  'LADDER',
  'PROPORTIONAL',
  'PER_PERCENT',
  'YES_NO',
  'DAYS_LATE',
  'COUNT',
  'CHOICE',
  'CONDITIONS',
  'DEDUCTION',
  'FIXED',
  'GIVEN',
  'OVER_FULFILMENT',
  'BONUS',
  'AWARD_BONUS',
  'WORKLOAD_BONUS',
  'GIVEN_BONUS',
  'PENALTY',
  'AGENCY_PENALTY',
] as const satisfies readonly RuleType[]

/** Rules that take off have no maximum of their own: what they may take off is in the rule. */
export function takesOff(type: RuleType): boolean {
  return type === 'PENALTY' || type === 'AGENCY_PENALTY'
}

/**
 * A rule of that kind to begin with: whole, so that it can be counted by at once, and with numbers that nobody takes for a regulation.
 *
 * @param maximum of its criterion
 */
export function ruleOf(type: RuleType, maximum: number): Rule {
  const rule = begun(type, maximum)
  return { type, ...rule } as Rule
}

function begun(type: RuleType, maximum: number): Partial<Rule> {
  const half = Math.round(maximum * 50) / 100
  switch (type) {
    case 'PROPORTIONAL':
      return { of: 'PERCENT_OF_PLAN' }
    case 'PER_PERCENT':
      return { of: 'PERCENT_OF_PLAN', under: { per: 1, points: 0.1, whole: true } }
    case 'LADDER':
      return {
        of: 'PERCENT_OF_PLAN',
        rungs: [rung(100, null, maximum), rung(50, 100, half), rung(null, 50, 0)],
      }
    case 'YES_NO':
      return { points: maximum, otherwise: 0 }
    case 'DAYS_LATE':
    case 'COUNT':
      return {
        steps: [
          { upTo: 0, points: maximum },
          { upTo: null, points: 0 },
        ],
      }
    case 'CHOICE':
      return {
        options: [
          { value: 1, name: '1', points: maximum },
          { value: 0, name: '0', points: 0 },
        ],
      }
    case 'CONDITIONS':
      return {
        cases: [
          {
            name: '1',
            when: [{ input: 'value', range: { from: 1, fromInclusive: true, to: null, toInclusive: false } }],
            points: 0,
          },
          {
            name: '2',
            when: [{ input: 'value', range: { from: null, fromInclusive: true, to: 1, toInclusive: false } }],
            points: maximum,
          },
        ],
      }
    case 'DEDUCTION':
      return { of: 'VALUE', rungs: [rung(null, 1, 0), rung(1, null, half)] }
    case 'FIXED':
      return { points: maximum }
    case 'OVER_FULFILMENT':
      return { of: 'PERCENT_OF_PLAN', points: maximum, reading: 'WHOLE_PERCENT' }
    case 'BONUS':
      return { of: 'VALUE', from: 0, per: 1, points: 1, whole: true }
    case 'PENALTY':
      return { of: 'VALUE', from: 0, per: 1, points: 1, whole: true }
    case 'AWARD_BONUS':
      return { levels: [{ input: 'co', points: maximum }], stacking: 'HIGHEST' }
    case 'WORKLOAD_BONUS':
      return { of: 'PERCENT_OF_PLAN', from: 100, rungs: [rung(null, 100, 0), rung(100, null, maximum)] }
    case 'AGENCY_PENALTY':
      return { points: 1 }
    case 'GIVEN':
    case 'GIVEN_BONUS':
      return {}
  }
}

function rung(from: number | null, to: number | null, points: number) {
  return { from, fromInclusive: true, to, toInclusive: false, points }
}

export interface InputNames {
  base: string
  workload: string
  award: string
}

/** The further numbers that a rule cannot do without. */
function needed(rule: Rule, names: InputNames): Input[] {
  const inputs: Input[] = []
  if (rule.of === 'RATIO') inputs.push({ code: 'base', name: names.base, indicatorId: null, whole: false })
  if (rule.type === 'WORKLOAD_BONUS')
    inputs.push({ code: 'workload', name: names.workload, indicatorId: null, whole: true })
  for (const { input } of rule.levels ?? [])
    inputs.push({ code: input, name: names.award, indicatorId: null, whole: true })
  return inputs
}

/** The criterion by another rule: the further numbers that it needs are there, and points that it cannot have are gone. */
export function ruled(criterion: Criterion, rule: Rule, names: InputNames): Criterion {
  const present = criterion.inputs ?? []
  const missing = needed(rule, names).filter((one) => !present.some(({ code }) => code === one.code))
  const maximum = takesOff(rule.type) ? 0 : criterion.maximum || (takesOff(criterion.rule.type) ? 10 : 0)
  const turned = takesOff(rule.type) !== takesOff(criterion.rule.type)
  const variants = turned ? criterion.variants?.map((one) => ({ ...one, maximum })) : criterion.variants
  return { ...criterion, rule, maximum, inputs: [...present, ...missing], variants: variants ?? null }
}

/** Whether anything can be reported for such a rule: what a council gives and what is awarded is found by hand. */
export function mayBeReported(type: RuleType): boolean {
  return !['FIXED', 'GIVEN', 'GIVEN_BONUS', 'AWARD_BONUS'].includes(type)
}

type Options = NonNullable<Rule['options']>

/** A situation for each level of an indicator, the highest first; points given to a level before stay, else the highest earns all. */
export function optionsOfLevels(levels: readonly string[], present: Options, maximum: number): Options {
  return levels
    .map((name, at) => ({
      value: at + 1,
      name,
      points:
        present.find((one) => one.value === at + 1 && one.name === name)?.points ??
        (at + 1 === levels.length ? maximum : 0),
    }))
    .reverse()
}

/** Whether both describe the same situations, whatever points they give. */
export const sameOptions = (one: Options, other: Options) =>
  one.length === other.length &&
  one.every(({ value, name }) => other.some((same) => same.value === value && same.name === name))
