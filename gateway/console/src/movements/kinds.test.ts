import { expect, test } from 'vitest'
import { isOf, keyOf, milestoneOf, milestonesOf } from './kinds'

test('a movement is reported at mid-term, for each of its days and at the end', () => {
  expect(milestonesOf(['2026-12-31', '2027-12-31']).map(keyOf)).toEqual([
    'MID_TERM',
    'YEARLY 2026-12-31',
    'YEARLY 2027-12-31',
    'FINAL',
  ])
})

test('what is chosen is what was offered', () => {
  for (const one of milestonesOf(['2026-12-31'])) expect(milestoneOf(keyOf(one))).toEqual(one)
})

test('a report for one day is not that for another', () => {
  const said = { kind: 'YEARLY' as const, reportingDay: '2026-12-31' }
  expect(isOf(said, { kind: 'YEARLY', day: '2026-12-31' })).toBe(true)
  expect(isOf(said, { kind: 'YEARLY', day: '2027-12-31' })).toBe(false)
  expect(isOf({ kind: 'FINAL' }, { kind: 'FINAL', day: null })).toBe(true)
})
