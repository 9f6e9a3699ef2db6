import type { Place } from './range'

/** Where a key takes the person from the cell they are in. */
export type Way =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'rowStart'
  | 'rowEnd'
  | 'sheetStart'
  | 'sheetEnd'
  | 'farUp'
  | 'farDown'
  | 'farLeft'
  | 'farRight'
  | 'pageUp'
  | 'pageDown'
  | 'next'
  | 'previous'

export type Command =
  | { kind: 'go'; way: Way; mark: boolean }
  | { kind: 'edit' | 'clear' | 'fillDown' | 'undo' | 'redo' | 'markAll' | 'leave' }

interface Key {
  key: string
  shiftKey: boolean
  altKey: boolean
  ctrlKey: boolean
  metaKey: boolean
}

/**
 * What the person does in a cell: walks from cell to cell, types over what was there, or changes what is there (after F2 or a
 * second click). Only in the last do the arrows belong to the text.
 */
export type Mode = 'walk' | 'type' | 'edit'

interface Caret {
  mode: Mode
  /** The cell holds a text field. */
  text: boolean
  /** The text may have several lines: while it is written, the arrows belong to it except at its ends. */
  lines: boolean
  atStart: boolean
  atEnd: boolean
}

const ARROWS: Record<string, 'Up' | 'Down' | 'Left' | 'Right'> = {
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
}

/** What a spreadsheet does with a key. Null leaves it to the browser: writing, Alt+Enter, copying and pasting. */
export function commandOf(key: Key, caret: Caret): Command | null {
  const { mode, text } = caret
  if (key.altKey) return null
  const ctrl = key.ctrlKey || key.metaKey
  const walking = mode === 'walk'
  const go = (way: Way, mark = key.shiftKey): Command => ({ kind: 'go', way, mark })
  const arrow = ARROWS[key.key]
  if (arrow) {
    if (ctrl) return walking ? go(`far${arrow}`) : null
    if (!arrowLeaves(arrow, key.shiftKey, caret)) return null
    return go(arrow.toLowerCase() as Way)
  }
  switch (key.key) {
    case 'Enter':
      if (ctrl || !text) return null
      return go(key.shiftKey ? 'up' : 'down', false)
    case 'Tab':
      return ctrl ? null : go(key.shiftKey ? 'previous' : 'next', false)
    case 'Home':
      return walking ? go(ctrl ? 'sheetStart' : 'rowStart') : null
    case 'End':
      return walking ? go(ctrl ? 'sheetEnd' : 'rowEnd') : null
    case 'PageUp':
      return ctrl ? null : go('pageUp')
    case 'PageDown':
      return ctrl ? null : go('pageDown')
    case 'F2':
      return text && mode !== 'edit' ? { kind: 'edit' } : null
    case 'Delete':
      return walking && !ctrl ? { kind: 'clear' } : null
    case 'Escape':
      return walking ? { kind: 'leave' } : null
  }
  if (!ctrl || !walking) return null
  switch (key.key.toLowerCase()) {
    case 'd':
      return { kind: 'fillDown' }
    case 'z':
      return { kind: key.shiftKey ? 'redo' : 'undo' }
    case 'y':
      return { kind: 'redo' }
    case 'a':
      return { kind: 'markAll' }
    default:
      return null
  }
}

function arrowLeaves(arrow: string, shift: boolean, { mode, text, lines, atStart, atEnd }: Caret): boolean {
  if (mode === 'walk' || !text) return true
  if (mode === 'type' && !lines) return !shift
  // In the middle of writing the arrows are the text's own until they can move no further.
  if (shift || (mode === 'edit' && (arrow === 'Left' || arrow === 'Right'))) return false
  return arrow === 'Up' || arrow === 'Left' ? atStart : atEnd
}

export interface Area {
  rows: number
  columns: number
  /** How many rows a page of the screen shows. */
  page: number
  /** Something stands in that cell: Ctrl+arrow runs to where that changes. */
  filled(place: Place): boolean
  /** Tab stops there: a cell in which something can be entered. */
  stop(place: Place): boolean
}

const clamp = (n: number, most: number) => Math.max(0, Math.min(most, n))

/** The cell a way leads to; null when there is none, as at the edge of the sheet. */
export function goal(from: Place, way: Way, area: Area): Place | null {
  const lastRow = area.rows - 1
  const lastColumn = area.columns - 1
  const to = (row: number, column: number): Place | null => {
    const place = { row: clamp(row, lastRow), column: clamp(column, lastColumn) }
    return place.row === from.row && place.column === from.column ? null : place
  }
  switch (way) {
    case 'up':
      return to(from.row - 1, from.column)
    case 'down':
      return to(from.row + 1, from.column)
    case 'left':
      return to(from.row, from.column - 1)
    case 'right':
      return to(from.row, from.column + 1)
    case 'rowStart':
      return to(from.row, 0)
    case 'rowEnd':
      return to(from.row, lastColumn)
    case 'sheetStart':
      return to(0, 0)
    case 'sheetEnd':
      return to(lastRow, lastColumn)
    case 'pageUp':
      return to(from.row - area.page, from.column)
    case 'pageDown':
      return to(from.row + area.page, from.column)
    case 'farUp':
      return far(from, -1, 0, area)
    case 'farDown':
      return far(from, 1, 0, area)
    case 'farLeft':
      return far(from, 0, -1, area)
    case 'farRight':
      return far(from, 0, 1, area)
    case 'next':
      return nextStop(from, 1, area)
    case 'previous':
      return nextStop(from, -1, area)
  }
}

/** To the end of what is filled, or over what is empty to where something is, or to the edge. */
function far(from: Place, down: number, across: number, area: Area): Place | null {
  const step = (place: Place): Place | null => {
    const next = { row: place.row + down, column: place.column + across }
    const inside = next.row >= 0 && next.row < area.rows && next.column >= 0 && next.column < area.columns
    return inside ? next : null
  }
  let at = step(from)
  if (!at) return null
  const wanted = area.filled(from) && area.filled(at)
  for (let next = step(at); next; next = step(at)) {
    if (wanted ? !area.filled(next) : area.filled(at)) break
    at = next
  }
  return at
}

function nextStop(from: Place, step: 1 | -1, area: Area): Place | null {
  const all = area.rows * area.columns
  for (let n = from.row * area.columns + from.column + step; n >= 0 && n < all; n += step) {
    const place = { row: Math.floor(n / area.columns), column: n % area.columns }
    if (area.stop(place)) return place
  }
  return null
}
