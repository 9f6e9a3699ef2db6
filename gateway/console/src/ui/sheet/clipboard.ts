const COMPUTED_AS_WORDS = /^'(?=[=+@-])/

/**
 * A block of cells as a spreadsheet puts it on the clipboard: rows by line breaks, columns by tabs. A cell with
 * a line break or a quote inside comes wrapped in quotes, its own quotes doubled.
 */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const endCell = () => {
    rows[rows.length - 1]?.push(cell.replace(COMPUTED_AS_WORDS, ''))
    cell = ''
  }
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i]
    if (quoted) {
      if (c !== '"') cell += c
      else if (text[i + 1] === '"') {
        cell += '"'
        i += 1
      } else quoted = false
    } else if (c === '"' && cell === '' && closes(text, i + 1)) quoted = true
    else if (c === '\t') endCell()
    else if (c === '\n' || c === '\r') {
      if (c === '\r' && text[i + 1] === '\n') i += 1
      endCell()
      rows.push([])
    } else cell += c
  }
  endCell()
  // The last line break ends the last row and begins no new one.
  const last = rows[rows.length - 1]
  if (rows.length > 1 && last?.length === 1 && last[0] === '') rows.pop()
  return rows
}

/**
 * Whether a quote that opens a cell is closed at the cell's end. A spreadsheet leaves words that merely begin with a quote
 * unwrapped; taking their quote for a wrapping would swallow all cells after it.
 */
function closes(text: string, from: number): boolean {
  for (let i = from; i < text.length; i += 1) {
    if (text[i] !== '"') continue
    if (text[i + 1] === '"') i += 1
    else return i + 1 === text.length || '\t\n\r'.includes(text[i + 1] as string)
  }
  return false
}

/** Words for the clipboard: a spreadsheet would take those that begin like a formula for one, and compute it. */
export function words(text: string): string {
  return /^[=+@-]/.test(text) ? `'${text}` : text
}

/** The block as a spreadsheet takes it from the clipboard. */
export function writeBlock(block: readonly (readonly string[])[]): string {
  return block
    .map((row) => row.map((cell) => (/[\t\n\r]|^"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)))
    .map((row) => row.join('\t'))
    .join('\r\n')
}

/** Whether pasting this is more than typing it: several cells, not one. */
export function isBlock(block: string[][]): boolean {
  return block.length > 1 || (block[0]?.length ?? 0) > 1
}
