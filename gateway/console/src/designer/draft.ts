import type { paths as Indicator } from '../api/schema/indicator'
import type { Body } from '../api/types'
import type { Scoresheet } from '../indicators/scoreTypes'

/** What is written of a sheet, apart from its place; every act on it makes a new one. */
export type Draft = Omit<Body<Indicator['/api/v1/scoresheets']['post']>, 'seasonId' | 'periodId'>
export type Group = Draft['groups'][number]
export type Part = NonNullable<Draft['parts']>[number]
export type Criterion = Group['criteria'][number]
export type Rule = Criterion['rule']
export type RuleType = Rule['type']
export type Rung = NonNullable<Rule['rungs']>[number]
export type Step = NonNullable<Rule['steps']>[number]
export type Range = NonNullable<NonNullable<Rule['cases']>[number]['when'][number]['range']>
export type When = NonNullable<Rule['cases']>[number]['when'][number]
export type KnockOut = NonNullable<Draft['knockOuts']>[number]
export type Grade = NonNullable<Draft['grades']>[number]
export type Prize = NonNullable<Draft['prizes']>[number]
export type TieBreak = NonNullable<Draft['ties']>[number]
export type Input = NonNullable<Criterion['inputs']>[number]

/** Codes of groups, criteria and further numbers, as the service takes them. */
export const CODE = /^[A-Za-z0-9][A-Za-z0-9.-]{0,34}$/

/** The content of a sheet without its place, edition and state. */
export function draftOf(sheet: Scoresheet): Draft {
  const { title, maximum, bonus, notApplicable, plan, belowZero, rounding, groups } = sheet
  const { unmatched, knockOuts, grades, prizes, ties, parts, provenance, source } = sheet
  return {
    ...{ title, maximum, bonus, notApplicable, plan, belowZero, rounding, groups },
    ...{ unmatched, knockOuts: knockOuts ?? [], grades: grades ?? [], prizes: prizes ?? [] },
    ...{ ties: ties ?? [], parts: parts ?? [] },
    ...{ provenance, source },
  }
}

/** A criterion that reads no indicator and applies to everybody alike, in every period. */
export function criterionOf(code: string, name: string, maximum: number, rule: Rule): Criterion {
  const alike = { notFor: null, variants: null, periods: null }
  return { code, name, maximum, rule, indicatorId: null, inputs: null, knockOuts: null, ...alike }
}

const MILLION = 1_000_000

/** The exact sum of decimals of at most six digits after the sign. */
export function sum(numbers: number[]): number {
  return numbers.reduce((all, one) => all + Math.round(one * MILLION), 0) / MILLION
}

export type Purse = 'BASE' | 'BONUS' | 'PENALTY'

/** Where a rule's points go: the group's own points, its pool of bonus, or off. */
export function purseOf(rule: Rule): Purse {
  switch (rule.type) {
    case 'BONUS':
    case 'AWARD_BONUS':
    case 'WORKLOAD_BONUS':
    case 'GIVEN_BONUS':
      return 'BONUS'
    case 'OVER_FULFILMENT':
      return rule.reading === 'EXCESS' ? 'BONUS' : 'BASE'
    case 'PENALTY':
    case 'AGENCY_PENALTY':
      return 'PENALTY'
    default:
      return 'BASE'
  }
}

/** What the criteria of a group come to, against what the group states. */
export function groupSums(group: Group): { base: number; short: number; bonus: number } {
  const of = (purse: Purse) =>
    sum(group.criteria.filter((one) => purseOf(one.rule) === purse).map((one) => one.maximum))
  const base = of('BASE')
  return { base, short: sum([group.maximum, -base]), bonus: of('BONUS') }
}

/** What the groups come to, against the stated scale. */
export function sheetSums(draft: Draft): { stated: number; reached: number; short: number } {
  const inside = draft.bonus !== 'ABOVE'
  const reached = sum(draft.groups.flatMap((one) => [one.maximum, inside ? (one.bonusMaximum ?? 0) : 0]))
  return { stated: draft.maximum, reached, short: sum([draft.maximum, -reached]) }
}

/** What names criteria and groups, after codes were written anew in their places: it goes on naming the same ones. */
export function followed(
  { groups, knockOuts, ties }: Draft,
  after: Group[],
): { knockOuts: KnockOut[]; ties: TieBreak[] } {
  const inGroups = new Map<string, string>()
  const inCriteria = new Map<string, string>()
  groups.forEach((group, g) => {
    inGroups.set(group.code, after[g]?.code ?? group.code)
    group.criteria.forEach((one, c) => {
      inCriteria.set(one.code, after[g]?.criteria[c]?.code ?? one.code)
    })
  })
  const criterion = (code: string) => inCriteria.get(code) ?? code
  return {
    knockOuts: (knockOuts ?? []).map((one) => ({
      ...one,
      of: (one.measured === 'VALUE' ? undefined : inGroups.get(one.of)) ?? criterion(one.of),
      zeroes: one.zeroes?.map(criterion) ?? null,
    })),
    ties: (ties ?? []).map(({ of }) => ({ of: inGroups.get(of) ?? criterion(of) })),
  }
}
