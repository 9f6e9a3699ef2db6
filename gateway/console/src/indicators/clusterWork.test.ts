import { expect, test } from 'vitest'
import { among, clearedIn, drawn, filledIn, pastedOver } from './clusterWork'

// Three members, two indicators; the person writes for the second member.
const target = { indicatorId: 'i', valueKind: 'QUANTITY', unitOfMeasure: 'ha' } as const
const cells = {
  rows: 3,
  columns: 2,
  writable: ({ row, column }: { row: number; column: number }) =>
    row === 1 ? { key: `b~${column}`, target } : null,
  figure: ({ row, column }: { row: number; column: number }) => ({
    value: row * 10 + column,
    unitOfMeasure: row === 0 ? null : 'tấn',
    qualifier: null,
    notApplicable: false,
  }),
}
const whole = { anchor: { row: 0, column: 0 }, head: { row: 2, column: 1 } }

test('a block over the whole cluster reaches the own row only', () => {
  const block = [
    ['1', '2'],
    ['3,5', 'x'],
    ['5', '6'],
  ]
  const { figures, unread, skipped } = pastedOver(block, whole, cells, null)
  expect(figures).toEqual([
    { key: 'b~0', values: { value: 3.5, unitOfMeasure: null, qualifier: null, notApplicable: false } },
  ])
  expect(unread['b~1']).toEqual({ text: 'x', why: 'notNumber' })
  expect(skipped).toBe(4)
})

test('a unit typed behind a number goes with it, also when it is pasted', () => {
  const measured = { ...target, furtherUnits: ['nghìn ha'] }
  const own = { ...cells, writable: () => ({ key: 'b~0', target: measured }) }
  const at = { anchor: { row: 1, column: 0 }, head: { row: 1, column: 0 } }
  expect(pastedOver([['1,5 nghìn ha']], at, own, null).figures).toEqual([
    { key: 'b~0', values: { value: 1.5, unitOfMeasure: 'nghìn ha', qualifier: null, notApplicable: false } },
  ])
})

test('emptying and filling down keep to the own row', () => {
  expect(clearedIn(whole, cells).figures.map(({ key }) => key)).toEqual(['b~0', 'b~1'])
  expect(filledIn(whole, cells).figures).toEqual([
    { key: 'b~0', values: { value: 0, unitOfMeasure: null, qualifier: null, notApplicable: false } },
    { key: 'b~1', values: { value: 1, unitOfMeasure: null, qualifier: null, notApplicable: false } },
  ])
})

test('what is drawn covers what is seen, and never more than there is', () => {
  expect(drawn(0, 600, 40, 95, 4)).toEqual({ first: 0, last: 20 })
  expect(drawn(1000, 600, 40, 95, 4)).toEqual({ first: 20, last: 44 })
  expect(drawn(3400, 600, 40, 95, 4)).toEqual({ first: 80, last: 95 })
  expect(drawn(0, 600, 40, 3, 4)).toEqual({ first: 0, last: 3 })
})

test('scrolling by a little draws nothing anew', () => {
  expect(drawn(1050, 600, 40, 95, 4)).toEqual(drawn(1010, 600, 40, 95, 4))
})

test('the row with the keyboard is drawn wherever it is, and none that there is not', () => {
  expect(among({ first: 2, last: 5 }, 0, 10)).toEqual([2, 3, 4, 0])
  expect(among({ first: 2, last: 5 }, 3, 10)).toEqual([2, 3, 4])
  expect(among({ first: 0, last: 24 }, undefined, 3)).toEqual([0, 1, 2])
  expect(among({ first: 0, last: 24 }, 7, 3)).toEqual([0, 1, 2])
})
