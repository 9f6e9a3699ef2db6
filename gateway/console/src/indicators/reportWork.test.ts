import { expect, test } from 'vitest'
import type { Row } from './report'
import { COLUMN, chosen, cleared, filled, pasted, readCell, readWords, unreadKey } from './reportWork'

const cell = (indicatorId: string, valueKind = 'QUANTITY', unitOfMeasure = 'tỷ đồng') =>
  ({ indicatorId, valueKind, unitOfMeasure }) as never
const cells = [
  cell('thu'),
  cell('ngheo', 'COUNT', 'hộ'),
  cell('bhyt', 'PERCENT', '%'),
  cell('antt', 'YES_NO', 'có/không'),
]
const filling = { writable: true, verifying: false }
const at = (row: number, column: number, toRow = row, toColumn = column) => ({
  anchor: { row, column },
  head: { row: toRow, column: toColumn },
})

test('a column from a spreadsheet is read as that spreadsheet writes', () => {
  const column = [['193.310'], ['7'], ['48,43%'], ['có']]
  const { rows, unread } = pasted(column, at(0, COLUMN.value), cells, filling, null)
  expect(rows.map(({ values }) => values.value)).toEqual([193310, 7, 48.43, 1])
  expect(Object.values(unread).filter(Boolean)).toEqual([])
})

test('what can be read in two ways waits in its cell for the person, the rest is taken', () => {
  const { rows, unread } = pasted([['193.310'], ['7']], at(0, COLUMN.value), cells, filling, null)
  expect(rows).toEqual([{ key: 'ngheo', values: { value: 7, qualifier: null, notApplicable: false } }])
  expect(unread[unreadKey('thu', 'value')]).toEqual({ text: '193.310', why: 'twoWays' })
  const waiting = { [unreadKey('thu', 'value')]: { text: '193.310', why: 'twoWays' as const } }
  expect(chosen(waiting, cells, 'vi').rows[0]?.values.value).toBe(193310)
  expect(chosen(waiting, cells, 'en').rows[0]?.values.value).toBe(193.31)
})

test('what was copied out of the report comes in again without a question', () => {
  expect(pasted([['193.310']], at(0, COLUMN.value), cells, filling, 'vi').rows[0]?.values.value).toBe(193310)
})

test('a number and the explanation beside it go together; columns that take nothing are passed over', () => {
  const block = [['12', '96%', 'mưa lũ']]
  const { rows, skipped } = pasted(block, at(1, COLUMN.value), cells, filling, null)
  expect(rows).toEqual([
    { key: 'ngheo', values: { value: 12, qualifier: null, notApplicable: false, explanation: 'mưa lũ' } },
  ])
  expect(skipped).toBe(1)
})

test('an empty cell empties, zero is a value, and the words for it say that it does not apply', () => {
  const { rows } = pasted([[''], ['0'], ['không áp dụng']], at(0, COLUMN.value), cells, filling, null)
  expect(rows.map(({ values }) => [values.value, values.notApplicable])).toEqual([
    [null, false],
    [0, false],
    [null, true],
  ])
})

test('a number with its unit is taken in that unit, one without it in the own; what is computed or named takes none', () => {
  const money = { ...(cell('thu', 'QUANTITY', 'triệu đồng') as object), furtherUnits: ['tỷ đồng'] } as never
  const sum = { ...(cell('tong') as object), formula: '[A] + [B]', items: [] } as never
  const list = { ...(cell('xa', 'COUNT', 'xã') as object), formula: null, items: ['Nà Hoa'] } as never
  const column = [['1,2 tỷ đồng'], ['5'], ['3'], ['2 tấn']]
  const { rows, unread, skipped } = pasted(
    column,
    at(0, COLUMN.value),
    [money, sum, list, money],
    filling,
    null,
  )
  expect(rows).toEqual([
    { key: 'thu', values: { value: 1.2, unitOfMeasure: 'tỷ đồng', qualifier: null, notApplicable: false } },
  ])
  expect(skipped).toBe(2)
  expect(unread[unreadKey('thu', 'value')]).toMatchObject({
    text: '2 tấn',
    why: 'unknownUnit',
    unit: 'tấn',
  })
  const plain = pasted([['1200']], at(0, COLUMN.value), [money], filling, null)
  expect(plain.rows[0]?.values).toEqual({
    value: 1200,
    unitOfMeasure: null,
    qualifier: null,
    notApplicable: false,
  })
})

test('a pasted number that is not exact comes with its words; yes is not nearly yes, and a verified number is exact', () => {
  const column = [['khoảng 193.310,5'], ['từ 7 trở lên'], ['gan 48,43%'], ['gần 1']]
  const { rows, unread } = pasted(column, at(0, COLUMN.value), cells, filling, null)
  expect(rows.map(({ values }) => [values.value, values.qualifier])).toEqual([
    [193310.5, 'ABOUT'],
    [7, 'AT_LEAST'],
    [48.43, 'NEARLY'],
  ])
  expect(unread[unreadKey('antt', 'value')]?.why).toBe('notYesNo')
  const verifying = { writable: false, verifying: true }
  const verified = pasted([['khoảng 7']], at(0, COLUMN.verified), cells, verifying, null)
  expect(verified.checks).toEqual([])
  expect(verified.unread[unreadKey('thu', 'verified')]?.why).toBe('notNumber')
  const asked = pasted([['khoảng 1.200']], at(0, COLUMN.value), cells, filling, null).unread
  expect(asked[unreadKey('thu', 'value')]?.why).toBe('twoWays')
  const held = { [unreadKey('thu', 'value')]: { text: 'khoảng 1.200', why: 'twoWays' as const } }
  expect(chosen(held, cells, 'vi').rows[0]?.values).toMatchObject({ value: 1200, qualifier: 'ABOUT' })
})

test('words that cannot be kept are told apart from what is no number', () => {
  const column = [['dưới 7'], ['từ 30'], ['nhiều'], ['dưới 1']]
  const { unread } = pasted(column, at(0, COLUMN.value), cells, filling, null)
  expect(['thu', 'ngheo', 'bhyt', 'antt'].map((key) => unread[unreadKey(key, 'value')]?.why)).toEqual([
    'otherwiseStated',
    'otherwiseStated',
    'notNumber',
    'notYesNo',
  ])
})

test('what is typed is more than a number with a unit, with words around it, or with both', () => {
  const money = { valueKind: 'QUANTITY' as const, unitOfMeasure: 'triệu đồng', furtherUnits: ['tỷ đồng'] }
  const read = (text: string) => readWords(text, money, Number)
  expect(read('7')).toBeNull()
  expect(read('khoảng bảy')).toBeNull()
  expect(read('trên 7')).toEqual({ value: 7, qualifier: 'ABOVE', notApplicable: false })
  expect(read('7 tỷ đồng')).toEqual({
    value: 7,
    unitOfMeasure: 'tỷ đồng',
    qualifier: null,
    notApplicable: false,
  })
  expect(read('~7 Tỷ đồng')).toMatchObject({ value: 7, unitOfMeasure: 'tỷ đồng', qualifier: 'ABOUT' })
  expect(read('không áp dụng')).toMatchObject({ value: null, qualifier: null, notApplicable: true })
  expect(readWords('gần 1', { valueKind: 'YES_NO', unitOfMeasure: 'có/không' }, Number)).toBeNull()
})

test('a locked report takes nothing', () => {
  const { rows, skipped } = pasted(
    [['1'], ['2']],
    at(0, COLUMN.value),
    cells,
    { writable: false, verifying: false },
    null,
  )
  expect(rows).toEqual([])
  expect(skipped).toBe(2)
})

test('one value fills what is marked', () => {
  expect(pasted([['5']], at(0, COLUMN.value, 1), cells, filling, null).rows).toHaveLength(2)
})

test('emptying takes number and words, never a file or what was verified', () => {
  const { rows, checks, skipped } = cleared(at(0, COLUMN.value, 0, COLUMN.reason), cells, filling)
  expect(rows).toEqual([
    { key: 'thu', values: { value: null, qualifier: null, notApplicable: false, explanation: null } },
  ])
  expect(checks).toEqual([])
  expect(skipped).toBe(4)
})

test('filling down repeats the first row', () => {
  const row = { value: 3, qualifier: 'ABOUT', notApplicable: false, explanation: 'như trên' } as Row
  const { rows } = filled(
    at(0, COLUMN.value, 2, COLUMN.value),
    cells,
    filling,
    () => row,
    () => undefined,
  )
  expect(rows).toEqual([
    { key: 'ngheo', values: { value: 3, qualifier: 'ABOUT', notApplicable: false } },
    { key: 'bhyt', values: { value: 3, qualifier: 'ABOUT', notApplicable: false } },
  ])
})

test('a level is pasted by its name, and what is none waits with the names that there are', () => {
  const rank = {
    indicatorId: 'xl',
    valueKind: 'LEVEL' as const,
    unitOfMeasure: 'mức',
    levels: ['Kém', 'Khá', 'Tốt'],
  }
  expect(readCell('tot', rank, null)).toMatchObject({ value: 3, notApplicable: false })
  expect(readCell('Giỏi', rank, null)).toEqual({ why: 'notLevel', levels: 'Kém, Khá, Tốt' })
  expect(readWords('gần 2', rank, Number)).toBeNull()
})
