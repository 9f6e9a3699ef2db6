import { expect, test } from 'vitest'
import { behindFirst, cameTo, movement } from './ranked'

test('the distance to the first is exact in points', () => {
  const gaps = behindFirst([
    { unitId: 'a', total: 96.3 },
    { unitId: 'b', total: 96.3 },
    { unitId: 'c', total: 96.1 },
  ])
  expect([...gaps.values()]).toEqual([0, 0, -0.2])
})

test('a rank is shown against the season before', () => {
  expect(movement({ rank: 1, rankBefore: 3 })).toBe('3 ▲2')
  expect(movement({ rank: 4, rankBefore: 2 })).toBe('2 ▼2')
  expect(movement({ rank: 2, rankBefore: 2 })).toBe('2 =')
  expect(movement({ rank: 2, rankBefore: null })).toBe('—')
})

test('what a part came to is said where something is known of it, and is no 0 where nothing is', () => {
  const given = [
    { code: 'A', points: 0, known: 1 },
    { code: 'B', points: 0, known: 0 },
  ]
  expect(['A', 'B', 'C'].map((code) => cameTo(given, code))).toEqual([0, null, null])
  expect(cameTo(undefined, 'A')).toBeNull()
})
