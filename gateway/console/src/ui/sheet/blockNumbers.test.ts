import { expect, test } from 'vitest'
import { conventionIn, readNumber } from './blockNumbers'

test.each([
  ['1.234,5', 1234.5],
  ['1,234.5', 1234.5],
  ['1.234.567', 1234567],
  ['1,234,567', 1234567],
  ['48,43', 48.43],
  ['48.43', 48.43],
  ['0.125', 0.125],
  ['0,125', 0.125],
  ['1234.567', 1234.567],
  ['193310', 193310],
  ['1 234 567', 1234567],
  ['12\u00a0500,5', 12500.5],
  ['−3,5', -3.5],
  ['-1,234.5', -1234.5],
  ['0', 0],
])('%s allows one reading, whatever spreadsheet it comes from', (text, number) => {
  expect(readNumber(text, null, false)).toEqual({ number })
  expect(readNumber(text, 'vi', false)).toEqual({ number })
  expect(readNumber(text, 'en', false)).toEqual({ number })
})

test.each(['1.234', '12,500', '193.310', '-7,420'])('%s is two numbers: it is not guessed which', (text) => {
  expect(readNumber(text, null, false)).toEqual({ why: 'twoWays' })
})

test('how the spreadsheet writes decides what the text leaves open', () => {
  expect(readNumber('193.310', 'vi', false)).toEqual({ number: 193310 })
  expect(readNumber('193.310', 'en', false)).toEqual({ number: 193.31 })
  expect(readNumber('12,500', 'vi', false)).toEqual({ number: 12.5 })
  expect(readNumber('12,500', 'en', false)).toEqual({ number: 12500 })
})

test('one telling cell speaks for its block, and contradicting ones for nothing', () => {
  expect(conventionIn(['193.310', '48,43', 'ghi chú', ''])).toBe('vi')
  expect(conventionIn(['193,310', '48.43'])).toBe('en')
  expect(conventionIn(['193.310', '12', '7.420'])).toBeNull()
  expect(conventionIn(['48,43', '48.43'])).toBeNull()
})

test.each([
  ['gần 50', 'notNumber'],
  ['1.2.3', 'notNumber'],
  ['1.23,456.7', 'notNumber'],
  ['12 5', 'notNumber'],
  ['-', 'notNumber'],
  ['', 'notNumber'],
  ['1,2E+05', 'rounded'],
  ['#####', 'hidden'],
  ['#N/A', 'formula'],
  ['#DIV/0!', 'formula'],
  ['48,43%', 'percent'],
  ['1234567890123456', 'tooLong'],
] as const)('%s is refused with its reason', (text, why) => {
  expect(readNumber(text, null, false)).toEqual({ why })
})

test('a percent sign belongs where percents are measured', () => {
  expect(readNumber('48,43%', null, true)).toEqual({ number: 48.43 })
  expect(readNumber('48.43 %', null, true)).toEqual({ number: 48.43 })
  expect(readNumber('98.500%', null, true)).toEqual({ why: 'twoWays' })
})
