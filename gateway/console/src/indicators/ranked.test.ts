import { expect, test } from 'vitest'
import { behindFirst } from './ranked'

test('the distance to the first is exact in points', () => {
  const gaps = behindFirst([
    { unitId: 'a', total: 96.3 },
    { unitId: 'b', total: 96.3 },
    { unitId: 'c', total: 96.1 },
  ])
  expect([...gaps.values()]).toEqual([0, 0, -0.2])
})
