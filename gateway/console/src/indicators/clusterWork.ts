import { type Convention, conventionIn } from '../ui/sheet/blockNumbers'
import { boundsOf, fillDown, type Place, placesIn, type Range, spread } from '../ui/sheet/range'
import type { Qualifier } from './figures'
import { typedOf } from './report'
import { type ReadValue, readCell, type Target, type Unread } from './reportWork'
import { splitQualifier } from './stated'

/** What a unit says of one indicator in the grid of the whole cluster. */
export type Figure = {
  /** As typed. */
  value: number | null
  /** In which it is typed; null for the indicator's own. */
  unitOfMeasure: string | null
  /** How exactly it is stated; null is exact. */
  qualifier: Qualifier | null
  notApplicable: boolean
}

/** What a cell of the grid says, as it was typed. */
export const figureOf = (cell: {
  value: number | null
  typed: { value: number; unitOfMeasure: string } | null
  qualifier: Qualifier | null
  notApplicable: boolean
}): Figure => ({ ...typedOf(cell), notApplicable: cell.notApplicable })

/** A pasted text as what its cell holds; without a unit behind it, a number is in the indicator's own. */
export const figureRead = (read: ReadValue): Figure => ({ unitOfMeasure: null, ...read })

export interface ClusterWishes {
  figures: { key: string; values: Figure }[]
  unread: Record<string, Unread | undefined>
  skipped: number
}

interface Cells {
  rows: number
  columns: number
  /** The cell at a place that this person may write; null for the others. */
  writable(place: Place): { key: string; target: Target } | null
  figure(place: Place): Figure | null
}

const nothing = (): ClusterWishes => ({ figures: [], unread: {}, skipped: 0 })

/** What a pasted block means for the whole cluster: it reaches those cells only that the person may write. */
export function pastedOver(
  block: string[][],
  range: Range,
  cells: Cells,
  known: Convention | null,
): ClusterWishes {
  const items = spread(block, range, cells)
  const convention = known ?? conventionIn(items.map(({ item }) => splitQualifier(item).rest))
  const wishes = nothing()
  for (const { place, item } of items) {
    const cell = cells.writable(place)
    if (!cell) {
      wishes.skipped += 1
      continue
    }
    const text = item.trim()
    const read = readCell(text, cell.target, convention)
    if ('why' in read) wishes.unread[cell.key] = { text, ...read }
    else {
      wishes.unread[cell.key] = undefined
      wishes.figures.push({ key: cell.key, values: figureRead(read) })
    }
  }
  return wishes
}

export function clearedIn(range: Range, cells: Cells): ClusterWishes {
  const wishes = nothing()
  for (const place of placesIn(boundsOf(range))) {
    const cell = cells.writable(place)
    if (cell)
      wishes.figures.push({
        key: cell.key,
        values: { value: null, unitOfMeasure: null, qualifier: null, notApplicable: false },
      })
    else wishes.skipped += 1
  }
  for (const { key } of wishes.figures) wishes.unread[key] = undefined
  return wishes
}

export function filledIn(range: Range, cells: Cells): ClusterWishes {
  const wishes = nothing()
  for (const { from, to } of fillDown(range)) {
    const cell = cells.writable(to)
    const figure = cells.figure(from)
    // A unit of measure means something for its own indicator only.
    if (cell && figure && (figure.unitOfMeasure === null || from.column === to.column))
      wishes.figures.push({ key: cell.key, values: figure })
    else wishes.skipped += 1
  }
  return wishes
}

/** Rows or columns that are drawn: from the first to before the last. */
export interface Drawn {
  first: number
  last: number
}

/**
 * Which rows (or columns) are to be drawn so that what is on the screen, and a little around it, is there. It changes by whole
 * steps only, so that scrolling by a little draws nothing anew.
 */
export function drawn(scrolled: number, seen: number, size: number, count: number, step: number): Drawn {
  const first = Math.floor(scrolled / size / step) * step - step
  const last = Math.ceil((scrolled + seen) / size / step) * step + step
  return { first: Math.max(0, Math.min(first, count)), last: Math.max(0, Math.min(last, count)) }
}

/** The numbers of what is drawn, of those there are, and one more that must not be missing. */
export function among({ first, last }: Drawn, also: number | undefined, count: number): number[] {
  const end = Math.min(last, count)
  const numbers = Array.from({ length: Math.max(0, end - first) }, (_, n) => first + n)
  const missing = also !== undefined && also < count && (also < first || also >= end)
  return missing ? [...numbers, also] : numbers
}
