import type { Agreement, AgreementStep, Season } from './types'

/** Whom the person speaks for towards one member. */
export interface Speaks {
  /** The organiser's office. */
  office: boolean
  /** The office, or the head of the season where the member is not the head itself. */
  above: boolean
  /** The member. */
  own: boolean
}

interface Rights {
  office: boolean
  whole: boolean
  own(unitId: string): boolean
}

export function speaksFor(rights: Rights, headships: Season['headships'], unitId: string): Speaks {
  const heads = headships.some((one) => one.role === 'HEAD' && one.unitId === unitId)
  return { office: rights.office, above: rights.office || (rights.whole && !heads), own: rights.own(unitId) }
}

export type Act = 'proposal' | 'withdrawal' | 'consent' | 'return' | 'approval' | 'reopening'

/** Why an act that belongs here is not the person's now. */
export type Why = 'noTargets' | 'ownNumbers' | null

/** What the person may do next, in the order of the buttons; an act that is not theirs at all is left out. */
export function actsOn(one: Agreement, speaks: Speaks): { act: Act; why: Why }[] {
  if (one.byFreezing) return []
  const acts: { act: Act; why: Why }[] = []
  const may = (act: Act, whose: boolean, why: Why = null) => {
    if (whose) acts.push({ act, why })
  }
  switch (one.status) {
    case 'DRAFT':
      may('proposal', speaks.own, one.targets === 0 ? 'noTargets' : null)
      break
    case 'PROPOSED':
      may('consent', one.turn === 'ABOVE' ? speaks.above : speaks.own, one.lastByCaller ? 'ownNumbers' : null)
      may('return', speaks.above)
      may('withdrawal', speaks.own)
      break
    case 'NEGOTIATED':
      may('approval', speaks.office)
      may('reopening', speaks.office)
      break
    case 'APPROVED':
      may('reopening', speaks.office)
  }
  return acts
}

export type LockedBy = 'PROPOSED' | 'CHANGED' | 'AGREED' | 'APPROVED'

/** The step that keeps the person from changing a member's numbers; null where nothing does. */
export function lockedBy(one: Agreement | undefined, above: boolean): LockedBy | null {
  if (!one || one.status === 'DRAFT' || one.byFreezing) return null
  if (one.status === 'APPROVED') return 'APPROVED'
  if (above) return null
  return one.status === 'NEGOTIATED' ? 'AGREED' : one.turn === 'UNIT' ? 'CHANGED' : 'PROPOSED'
}

/** Those whose way to the approval is not at its end: nothing is frozen before. */
export const openOnes = (all: Agreement[]) =>
  all.filter(({ status }) => status === 'PROPOSED' || status === 'NEGOTIATED')

type Tabled = AgreementStep['targets'][number]
type Field =
  | 'assigned'
  | 'registered'
  | 'lastYear'
  | 'h1Assigned'
  | 'h1Registered'
  | 'm9Assigned'
  | 'm9Registered'

const FIELDS: Field[] = [
  'assigned',
  'registered',
  'lastYear',
  'h1Assigned',
  'h1Registered',
  'm9Assigned',
  'm9Registered',
]

export interface TargetMoved {
  target: Tabled
  /** It was not there before, or is not any more. */
  came: boolean
  went: boolean
  numbers: { field: Field; before: number | null; after: number | null }[]
  items: { off: string[]; on: string[] }
  unit: { before: string; after: string } | null
}

/** What was different on the table from one step to the next. */
export function movedBetween(before: Tabled[], after: Tabled[]): TargetMoved[] {
  const stood = new Map(before.map((one) => [one.indicatorId, one]))
  const stands = new Set(after.map((one) => one.indicatorId))
  const gone = before.filter((one) => !stands.has(one.indicatorId)).map((one) => moved(one, undefined))
  return [...after.map((one) => moved(stood.get(one.indicatorId), one)), ...gone].filter(
    ({ came, went, numbers, items, unit }) =>
      came || went || numbers.length > 0 || items.on.length + items.off.length > 0 || unit !== null,
  )
}

function moved(before: Tabled | undefined, after: Tabled | undefined): TargetMoved {
  const names = (one: Tabled | undefined) => one?.items ?? []
  return {
    target: (after ?? before) as Tabled,
    came: before === undefined,
    went: after === undefined,
    numbers: FIELDS.map((field) => ({
      field,
      before: before?.[field] ?? null,
      after: after?.[field] ?? null,
    })).filter((one) => one.before !== one.after),
    items: {
      off: names(before).filter((name) => !names(after).includes(name)),
      on: names(after).filter((name) => !names(before).includes(name)),
    },
    unit:
      before && after && before.unitOfMeasure !== after.unitOfMeasure
        ? { before: before.unitOfMeasure, after: after.unitOfMeasure }
        : null,
  }
}

export interface StepShown {
  /** The last of them, where several are told as one. */
  step: AgreementStep
  /** How many changes in a row. */
  times: number
  moved: TargetMoved[]
}

/** Steps newest first, with what each moved; numbers changed one after the other by the same office are one line. */
export function shownSteps(newestFirst: AgreementStep[]): StepShown[] {
  const shown: (StepShown & { from: Tabled[] })[] = []
  let before: Tabled[] | null = null
  for (const step of [...newestFirst].reverse()) {
    const last = shown.at(-1)
    if (step.kind === 'CHANGED' && last?.step.kind === 'CHANGED' && sameOffice(last.step, step)) {
      shown[shown.length - 1] = {
        step,
        times: last.times + 1,
        from: last.from,
        moved: movedBetween(last.from, step.targets),
      }
    } else {
      // Of the first step everything on the table is new; that is not told as a change.
      const from: Tabled[] = before ?? step.targets
      shown.push({ step, times: 1, from, moved: movedBetween(from, step.targets) })
    }
    before = step.targets
  }
  return shown.reverse().map(({ step, times, moved }) => ({ step, times, moved }))
}

const sameOffice = (one: AgreementStep, other: AgreementStep) =>
  one.own === other.own && one.role === other.role && one.roleUnitName === other.roleUnitName
