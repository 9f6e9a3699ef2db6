import type { Autosave } from '../ui/sheet/autosave'
import { type Convention, conventionIn, readNumber } from '../ui/sheet/blockNumbers'
import { fillDown, type Place, type Range, spread } from '../ui/sheet/range'
import type { Entry } from './queries'

/** What is found of one cell: a number, or that it does not apply. */
export type Found = { value: number; notApplicable: false } | { value: null; notApplicable: true }

/** A cell of the table that this person may write. */
export interface Cell {
  key: string
  /** What stands in it; null for nothing. */
  found: Found | null
  /** Null where the words mean nothing but perhaps a number. */
  read(text: string): Found | null
}

interface Places {
  rows: number
  columns: number
  /** Null where nothing may be entered. */
  cell(place: Place): Cell | null
}

/** What was entered and saved is not unsaid, only found otherwise; what never reached the server is taken back like anything. */
export function canGoBack(
  { value, notApplicable }: Partial<Entry>,
  save: Pick<Autosave<Entry>, 'version' | 'fate'>,
) {
  const saysSomething = value !== null || notApplicable === true
  return saysSomething || (save.version === 0 && save.fate.kind !== 'saving')
}

/** What one act of the person wants to enter. */
export interface Wishes {
  entries: { key: string; found: Found }[]
  /** Texts that are no number, by the key of their cell. */
  unread: Record<string, string>
  /** Cells that take nothing. */
  locked: Place[]
}

/**
 * What a block out of a spreadsheet means. An empty cell of it says nothing: what was found once is not unsaid, only found otherwise.
 * Numbers are read as the block shows that its spreadsheet writes them; a text with two readings waits.
 *
 * @param own how numbers are written here, where the block was copied out of this table
 */
export function pasted(block: string[][], range: Range, places: Places, own: Convention | null): Wishes {
  const wishes: Wishes = { entries: [], unread: {}, locked: [] }
  const convention = own ?? conventionIn(block.flat())
  for (const { place, item } of spread(block, range, places)) {
    const text = item.trim()
    if (text === '') continue
    const cell = places.cell(place)
    if (!cell) {
      wishes.locked.push(place)
      continue
    }
    const found = cell.read(text) ?? numberOf(text, convention)
    if (found) wishes.entries.push({ key: cell.key, found })
    else wishes.unread[cell.key] = text
  }
  return wishes
}

function numberOf(text: string, convention: Convention | null): Found | null {
  const read = readNumber(text, convention, false)
  return 'number' in read ? { value: read.number, notApplicable: false } : null
}

/** As in a spreadsheet: the first row of what is marked into the others. */
export function filled(range: Range, places: Places): Wishes {
  const wishes: Wishes = { entries: [], unread: {}, locked: [] }
  for (const { from, to } of fillDown(range)) {
    const found = places.cell(from)?.found
    const cell = places.cell(to)
    if (!cell) wishes.locked.push(to)
    else if (found) wishes.entries.push({ key: cell.key, found })
  }
  return wishes
}
