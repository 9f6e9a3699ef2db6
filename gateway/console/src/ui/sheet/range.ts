/** A cell of a sheet, counted from 0. */
export interface Place {
  row: number
  column: number
}

/** A rectangle of cells: where the marking began, and where it has come to. The keys are at its head. */
export interface Range {
  anchor: Place
  head: Place
}

export interface Bounds {
  top: number
  left: number
  bottom: number
  right: number
}

export const samePlace = (a: Place, b: Place) => a.row === b.row && a.column === b.column

export const single = (place: Place): Range => ({ anchor: place, head: place })

export const isSingle = (range: Range) => samePlace(range.anchor, range.head)

/** The corners of a range, whichever way it was drawn. */
export function boundsOf({ anchor, head }: Range): Bounds {
  return {
    top: Math.min(anchor.row, head.row),
    bottom: Math.max(anchor.row, head.row),
    left: Math.min(anchor.column, head.column),
    right: Math.max(anchor.column, head.column),
  }
}

export function holds(bounds: Bounds, { row, column }: Place): boolean {
  return row >= bounds.top && row <= bounds.bottom && column >= bounds.left && column <= bounds.right
}

export function sizeOf({ top, left, bottom, right }: Bounds) {
  return { rows: bottom - top + 1, columns: right - left + 1 }
}

/** Every cell of the rectangle, row by row. */
export function placesIn({ top, left, bottom, right }: Bounds): Place[] {
  const places: Place[] = []
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) places.push({ row, column })
  }
  return places
}

/**
 * Where the cells of a pasted block go. As in a spreadsheet: a block that fits a whole number of times into what is marked is
 * repeated until that is full; any other lies with its first cell on the first marked one, however far it reaches.
 *
 * @param size of the sheet; what would fall off its edge is left out
 */
export function spread<T>(
  block: readonly (readonly T[])[],
  range: Range,
  size: { rows: number; columns: number },
): { place: Place; item: T }[] {
  const height = block.length
  const width = Math.max(0, ...block.map((row) => row.length))
  if (height === 0 || width === 0) return []
  const marked = boundsOf(range)
  const { rows, columns } = sizeOf(marked)
  const repeats = rows % height === 0 && columns % width === 0
  const bounds: Bounds = {
    top: marked.top,
    left: marked.left,
    bottom: Math.min(size.rows - 1, repeats ? marked.bottom : marked.top + height - 1),
    right: Math.min(size.columns - 1, repeats ? marked.right : marked.left + width - 1),
  }
  return placesIn(bounds).flatMap((place) => {
    const row = block[(place.row - marked.top) % height]
    const across = (place.column - marked.left) % width
    return row && across < row.length ? [{ place, item: row[across] as T }] : []
  })
}

/**
 * What filling down copies: the first row of what is marked into the others. With one row marked, the row above it into this one.
 */
export function fillDown(range: Range): { from: Place; to: Place }[] {
  const { top, bottom, left, right } = boundsOf(range)
  const source = top === bottom ? top - 1 : top
  if (source < 0) return []
  return placesIn({ top: source + 1, bottom, left, right }).map((to) => ({
    from: { row: source, column: to.column },
    to,
  }))
}
