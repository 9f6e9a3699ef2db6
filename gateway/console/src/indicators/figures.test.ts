import { expect, test } from 'vitest'
import { fill } from '../app/i18n/language'
import { formatNumber } from '../app/i18n/numbers'
import { vi } from '../app/i18n/vi'
import { figureWords } from './figures'

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
