import { expect, test } from 'vitest'
import { otherPeriod, WHOLE } from './begin'

const PERIODS = [{ id: 'h1' }, { id: 'm9' }]
const year = { periodId: null }
const half = { periodId: 'h1' }

test('out of the sheet of the year the first period without one is begun, and the reverse', () => {
  expect(otherPeriod(year, PERIODS, [year])).toBe('h1')
  expect(otherPeriod(year, PERIODS, [year, half])).toBe('m9')
  expect(otherPeriod(half, PERIODS, [half])).toBe(WHOLE)
})

test('where every period has a sheet it is another edition of one of the others', () => {
  expect(otherPeriod(year, [{ id: 'h1' }], [year, half])).toBe('h1')
  expect(otherPeriod(year, [], [year])).toBe(WHOLE)
})

test('without a sheet to begin from it is the whole season', () => {
  expect(otherPeriod(undefined, PERIODS, [])).toBe(WHOLE)
})
