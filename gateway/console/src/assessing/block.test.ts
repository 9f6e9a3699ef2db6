import { expect, test } from 'vitest'
import { Autosave } from '../ui/sheet/autosave'
import { UndoStack } from '../ui/sheet/undo'
import { type Cell, canGoBack, type Found, filled, pasted } from './block'
import type { Entry } from './queries'

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

const nothing = { values: { value: null, notApplicable: false, reason: null } as Entry, version: 0 }
const council = { value: 7, notApplicable: false, reason: 'Biên bản số 3' }

/** One unit assessed by the council, one of which nothing is known yet; nothing reaches the server unless `online`. */
function table({ online = true } = {}) {
  const send = async (values: Entry, version: number) => {
    if (!online) throw new Error('refused')
    return { values, version: version + 1 }
  }
  const saves = new Map<string, Autosave<Entry>>()
  for (const [key, saved] of Object.entries({ '0|0': { values: council, version: 4 }, '1|0': nothing }))
    saves.set(key, new Autosave<Entry>(saved, { send, reload: async () => saved }))
  const at = (key: string) => saves.get(key) as Autosave<Entry>
  const stack = new UndoStack<Entry>()
  return {
    at,
    async paste(block: string[][]) {
      const { entries } = pasted(
        block,
        { anchor: { row: 0, column: 0 }, head: { row: 0, column: 0 } },
        places(),
        null,
      )
      const changes = entries.map(({ key, found }) => ({
        key,
        values: { ...found, reason: 'Biên bản số 9' },
      }))
      stack.record(changes.map(({ key, values }) => ({ key, before: at(key).draft, after: values })))
      for (const { key, values } of changes) at(key).edit(values)
      await Promise.all(changes.map(({ key }) => at(key).commit()))
    },
    async back() {
      const journey = stack.undo(
        (key) => at(key).draft,
        (key, entry) => canGoBack(entry, at(key)),
      )
      for (const { key, values } of journey?.put ?? []) at(key).edit(values)
      await Promise.all((journey?.put ?? []).map(({ key }) => at(key).commit()))
      return journey
    },
  }
}

test('a pasted block goes back to the points that stood, with the reason they were given for', async () => {
  const sheet = table()
  await sheet.paste([['8'], ['9']])
  expect(sheet.at('0|0').version).toBe(5)
  const back = await sheet.back()
  expect(sheet.at('0|0').draft).toEqual(council)
  expect(sheet.at('0|0').version).toBe(6)
  expect(back?.kept).toEqual(['1|0'])
  expect(sheet.at('1|0').draft.value).toBe(9)
})

test('what was pasted and never taken is taken back to nothing', async () => {
  const sheet = table({ online: false })
  await sheet.paste([['8'], ['9']])
  expect((await sheet.back())?.kept).toEqual([])
  expect(sheet.at('1|0').draft).toEqual(nothing.values)
  expect([sheet.at('0|0').unsaved, sheet.at('1|0').unsaved]).toEqual([false, false])
})
