import { expect, test } from 'vitest'
import { behindFirst, movement } from './ranked'

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
