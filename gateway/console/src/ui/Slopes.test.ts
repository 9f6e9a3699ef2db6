import { expect, test } from 'vitest'
import { named } from './Slopes'

const rows = [
  { key: 'a', name: 'Xã A', from: 1, to: 2 },
  { key: 'b', name: 'Xã B', from: 2, to: 1 },
  { key: 'c', name: 'Xã C', from: 2, to: 3 },
]

test('units that share a rank are named together, and a rank nobody has is left blank', () => {
  expect(named(rows, 'from', 2)).toBe('2. Xã B, Xã C')
  expect(named(rows, 'to', 2)).toBe('2. Xã A')
  expect(named(rows, 'from', 3)).toBe('')
})

test('many on one rank are told by their number, so that the words fit beside the chart', () => {
  const tied = ['A', 'B', 'C', 'D'].map((name) => ({ key: name, name, from: 1, to: 1 }))
  expect(named(tied, 'to', 1)).toBe('1. A, B +2')
})
