import { expect, test } from 'vitest'
import { fill } from '../app/i18n/language'
import { formatNumber } from '../app/i18n/numbers'
import { vi } from '../app/i18n/vi'
import { termWords } from './termWords'

const words = {
  t: ((key: keyof typeof vi, values?: Record<string, string | number>) => fill(vi[key], values)) as never,
  number: (value: number) => formatNumber(value, 'vi'),
}
const groups = [{ code: 'I', name: 'Kinh tế', criteria: [{ code: 'I.1', name: 'Thu ngân sách' }] }] as never
const nothing = { groups, knockOuts: null, grades: null, prizes: null, ties: null }
const below = (to: number) => ({ from: null, fromInclusive: true, to, toInclusive: false })

test('a sheet that says no more than points has no further sentences', () => {
  expect(termWords(words, nothing)).toEqual([])
})

test('a knock-out says when it holds and what it does', () => {
  const knock = {
    code: 'L1',
    name: 'liệt',
    of: 'I.1',
    measured: 'PERCENT_OF_MAXIMUM',
    range: below(50),
  } as const
  expect(
    termWords(words, {
      ...nothing,
      knockOuts: [
        { ...knock, zeroes: null },
        { ...knock, of: 'I', measured: 'POINTS', zeroes: ['I.1'] },
      ],
    }),
  ).toEqual([
    'Điểm liệt “liệt”: % điểm tối đa của I.1 Thu ngân sách dưới 50% thì xếp sau mọi đơn vị khác',
    'Điểm liệt “liệt”: số điểm của I Kinh tế dưới 50 thì các tiêu chí I.1 được 0 điểm',
  ])
})

test('classes, prizes and what is looked at where totals are equal are said in their order', () => {
  const grade = { code: 'A', name: 'xuất sắc', everyCriterion: 85, everyGroup: null, vote: true }
  const total = { from: 90, fromInclusive: true, to: null, toInclusive: false }
  expect(
    termWords(words, {
      ...nothing,
      grades: [{ ...grade, total }],
      prizes: [{ code: '1', name: 'Nhất', count: 1 }],
      ties: [{ of: 'I' }, { of: 'I.1' }],
    }),
  ).toEqual([
    'Loại “xuất sắc”: tổng điểm từ 90; mọi tiêu chí đạt từ 85% điểm tối đa; còn phải bỏ phiếu',
    'Nhất: 1',
    'Bằng điểm thì xét lần lượt điểm của I Kinh tế; I.1 Thu ngân sách; vẫn bằng thì theo quy chế của cụm, khối',
  ])
})
