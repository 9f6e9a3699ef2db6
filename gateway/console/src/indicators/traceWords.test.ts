import { expect, test } from 'vitest'
import type { Translate } from '../app/i18n'
import { vi } from '../app/i18n/vi'
import { inputWords, originWords, qualifiersOf, statedOf } from './traceWords'

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

test('what a document states is told apart from what was reported, with the plan printed beside it', () => {
  const trace = (origin: string, ...numbers: [string, number][]) => ({
    formula: { vi: '', en: '' },
    steps: [],
    inputs: [
      ...numbers.map(([name, value]) => ({ name, value, id: null })),
      { name: 'origin', value: null, id: origin },
    ],
  })
  expect(statedOf(trace('STATED', ['percent', 124]))).toEqual({
    qualifier: 'EXACT',
    percent: 124,
    value: null,
    plan: null,
  })
  expect(statedOf(trace('STATED', ['value', 49], ['assigned', 35]))).toMatchObject({ value: 49, plan: 35 })
  expect(statedOf(trace('REPORTED', ['value', 49], ['assigned', 35]))).toBeNull()
})

test('a number that is not stated exactly is told from the plan beside it, the verified one and the other inputs', () => {
  const number = (name: string, value: number) => ({ name, value, id: null })
  const said = (name: string, id: string) => ({ name, value: null, id })
  const of = (...inputs: { name: string; value: number | null; id: string | null }[]) =>
    [...qualifiersOf({ formula: { vi: '', en: '' }, steps: [], inputs })].map(([place, word]) => [
      inputs[place]?.name,
      word,
    ])
  const reported = [
    number('value', 95),
    number('assigned', 90),
    said('origin', 'REPORTED'),
    said('CELL', 'a'),
  ]
  expect(of(...reported)).toEqual([])
  expect(of(...reported, said('QUALIFIER', 'NEARLY'))).toEqual([['value', 'NEARLY']])
  expect(
    of(number('value', 93), number('reported', 95), said('origin', 'VERIFIED'), said('QUALIFIER', 'ABOUT')),
  ).toEqual([['reported', 'ABOUT']])
  expect(of(...reported, number('Số dân', 1200), said('QUALIFIER', 'ABOVE'))).toEqual([['Số dân', 'ABOVE']])
  expect(of(number('percent', 124), said('origin', 'STATED'), said('QUALIFIER', 'ABOUT'))).toEqual([
    ['percent', 'ABOUT'],
  ])
})
