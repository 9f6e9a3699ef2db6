import type { Saved } from '../ui/sheet/autosave'
import type { Qualifier } from './figures'
import type { ReportCell } from './reportTypes'
import { type Warning, warningsOf } from './warnings'

/** What a unit says of one indicator: one row that saves itself. */
export type Row = {
  /** As typed. */
  value: number | null
  /** In which it is typed; null for the indicator's own. */
  unitOfMeasure: string | null
  /** How exactly it is stated; null is exact. */
  qualifier: Qualifier | null
  /** What of a list was reached; null where nothing is said of it, or there is no list. */
  reached: string[] | null
  notApplicable: boolean
  actuality: 'ACTUAL' | 'ESTIMATE'
  explanation: string | null
  evidence: string[]
}

/** What says the number, together: another's words or unit around one's own number would be said by nobody. */
export const SAID = ['value', 'unitOfMeasure', 'qualifier', 'notApplicable'] as const

/** What a verifier says beside it. */
export type Check = { value: number | null; reason: string | null }

export function rowOf({ cell }: Pick<ReportCell, 'cell'>): Saved<Row> {
  return {
    values: {
      ...typedOf(cell),
      reached: cell.reached,
      notApplicable: cell.notApplicable,
      actuality: cell.actuality,
      explanation: cell.explanation,
      evidence: cell.evidence.map((file) => file.id).sort(),
    },
    version: cell.version,
  }
}

/** Number and unit as they were typed, and how exact it is. */
export function typedOf(cell: Pick<ReportCell['cell'], 'value' | 'typed' | 'qualifier'>) {
  return {
    value: cell.typed?.value ?? cell.value,
    unitOfMeasure: cell.typed?.unitOfMeasure ?? null,
    qualifier: cell.qualifier,
  }
}

/** What a draft comes to in the indicator's own unit; null while only the service knows. */
export function reportedOf(
  draft: Pick<Row, 'value' | 'unitOfMeasure'>,
  { cell }: Pick<ReportCell, 'cell'>,
): number | null {
  if (draft.unitOfMeasure === null) return draft.value
  const saved = typedOf(cell)
  return saved.value === draft.value && saved.unitOfMeasure === draft.unitOfMeasure ? cell.value : null
}

/** Whether people type the number themselves. */
export function isTyped(cell: { formula?: string | null; items?: readonly string[] }): boolean {
  return !cell.formula && !cell.items?.length
}

export function checkOf({ verified }: Pick<ReportCell, 'verified'>): Saved<Check> {
  return {
    values: { value: verified?.value ?? null, reason: verified?.reason ?? null },
    // Verifications are never changed, only followed by a later one; their moment serves as the version.
    version: verified ? Date.parse(verified.at) : 0,
  }
}

/** A verified value that differs needs its reason before it can be sent. */
export function needsReason(check: Check, reported: number | null): boolean {
  return check.value !== null && check.value !== reported && !check.reason
}

/** The number that counts as the plan: what the unit registered, else what it was assigned. */
export function targetOf(cell: Pick<ReportCell, 'registered' | 'assigned'>): number | null {
  return cell.registered ?? cell.assigned
}

/** What the person should look at again in a row. */
export function adviceOf(draft: Row, cell: ReportCell): Warning[] {
  return warningsOf({ ...draft, value: reportedOf(draft, cell) }, knownOf(cell))
}

/** What the advice on a row is measured by. */
export function knownOf(cell: ReportCell) {
  return {
    lastYear: cell.lastYear,
    percentOfPlan: cell.percentOfPlan?.percent ?? null,
    evidenceRequired: cell.evidenceRequired,
    limit: cell.limit,
  }
}
