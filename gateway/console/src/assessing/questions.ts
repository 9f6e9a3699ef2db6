import type { Criterion, Scoresheet } from '../indicators/scoreTypes'
import { forUnit, isAlike } from '../indicators/variants'

/** What a number means that is entered by hand. */
export type Kind = 'yes' | 'choice' | 'points' | 'number'

/** One thing to be entered by hand about a unit. */
export interface Question {
  /** By which it is assessed: a criterion's code, or with a colon one of its further numbers or the ruling on it. */
  code: string
  criterion: Criterion
  kind: Kind
  /** The further number's name; none for the criterion itself. */
  part: string | null
  /** The points where no row of the sheet holds. */
  ruling: boolean
  /** Only the organiser's standing officer finds or rules it. */
  office: boolean
  /** The most points that may be given, where points are given. */
  ceiling: number | null
  /** Known from the report itself; what is entered stands above it. */
  automatic: boolean
  options: { value: number; name: string }[]
}

/** Whether the criterion's own number counts, and nobody reports it. */
function asksItself({ indicatorId, rule, knockOuts }: Criterion): boolean {
  if (indicatorId || rule.type === 'FIXED' || rule.type === 'AWARD_BONUS') return false
  if (rule.type !== 'CONDITIONS') return true
  const looks = [...(rule.cases ?? []).flatMap((one) => one.when), ...(knockOuts ?? [])]
  return looks.some((when) => when.input === 'value')
}

const UNMATCHED = ['LADDER', 'CHOICE', 'CONDITIONS', 'DEDUCTION', 'WORKLOAD_BONUS']

function ofCriterion(criterion: Criterion): Question[] {
  const { rule, code } = criterion
  const base = {
    criterion,
    part: null,
    ruling: false,
    office: false,
    ceiling: null,
    automatic: false,
    options: [],
  }
  const questions: Question[] = []
  if (asksItself(criterion)) {
    const given = rule.type === 'GIVEN' || rule.type === 'GIVEN_BONUS'
    const yes = rule.type === 'YES_NO' || rule.type === 'AGENCY_PENALTY'
    questions.push({
      ...base,
      code,
      kind: given ? 'points' : yes ? 'yes' : rule.type === 'CHOICE' ? 'choice' : 'number',
      office: rule.type === 'AGENCY_PENALTY',
      ceiling: given ? criterion.maximum : null,
      automatic: rule.type === 'DAYS_LATE',
      options: rule.type === 'CHOICE' ? (rule.options ?? []) : [],
    })
  }
  for (const input of criterion.inputs ?? []) {
    if (input.indicatorId) continue
    questions.push({ ...base, code: `${code}:${input.code}`, kind: 'number', part: input.name })
  }
  if (UNMATCHED.includes(rule.type)) {
    questions.push({
      ...base,
      code: `${code}:ruling`,
      kind: 'points',
      ruling: true,
      office: true,
      ceiling: criterion.maximum,
    })
  }
  return questions
}

/** What is to be entered by hand of a unit, in the order of the sheet; of one that the sheet does not name, where none is given. */
export function questionsOf(sheet: Scoresheet, unitId = ''): Question[] {
  return sheet.groups.flatMap((group) => group.criteria.flatMap((one) => ofCriterion(forUnit(one, unitId))))
}

/** The same of each of the units. */
export function questionsByUnit(sheet: Scoresheet, unitIds: string[]): Map<string, Question[]> {
  const common = questionsOf(sheet)
  const alike = isAlike(sheet)
  return new Map(unitIds.map((id) => [id, alike ? common : questionsOf(sheet, id)]))
}

/** All that is asked of some unit, each once, in the order of the sheet; with the highest of the ceilings that units have. */
export function columnsOf(sheet: Scoresheet, byUnit: Map<string, Question[]>): Question[] {
  const asked = new Set(byUnit.values())
  return sheet.groups.flatMap((group) =>
    group.criteria.flatMap(({ code }) => {
      const columns = new Map<string, Question>()
      for (const question of [...asked].flat().filter(({ criterion }) => criterion.code === code)) {
        const before = columns.get(question.code)
        columns.set(question.code, {
          ...(before ?? question),
          ceiling: highest(before?.ceiling ?? null, question.ceiling),
        })
      }
      return [...columns.values()]
    }),
  )
}

function highest(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.max(one, other)
}

/** A ruling is asked only where no row holds, or where one was made. */
export function isAsked(question: Question, state: string | undefined, ruled: boolean): boolean {
  return !question.ruling || state === 'NO_ROW' || ruled
}
