import type { Autosave } from '../ui/sheet/autosave'
import type { Talk } from './commentQueries'
import type { Check, Row } from './report'
import type { ReportCell } from './reportTypes'
import type { ReportWork } from './useReportWork'

/** What every cell of a report's row is given, in the grid and on the phone's cards. */
export interface RowProps {
  cell: ReportCell
  index: number
  save: Autosave<Row>
  check: Autosave<Check>
  /** Why the unit's own cells take nothing; null while they do. */
  lock: string | null
  verifying: boolean
  work: ReportWork
  onEvidence(cell: ReportCell): void
  onHistory(cell: ReportCell): void
  /** How much is said of the cell; undefined where nothing is. */
  talk: Talk | undefined
  onComments(cell: ReportCell): void
}
