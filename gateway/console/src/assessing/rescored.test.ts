import { expect, it } from 'vitest'
import { moved } from './rescored'

const unit = (unitId: string, total: number, points: number) => ({
  unitId,
  total,
  criteria: [
    { code: 'I.1', points, state: 'SCORED' },
    { code: 'I.2', points: 5, state: 'SCORED' },
  ],
})

it('tells of which unit and which criterion the points moved', () => {
  expect(moved([unit('a', 10, 5), unit('b', 9, 4)], [unit('a', 12, 7), unit('b', 9, 4)])).toEqual([
    { unitId: 'a', before: 10, after: 12, criteria: [{ code: 'I.1', before: 5, after: 7 }] },
  ])
})

it('tells of points that moved though a pool kept the total', () => {
  expect(moved([unit('a', 10, 5)], [unit('a', 10, 7)])[0]?.criteria).toHaveLength(1)
})

it('does not call zero what had no points yet', () => {
  const of = (state: string, points: number) => ({
    unitId: 'a',
    total: points,
    criteria: [{ code: '1', points, state }],
  })
  expect(moved([of('NO_FACT', 0)], [of('SCORED', 0)])).toEqual([
    { unitId: 'a', before: null, after: 0, criteria: [{ code: '1', before: null, after: 0 }] },
  ])
})
