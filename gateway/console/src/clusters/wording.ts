/** One promise of one member, as it stands in the signed words. Numbers stay the digits that were hashed. */
export interface Promised {
  indicatorCode: string
  indicatorName: string
  unitOfMeasure: string
  assigned: string | null
  registered: string | null
  lastYear: string | null
  /** Portions by period and names on a list, where there are any, as they stand in the words. */
  more: string[]
}

export interface MemberPromise {
  code: string
  name: string
  promised: Promised[]
}

export interface Wording {
  /** Title and preamble. */
  words: string
  members: MemberPromise[]
}

const FORM = 'thidua-targets/1 | '

/**
 * Reads the text that is signed, so that people see its numbers as they write them; the text itself stays what is hashed.
 *
 * @returns null when it is not of the form known here: then only the text can be shown
 */
export function readWording(text: string): Wording | null {
  const lines = text.split('\n')
  const start = lines.findIndex((line) => line.startsWith(FORM))
  if (start < 0) return null
  const members = new Map<string, MemberPromise>()
  for (const line of lines.slice(start + 1)) {
    if (line === '') continue
    const columns = columnsOf(line)
    if (columns.length < 9) return null
    const [code, name, indicatorCode, indicatorName, , unitOfMeasure, assigned, registered, lastYear] =
      columns as [string, string, string, string, string, string, string, string, string]
    const member = members.get(code) ?? { code, name, promised: [] }
    member.promised.push({
      indicatorCode,
      indicatorName,
      unitOfMeasure,
      assigned: number(assigned),
      registered: number(registered),
      lastYear: number(lastYear),
      more: columns.slice(9),
    })
    members.set(code, member)
  }
  return { words: lines.slice(0, start).join('\n').trim(), members: [...members.values()] }
}

/** Columns between ` | `; inside a name a bar, a semicolon and a backslash are written with a backslash before them. */
function columnsOf(line: string): string[] {
  return line.split(' | ').map((column) => column.replace(/\\([\\|;])/g, '$1'))
}

const number = (column: string) => (column === '-' ? null : column)
