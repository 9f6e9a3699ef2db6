import { expect, test } from 'vitest'
import { fill } from '../app/i18n/language'
import { formatNumber, parseNumber } from '../app/i18n/numbers'
import { vi } from '../app/i18n/vi'
import { figureWords, typedWords } from './figures'
import { readWords } from './reportWork'

const words = {
  t: ((key: keyof typeof vi, values?: Record<string, string | number>) => fill(vi[key], values)) as never,
  number: (value: number) => formatNumber(value, 'vi'),
}
const figure = (value: number, qualifier = 'EXACT', outOf: number | null = null) => ({
  value,
  qualifier,
  outOf,
})

test.each([
  ['VALUE', 'tỷ đồng', figure(193310), '193.310 tỷ đồng'],
  ['PERCENT_OF_BUDGET_ESTIMATE', '%', figure(48.43), '48,43% dự toán'],
  ['PERCENT_OF_PLAN', '%', figure(153.3), '153,3% kế hoạch'],
  ['GROWTH', '%', figure(10, 'NEARLY'), 'gần 10%'],
  ['PERCENT_OF_PLAN', '%', figure(80, 'ABOVE'), 'trên 80% kế hoạch'],
  ['VALUE', '%', figure(97, 'ABOUT'), 'khoảng 97%'],
  ['VALUE', '%', figure(55, 'AT_LEAST'), 'từ 55% trở lên'],
  ['AGAINST_TARGET', 'tiêu chí', figure(49, 'EXACT', 35), '49/35 tiêu chí'],
])('%s in %s is written as its document has it', (measure, unit, stated, expected) => {
  expect(figureWords(words, measure, unit, stated)).toBe(expected)
})

test.each([
  ['khoảng 1.234,5', { value: 1234.5, unitOfMeasure: null, qualifier: 'ABOUT' }],
  ['từ 1,2 tỷ đồng trở lên', { value: 1.2, unitOfMeasure: 'tỷ đồng', qualifier: 'AT_LEAST' }],
  ['7 tỷ đồng', { value: 7, unitOfMeasure: 'tỷ đồng', qualifier: null }],
] as const)('%s is copied as it was typed, and comes in again as that', (text, typed) => {
  expect(typedWords(words, typed)).toBe(text)
  const money = { valueKind: 'QUANTITY' as const, unitOfMeasure: 'triệu đồng', furtherUnits: ['tỷ đồng'] }
  expect(readWords(text, money, (number) => parseNumber(number, 'vi'))).toMatchObject({
    value: typed.value,
    qualifier: typed.qualifier,
    ...(typed.unitOfMeasure ? { unitOfMeasure: typed.unitOfMeasure } : {}),
  })
})

test('nothing typed is copied as nothing', () => {
  expect(typedWords(words, { value: null, unitOfMeasure: null, qualifier: null })).toBe('')
})
