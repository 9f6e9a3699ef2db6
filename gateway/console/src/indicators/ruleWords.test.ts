import { expect, test } from 'vitest'
import { fill } from '../app/i18n/language'
import { formatNumber } from '../app/i18n/numbers'
import { vi } from '../app/i18n/vi'
import { ruleWords } from './ruleWords'
import type { Rule } from './scoreTypes'

const words = {
  t: ((key: keyof typeof vi, values?: Record<string, string | number>) => fill(vi[key], values)) as never,
  number: (value: number) => formatNumber(value, 'vi'),
}
const rule = (some: Partial<Rule>) => some as Rule

test('proportional says what counts, its floor and its cap', () => {
  const said = ruleWords(
    words,
    rule({ type: 'PROPORTIONAL', of: 'PERCENT_OF_PLAN', floor: 50, cap: 120 }),
    20,
  )
  expect(said).toEqual([
    'Điểm theo tỷ lệ phần trăm kế hoạch: đạt 100% được 20 điểm.',
    'Dưới 50% không có điểm.',
    'Tính đến 120% là hết.',
  ])
})

test('a ladder says each rung with its open and closed ends', () => {
  const rungs = [
    { from: 95, fromInclusive: false, to: null, toInclusive: false, points: 1.5 },
    { from: 75, fromInclusive: true, to: 95, toInclusive: true, points: 1 },
    { from: null, fromInclusive: true, to: 75, toInclusive: false, points: 0 },
  ]
  expect(ruleWords(words, rule({ type: 'LADDER', of: 'PERCENT_OF_PLAN', rungs }), 1.5)).toEqual([
    'Theo bậc của phần trăm kế hoạch:',
    'trên 95%: 1,5 điểm',
    'từ 75% đến 95%: 1 điểm',
    'dưới 75%: 0 điểm',
  ])
})

test('days late are told as ranges of days', () => {
  const steps = [
    { upTo: 0, points: 2 },
    { upTo: 2, points: 1.5 },
    { upTo: 5, points: 1 },
    { upTo: null, points: 0 },
  ]
  expect(ruleWords(words, rule({ type: 'DAYS_LATE', steps }), 2)).toEqual([
    'đúng hạn: 2 điểm',
    'chậm 1–2 ngày: 1,5 điểm',
    'chậm 3–5 ngày: 1 điểm',
    'chậm từ 6 ngày: 0 điểm',
  ])
})

test('yes or no and bonus', () => {
  expect(ruleWords(words, rule({ type: 'YES_NO', points: 5, otherwise: 0 }), 5)).toEqual([
    'Có: 5 điểm. Không: 0 điểm.',
  ])
  expect(
    ruleWords(
      words,
      rule({ type: 'BONUS', of: 'PERCENT_OF_PLAN', from: 100, per: 5, points: 1, cap: 4, whole: true }),
      4,
    ),
  ).toEqual([
    'Thưởng 1 điểm cho mỗi 5 vượt trên 100 của phần trăm kế hoạch.',
    'Chỉ tính phần tròn.',
    'Nhiều nhất 4 điểm.',
  ])
})

test('rows of conditions name the numbers they look at', () => {
  const range = (from: number | null, to: number | null) => ({
    from,
    to,
    fromInclusive: true,
    toInclusive: true,
  })
  const cases = [
    {
      name: 'đủ',
      points: 8,
      when: [
        { input: 'thang', range: range(0, 0) },
        { input: 'quy', range: range(0, 0) },
      ],
    },
    { name: 'thiếu', points: 0, when: [{ input: 'thang', range: range(4, null) }] },
  ]
  const names = { thang: 'thiếu báo cáo tháng', quy: 'thiếu báo cáo quý' }
  expect(ruleWords(words, rule({ type: 'CONDITIONS', cases }), 8, names)).toEqual([
    'Theo dòng có mọi điều kiện cùng đúng:',
    'thiếu báo cáo tháng bằng 0, thiếu báo cáo quý bằng 0: 8 điểm',
    'thiếu báo cáo tháng từ 4: 0 điểm',
  ])
})

test('every further kind of rule has its words', () => {
  const said = (some: Partial<Rule>) =>
    ruleWords(words, rule(some), 30, { cp: 'Cờ Chính phủ', workload: 'số vụ' })
  expect(said({ type: 'AGENCY_PENALTY', points: 8 })).toEqual([
    'Cơ quan thường trực xác định vi phạm thì trừ 8 điểm, một lần.',
  ])
  expect(said({ type: 'AWARD_BONUS', stacking: 'HIGHEST', levels: [{ input: 'cp', points: 15 }] })).toEqual([
    'Thưởng theo khen thưởng đã nhận, chỉ tính mức cao nhất:',
    'Cờ Chính phủ: 15 điểm',
  ])
  const rungs = [{ from: 1000, fromInclusive: true, to: null, toInclusive: false, points: 3 }]
  expect(said({ type: 'WORKLOAD_BONUS', of: 'PERCENT_OF_PLAN', from: 100, rungs })).toEqual([
    'Đạt từ 100% của phần trăm kế hoạch thì thưởng theo số vụ:',
    'từ 1.000: 3 điểm',
  ])
  expect(said({ type: 'OVER_FULFILMENT', of: 'PERCENT_OF_PLAN', points: 10, reading: 'EXCESS' })).toEqual([
    'Thưởng 10 điểm nhân phần vượt 100% của phần trăm kế hoạch.',
    'Nhiều nhất 30 điểm.',
  ])
  expect(
    said({
      type: 'DEDUCTION',
      of: 'VALUE',
      rungs: [{ from: 1, fromInclusive: true, to: 11, toInclusive: false, points: 10 }],
    }),
  ).toEqual(['Đủ 30 điểm, trừ theo mức của giá trị:', 'từ 1 đến dưới 11: trừ 10 điểm'])
  expect(said({ type: 'GIVEN_BONUS' })).toEqual(['Hội đồng cho điểm thưởng, nhiều nhất 30 điểm.'])
})
