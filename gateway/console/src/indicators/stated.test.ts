import { expect, test } from 'vitest'
import { splitQualifier } from './stated'

test.each([
  ['khoảng 7', 'ABOUT', '7'],
  ['Khoang 7,5', 'ABOUT', '7,5'],
  ['~7', 'ABOUT', '7'],
  ['≈ 1.200', 'ABOUT', '1.200'],
  ['GẦN 95%', 'NEARLY', '95%'],
  ['gan 95 %', 'NEARLY', '95 %'],
  ['trên 1.200', 'ABOVE', '1.200'],
  ['>1200', 'ABOVE', '1200'],
  ['hơn 1,2 Tỷ đồng', 'ABOVE', '1,2 Tỷ đồng'],
  ['từ 30 trở lên', 'AT_LEAST', '30'],
  ['ít nhất 30', 'AT_LEAST', '30'],
  ['toi thieu 30%', 'AT_LEAST', '30%'],
  ['không dưới 30', 'AT_LEAST', '30'],
  ['Tu 30% tro len', 'AT_LEAST', '30%'],
  ['30 tỷ đồng trở lên', 'AT_LEAST', '30 tỷ đồng'],
  ['≥ 30', 'AT_LEAST', '30'],
  ['>= 30', 'AT_LEAST', '30'],
  ['about 7', 'ABOUT', '7'],
  ['nearly 7', 'NEARLY', '7'],
  ['above 7', 'ABOVE', '7'],
  ['7 or more', 'AT_LEAST', '7'],
])('%s is taken apart, with accents or without', (text, qualifier, rest) => {
  expect(splitQualifier(text)).toEqual({ qualifier, rest })
  expect(splitQualifier(text.normalize('NFD'))).toEqual({ qualifier, rest })
  expect(splitQualifier(`  ${text} `)).toEqual({ qualifier, rest })
})

test.each([
  '7',
  '-3 tỷ đồng',
  'dưới 7',
  '<7',
  'từ 30',
  'không quá 30',
  'khoảng',
  'gần bảy',
  'trở lên',
  'khoảng gần 7',
])('%s says nothing of the kind, or nothing that can be kept', (text) =>
  expect(splitQualifier(text)).toEqual({ qualifier: null, rest: text }),
)
