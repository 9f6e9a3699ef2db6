import { createContext, useContext, useSyncExternalStore } from 'react'
import { Selection } from './selection'

/** The marking of the sheet that a cell lies in. */
export const SelectionContext = createContext(new Selection(false))

/** Marks an element as the cell of a row and a column; the keys walk over marked elements only. */
export function cellAt(row: number, column: number) {
  return { 'data-cell-row': row, 'data-cell-column': column }
}

export function useMark(row: number, column: number) {
  const selection = useContext(SelectionContext)
  return useSyncExternalStore(selection.subscribe, () => selection.markOf(row, column))
}

/** What makes an element the focusable cell at that place: one cell of the sheet is on the way of the Tab key at a time. */
export function useCell(row: number, column: number) {
  const { roving } = useContext(SelectionContext)
  const mark = useMark(row, column)
  return {
    ...cellAt(row, column),
    tabIndex: roving && (mark === 'none' || mark === 'marked') ? -1 : 0,
    'data-mark': mark === 'active' || mark === 'marked' ? mark : undefined,
  }
}
