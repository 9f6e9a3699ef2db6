import { expect, test } from 'vitest'
import { formatNumber, formatPercent, parseNumber } from './numbers'

test('numbers are written as they are here', () => {
  expect(formatNumber(193310, 'vi')).toBe('193.310')
  expect(formatNumber(1234, 'vi')).toBe('1.234')
  expect(formatNumber(0.19, 'vi')).toBe('0,19')
  expect(formatNumber(193310.5, 'en')).toBe('193,310.5')
})

test('no digit that was sent is lost, and none is made up', () => {
  expect(formatNumber(123456789.012345, 'vi')).toBe('123.456.789,012345')
  expect(formatNumber(0.1234567, 'vi')).toBe('0,1234567')
  expect(formatNumber(50.2, 'vi')).toBe('50,2')
})

test('points keep their decimals, differences their sign', () => {
  expect(formatNumber(9.5, 'vi', { decimals: 2 })).toBe('9,50')
  expect(formatNumber(9.5, 'vi', { signed: true })).toBe('+9,5')
  expect(formatNumber(-9.5, 'vi')).toBe('-9,5')
  expect(formatNumber(0, 'vi', { signed: true })).toBe('0')
})

test('a percent is a percent', () => {
  expect(formatPercent(48.43, 'vi')).toBe('48,43%')
  expect(formatPercent(153.3, 'vi')).toBe('153,3%')
})

test.each([
  ['193.310', 193310],
  ['193310', 193310],
  ['48,43', 48.43],
  ['1.234.567,89', 1234567.89],
  [' 1 250 ', 1250],
  ['−3,5', -3.5],
  ['0,19', 0.19],
])('%s is read as it was meant', (text, value) => {
  expect(parseNumber(text, 'vi')).toBe(value)
})

test.each(['', '48.43', '1.23', '12.3456', '1,2,3', 'gần 50', '50%', '1234567890123456'])(
  '%s is refused, not guessed',
  (text) => {
    expect(parseNumber(text, 'vi')).toBeNull()
  },
)

test('in English the marks change places', () => {
  expect(parseNumber('193,310.5', 'en')).toBe(193310.5)
  expect(parseNumber('48.43', 'en')).toBe(48.43)
  expect(parseNumber('48,43', 'en')).toBeNull()
})
