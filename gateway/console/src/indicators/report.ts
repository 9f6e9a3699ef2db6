import type { Saved } from '../ui/sheet/autosave'
import type { ReportCell } from './reportTypes'

/** What a unit says of one indicator: one row that saves itself. */
export type Row = {
  value: number | null
  notApplicable: boolean
  actuality: 'ACTUAL' | 'ESTIMATE'
  explanation: string | null
  evidence: string[]
}

/** What a verifier says beside it. */
export type Check = { value: number | null; reason: string | null }

export function rowOf({ cell }: Pick<ReportCell, 'cell'>): Saved<Row> {
  return {
    values: {
      value: cell.value,
      notApplicable: cell.notApplicable,
      actuality: cell.actuality,
      explanation: cell.explanation,
      evidence: cell.evidence.map((file) => file.id).sort(),
    },
    version: cell.version,
  }
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

/** What the advice on a row is measured by. */
export function knownOf(cell: ReportCell) {
  return {
    lastYear: cell.lastYear,
    percentOfPlan: cell.percentOfPlan?.percent ?? null,
    evidenceRequired: cell.evidenceRequired,
    limit: cell.limit,
  }
}

const YES = ['có', 'co', 'c', 'x', 'yes', 'y', 'đạt', '1']
const NO = ['không', 'khong', 'k', 'no', 'n', 'chưa', '0']

/** Yes and no as people type them; null when it is neither. */
export function readYesNo(text: string): number | null {
  const word = text.trim().toLowerCase()
  return YES.includes(word) ? 1 : NO.includes(word) ? 0 : null
}
