import type { Autosave } from '../ui/sheet/autosave'
import { useTyped } from '../ui/sheet/useAutosaves'
import { adviceOf, type Row } from './report'
import type { ReportCell } from './reportTypes'
import type { Warning } from './warnings'

/** What the person should look at again in a row, as they type. */
export function useAdvice(save: Autosave<Row>, cell: ReportCell): Warning[] {
  const told = useTyped(save, (draft) => adviceOf(draft, cell).join(' '))
  return told === '' ? [] : (told.split(' ') as Warning[])
}
