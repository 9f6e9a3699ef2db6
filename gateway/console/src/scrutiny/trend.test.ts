import { expect, test } from 'vitest'
import { trends } from './trend'

const gap = (seasonId: string, unitId: string, percent: number | null, hint = false) => ({
  seasonId,
  seasonName: `năm ${seasonId}`,
  unitId,
  percent,
  hint,
})

test('each unit has one point for each season, the oldest first, and a hole where nothing is known', () => {
  const found = trends([
    gap('2024', 'a', 2),
    gap('2024', 'b', 1),
    gap('2025', 'b', 4),
    gap('2026', 'a', 8, true),
    gap('2026', 'b', null),
  ])
  expect(found).toEqual([
    {
      unitId: 'a',
      hint: true,
      points: [
        { at: 'năm 2024', value: 2 },
        { at: 'năm 2025', value: null },
        { at: 'năm 2026', value: 8 },
      ],
    },
    {
      unitId: 'b',
      hint: false,
      points: [
        { at: 'năm 2024', value: 1 },
        { at: 'năm 2025', value: 4 },
        { at: 'năm 2026', value: null },
      ],
    },
  ])
})

test('one season is no trend', () => {
  expect(trends([gap('2026', 'a', 8), gap('2026', 'b', 3)])).toEqual([])
})
