import { expect, test } from 'vitest'
import { place, position, rangeOf, ticks } from './timeline'

const range = { from: '2019-01-01', to: '2020-12-31' }

test('a season of half the time takes half the line', () => {
  const [season] = place([{ from: '2019-01-01', to: '2019-12-31' }], range)
  expect(season?.start).toBe(0)
  expect(season?.size).toBeCloseTo(49.93, 2)
  expect(season?.cutEnd).toBe(false)
})

test('overlapping seasons lie under each other, the next one moves up again', () => {
  const lanes = place(
    [
      { from: '2020-01-01', to: '2020-12-31' },
      { from: '2019-01-01', to: '2020-05-29' },
      { from: '2020-05-30', to: '2020-06-30' },
    ],
    range,
  ).map((placed) => [placed.span.from, placed.lane])
  expect(lanes).toEqual([
    ['2019-01-01', 0],
    ['2020-01-01', 1],
    ['2020-05-30', 0],
  ])
})

test('what began before or goes on is cut at the edge, and says so', () => {
  const [member] = place([{ from: '2004-05-01', to: null }], range)
  expect(member).toMatchObject({ start: 0, size: 100, cutStart: true, cutEnd: true })
})

test('what lies outside is not shown', () => {
  expect(place([{ from: '2010-01-01', to: '2018-12-31' }], range)).toEqual([])
  expect(position('2021-01-01', range)).toBeNull()
})

test('members of the first day do not stretch the line, later ones and leavers do', () => {
  const seasons = [{ from: '2019-01-01', to: '2020-05-29' }]
  const old = { from: '2000-01-01', to: null }
  expect(rangeOf(seasons, [old, old], '2026-01-01')).toEqual({ from: '2019-01-01', to: '2020-12-31' })
  expect(rangeOf(seasons, [old, { from: '2017-03-01', to: '2021-06-30' }], '2026-01-01')).toEqual({
    from: '2017-01-01',
    to: '2021-12-31',
  })
  expect(rangeOf([], [old], '2026-01-01')).toEqual({ from: '2000-01-01', to: '2000-12-31' })
})

test('a short line is marked by quarters, a long one by years', () => {
  expect(ticks({ from: '2026-01-01', to: '2026-12-31' })).toHaveLength(4)
  expect(ticks({ from: '2019-01-01', to: '2022-12-31' })).toEqual([
    '2019-01-01',
    '2020-01-01',
    '2021-01-01',
    '2022-01-01',
  ])
  expect(ticks({ from: '1990-01-01', to: '2026-12-31' }).length).toBeLessThanOrEqual(10)
})
