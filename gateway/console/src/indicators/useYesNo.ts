import { useI18n } from '../app/i18n'
import { readYesNo } from './report'
import type { ReportCell } from './reportTypes'

/** Yes and no are kept as 1 and 0 and shown as words. */
export function useYesNo(cell: ReportCell) {
  const { t } = useI18n()
  if (cell.valueKind !== 'YES_NO') return undefined
  return { show: (value: number) => t(value === 0 ? 'report.no' : 'report.yes'), read: readYesNo }
}
