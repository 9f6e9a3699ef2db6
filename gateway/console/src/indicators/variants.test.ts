import { expect, test } from 'vitest'
import type { Criterion, Scoresheet } from './scoreTypes'
import { forUnit, isAlike, leftOutIn, maximaOf } from './variants'

const FIXED = { type: 'FIXED', points: 4 }
const GIVEN = { type: 'GIVEN' }
const criterion = {
  code: '1',
  name: 'Cải cách hành chính',
  maximum: 10,
  rule: FIXED,
  variants: [
    { label: 'Xã, phường', forUnits: ['x1', 'x2'], maximum: 30, rule: GIVEN },
    { label: 'Đặc khu', forUnits: ['d'], maximum: 20, rule: null },
  ],
} as unknown as Criterion
const sheet = {
  groups: [{ criteria: [criterion, { ...criterion, variants: null, periods: ['YEAR'] }] }],
} as never as Scoresheet

test('a criterion counts for a unit by the variant that names it, else as it stands', () => {
  expect(forUnit(criterion, 'x2')).toMatchObject({ maximum: 30, rule: GIVEN, variants: null })
  expect(forUnit(criterion, 'd')).toMatchObject({ maximum: 20, rule: FIXED, variants: null })
  expect(forUnit(criterion, 'sở')).toMatchObject({ maximum: 10, rule: FIXED, variants: null })
  expect(maximaOf(criterion)).toEqual([10, 30, 20])
})

test('a sheet that says the same of all is known as one', () => {
  expect(isAlike(sheet)).toBe(false)
  expect(isAlike({ groups: [{ criteria: [{ ...criterion, variants: [] }] }] } as never)).toBe(true)
})

test('what a period leaves out is counted', () => {
  expect(leftOutIn(sheet, 'H1')).toBe(1)
  expect(leftOutIn(sheet, 'YEAR')).toBe(0)
})
