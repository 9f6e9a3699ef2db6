import { expect, test } from 'vitest'
import { type Cell, type Found, filled, pasted } from './block'

const number = (value: number): Found => ({ value, notApplicable: false })

/** Three units by two questions: a number, and yes or no; the last unit takes nothing. */
function places(standing: Record<string, Found> = {}) {
  return {
    rows: 3,
    columns: 2,
    cell: ({ row, column }: { row: number; column: number }): Cell | null => {
      const key = `${row}|${column}`
      const read = (text: string) => {
        if (text === 'Không áp dụng') return { value: null, notApplicable: true } as const
        return column === 1 && text === 'Có' ? number(1) : null
      }
      return row === 2 ? null : { key, found: standing[key] ?? null, read }
    },
  }
}
const at = (row: number, column: number) => ({ anchor: { row, column }, head: { row, column } })

test('a column of points goes down the units, written as in Vietnam', () => {
  expect(pasted([['7,5'], ['8']], at(0, 0), places(), null).entries).toEqual([
    { key: '0|0', found: number(7.5) },
    { key: '1|0', found: number(8) },
  ])
})

test('words mean what they mean in their own column, and that it does not apply in any', () => {
  const { entries, unread } = pasted([['Không áp dụng', 'Có'], ['Có']], at(0, 0), places(), null)
  expect(entries).toEqual([
    { key: '0|0', found: { value: null, notApplicable: true } },
    { key: '0|1', found: number(1) },
  ])
  expect(unread).toEqual({ '1|0': 'Có' })
})

test('an empty cell of the block unsays nothing', () => {
  expect(pasted([[''], ['3']], at(0, 0), places({ '0|0': number(5) }), null).entries).toEqual([
    { key: '1|0', found: number(3) },
  ])
})

test('a text with two readings waits, and is read once the block tells how its spreadsheet writes', () => {
  expect(pasted([['1.234'], ['5']], at(0, 0), places(), null).unread).toEqual({ '0|0': '1.234' })
  expect(pasted([['1.234'], ['5,5']], at(0, 0), places(), null).entries[0]?.found).toEqual(number(1234))
  expect(pasted([['1.234'], ['5']], at(0, 0), places(), 'vi').entries[0]?.found).toEqual(number(1234))
})

test('what takes nothing is told and left', () => {
  const { entries, locked } = pasted([['1'], ['2'], ['3']], at(0, 0), places(), null)
  expect(entries).toHaveLength(2)
  expect(locked).toEqual([{ row: 2, column: 0 }])
})

test('the first marked row is filled into those under it', () => {
  const range = { anchor: { row: 0, column: 0 }, head: { row: 1, column: 1 } }
  expect(filled(range, places({ '0|0': number(5) })).entries).toEqual([{ key: '1|0', found: number(5) }])
})
