import { expect, test } from 'vitest'
import type { Translate } from '../app/i18n'
import { vi } from '../app/i18n/vi'
import { inputWords, originWords } from './traceWords'

const t = ((key: keyof typeof vi) => vi[key]) as Translate

test('every number of a trace has its words', () => {
  expect(
    ['value', 'assigned', 'registered', 'lastYear', 'reported', 'ruling'].map((name) => inputWords(t, name)),
  ).toEqual([
    'Số được tính',
    'Số giao',
    'Số đăng ký',
    'Năm trước',
    'Số báo cáo',
    'Điểm theo quyết định xử lý',
  ])
  expect(originWords(t, 'VERIFIED')).toBe('số thẩm định')
})

test('a number the console does not know yet is shown by its name, and the page stays', () => {
  expect(inputWords(t, 'population')).toBe('population')
  expect(originWords(t, 'IMPORTED')).toBe('IMPORTED')
})
