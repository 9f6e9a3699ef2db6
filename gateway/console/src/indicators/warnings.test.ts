import { expect, test } from 'vitest'
import { isEmpty, saysNotApplicable, warningsOf } from './warnings'

const row = (value: number | null, more = {}) => ({
  value,
  notApplicable: false,
  explanation: 'có',
  evidence: ['f'],
  ...more,
})
const known = { lastYear: 120, percentOfPlan: 104, evidenceRequired: true, limit: null }

test('ten times last year, or a tenth, is asked about', () => {
  expect(warningsOf(row(1200), known)).toEqual(['tenfold'])
  expect(warningsOf(row(12), known)).toEqual(['tenfold'])
  expect(warningsOf(row(150), known)).toEqual([])
  expect(warningsOf(row(0), known)).toEqual([])
})

test('behind plan without a word, and a number without evidence', () => {
  expect(warningsOf(row(100, { explanation: null, evidence: [] }), { ...known, percentOfPlan: 92 })).toEqual([
    'behind',
    'evidence',
  ])
})

test('evidence is asked for only where the indicator asks for it', () => {
  expect(warningsOf(row(150, { evidence: [] }), { ...known, evidenceRequired: false })).toEqual([])
})

test('zero is a number, not applicable is an answer, only nothing is empty', () => {
  expect(isEmpty(row(0))).toBe(false)
  expect(isEmpty(row(null, { notApplicable: true }))).toBe(false)
  expect(isEmpty(row(null))).toBe(true)
  expect(warningsOf(row(null, { notApplicable: true, evidence: [] }), known)).toEqual([])
})

test('not applicable may be written in a cell of numbers', () => {
  expect(saysNotApplicable(' Không áp dụng ')).toBe(true)
  expect(saysNotApplicable('N/A')).toBe(true)
  expect(saysNotApplicable('-')).toBe(false)
})

test('a number outside the limits of its indicator is asked about, one on their edge is not', () => {
  const limited = { ...known, lastYear: null, limit: { lower: 0, upper: 100 } }
  expect(warningsOf(row(101), limited)).toEqual(['limit'])
  expect(warningsOf(row(100), limited)).toEqual([])
  expect(warningsOf(row(-1), { ...limited, limit: { lower: null, upper: 100 } })).toEqual([])
})
