import { type Limit, outside } from './limits'

/** What the person should look at again before submitting. Advice, never a lock: the service decides what is refused. */
export type Warning = 'limit' | 'tenfold' | 'behind' | 'evidence'

interface Row {
  value: number | null
  notApplicable: boolean
  explanation: string | null
  evidence: readonly unknown[]
}

interface Known {
  lastYear: number | null
  percentOfPlan: number | null
  /** The indicator asks for a file behind its number. */
  evidenceRequired: boolean
  limit: Limit
}

/** A slip of the keyboard moves the mark: ten times as much, or a tenth. */
const FAR = 8

export function warningsOf(row: Row, known: Known): Warning[] {
  if (row.value === null || row.notApplicable) return []
  const found: Warning[] = []
  const { lastYear, percentOfPlan, evidenceRequired, limit } = known
  if (outside(limit, row.value)) found.push('limit')
  if (lastYear && row.value !== 0) {
    const times = Math.abs(row.value / lastYear)
    if (times >= FAR || times <= 1 / FAR) found.push('tenfold')
  }
  if (percentOfPlan !== null && percentOfPlan < 100 && !row.explanation) found.push('behind')
  if (evidenceRequired && row.evidence.length === 0) found.push('evidence')
  return found
}

/** Neither a number, which may be 0, nor the word that it does not apply. */
export function isEmpty(row: Pick<Row, 'value' | 'notApplicable'>): boolean {
  return row.value === null && !row.notApplicable
}

const NOT_APPLICABLE = ['không áp dụng', 'khong ap dung', 'kad', 'n/a', 'na', 'not applicable']

/** The words by which people say in a cell of numbers that the indicator does not concern them. */
export function saysNotApplicable(text: string): boolean {
  return NOT_APPLICABLE.includes(text.trim().toLowerCase())
}
