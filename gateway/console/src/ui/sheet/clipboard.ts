/**
 * A block of cells as a spreadsheet puts it on the clipboard: rows by line breaks, columns by tabs. A cell with
 * a line break or a quote inside comes wrapped in quotes, its own quotes doubled.
 */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const endCell = () => {
    rows[rows.length - 1]?.push(cell)
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
    } else if (c === '"' && cell === '') quoted = true
    else if (c === '\t') endCell()
    else if (c === '\n') {
      endCell()
      rows.push([])
    } else if (c !== '\r') cell += c
  }
  endCell()
  // The last line break ends the last row and begins no new one.
  const last = rows[rows.length - 1]
  if (rows.length > 1 && last?.length === 1 && last[0] === '') rows.pop()
  return rows
}

/** Whether pasting this is more than typing it: several cells, not one. */
export function isBlock(block: string[][]): boolean {
  return block.length > 1 || (block[0]?.length ?? 0) > 1
}
