import { expect, test } from 'vitest'
import { decimalsOf } from './points'

test('points are shown with the decimals of the longest of them', () => {
  expect(decimalsOf([])).toBe(0)
  expect(decimalsOf([{ total: 98, byGroup: [{ points: 40 }] }])).toBe(0)
  expect(decimalsOf([{ total: 98.5, byGroup: [{ points: 40.25 }] }])).toBe(2)
})
