import type { Criterion, Range, Rule } from './draft'
import { sum } from './draft'

/** A case to count by; `words` says what it is where a number alone would not. */
export interface Example {
  value: number | null
  plan: number | null
  inputs: { code: string; value: number }[]
  words: string | null
}

const MOST = 14

/** What a rule reads is a percent. */
export function isPercent(rule: Rule): boolean {
  return rule.of === 'PERCENT_OF_PLAN' || rule.of === 'PERCENT_OF_REGISTERED' || rule.of === 'RATIO'
}

/** One number as the rule reads it: a percent is one of a plan, or of a whole, of 100. */
export function exampleOf(rule: Rule, value: number, inputs: Example['inputs'] = []): Example {
  const ratio = rule.of === 'RATIO' && !inputs.some(({ code }) => code === 'base')
  return {
    value,
    plan: isPercent(rule) && rule.of !== 'RATIO' ? 100 : null,
    inputs: ratio ? [...inputs, { code: 'base', value: 100 }] : inputs,
    words: null,
  }
}

/** Numbers on and right beside each end, where a rule is misread most easily; the greatest first. */
function around(ends: (number | null | undefined)[], step: number): number[] {
  const numbers = ends
    .filter((end) => end != null)
    .flatMap((end) => [sum([end, -step]), end, sum([end, step])])
    .filter((number) => number >= 0)
  return [...new Set(numbers)].sort((a, b) => b - a)
}

function numbersOf({ rule, maximum }: Criterion): number[] {
  const fine = isPercent(rule) ? 0.01 : 1
  switch (rule.type) {
    case 'LADDER':
    case 'DEDUCTION':
      return around(rule.rungs?.flatMap(({ from, to }) => [from, to]) ?? [], fine)
    case 'PROPORTIONAL':
    case 'PER_PERCENT':
    case 'OVER_FULFILMENT':
      return [...new Set([...around([rule.floor, rule.cap], 0.01), 120, 105, 100, 94.99, 80, 50])].sort(
        (a, b) => b - a,
      )
    case 'YES_NO':
    case 'AGENCY_PENALTY':
      return [1, 0]
    case 'DAYS_LATE':
    case 'COUNT': {
      const ends = rule.steps?.flatMap(({ upTo }) => (upTo == null ? [] : [upTo, upTo + 1])) ?? []
      return [...new Set([0, ...ends])].sort((a, b) => a - b)
    }
    case 'CHOICE':
      return rule.options?.map(({ value }) => value) ?? []
    case 'BONUS':
    case 'PENALTY': {
      const from = rule.from ?? 0
      const per = rule.per ?? 1
      return [0, 0.5, 1, 2, 5, 10].map((times) => sum([from, times * per]))
    }
    case 'GIVEN':
    case 'GIVEN_BONUS':
      return [0, maximum / 2, maximum, sum([maximum, 1])]
    default:
      return []
  }
}

/** A number that the range holds, near its lower end. */
export function within({ from, fromInclusive, to, toInclusive }: Range): number {
  if (from != null) return fromInclusive === false ? from + 1 : from
  if (to == null) return 0
  return toInclusive ? to : Math.max(0, to - 1)
}

/** Cases worth looking at for this criterion, at most 14. */
export function examplesOf(criterion: Criterion): Example[] {
  const { rule } = criterion
  switch (rule.type) {
    case 'FIXED':
      return [{ value: null, plan: null, inputs: [], words: null }]
    case 'CONDITIONS':
      return (rule.cases ?? []).slice(0, MOST).map((row) => {
        const known = new Map(row.when.map((when) => [when.input, within(when.range)]))
        const inputs = (criterion.inputs ?? []).map(({ code }) => ({ code, value: known.get(code) ?? 0 }))
        return { value: known.get('value') ?? 0, plan: null, inputs, words: row.name }
      })
    case 'AWARD_BONUS': {
      const levels = rule.levels ?? []
      const counts = (times: (code: string) => number, words: string | null): Example => ({
        value: null,
        plan: null,
        inputs: levels.map(({ input }) => ({ code: input, value: times(input) })),
        words,
      })
      const name = (code: string) => criterion.inputs?.find((one) => one.code === code)?.name ?? code
      return [
        ...levels.map(({ input }) => counts((code) => (code === input ? 1 : 0), name(input))),
        ...(levels.length > 1 ? [counts(() => 1, levels.map(({ input }) => name(input)).join(' + '))] : []),
      ].slice(0, MOST)
    }
    case 'WORKLOAD_BONUS': {
      const reached = rule.from ?? 100
      const rungs = around(rule.rungs?.flatMap(({ from, to }) => [from, to]) ?? [], 1)
      return rungs
        .map((load) => exampleOf(rule, reached, [{ code: 'workload', value: load }]))
        .concat(exampleOf(rule, sum([reached, -0.01]), [{ code: 'workload', value: rungs[0] ?? 0 }]))
        .slice(0, MOST)
    }
    default:
      return numbersOf(criterion)
        .slice(0, MOST)
        .map((number) => ({
          ...exampleOf(rule, number),
          words: rule.options?.find(({ value }) => value === number)?.name ?? null,
        }))
  }
}
