import { expect, test } from 'vitest'
import { criterionOf, type Rule } from './draft'
import { examplesOf } from './examples'
import { KINDS, ruled, ruleOf } from './kinds'
import { faultsOf, piecesOf, position, ticksOf } from './line'

const NAMES = { base: 'tổng số', workload: 'khối lượng', award: 'cờ' }

const begun = (type: Rule['type']) =>
  ruled(criterionOf('1', 'Tiêu chí', 10, ruleOf('GIVEN', 10)), ruleOf(type, 10), NAMES)

test.each(KINDS)('%s begins as a rule with examples and with every number that it reads', (type) => {
  const criterion = begun(type)
  expect(examplesOf(criterion).length).toBeGreaterThan(0)
  const codes = criterion.inputs?.map((one) => one.code) ?? []
  const read = [
    ...(criterion.rule.levels ?? []).map((one) => one.input),
    ...(type === 'WORKLOAD_BONUS' ? ['workload'] : []),
  ]
  expect(codes).toEqual(expect.arrayContaining(read))
})

test('what takes off has no maximum, and what gives again has one', () => {
  const penalty = begun('PENALTY')
  expect(penalty.maximum).toBe(0)
  expect(ruled(penalty, ruleOf('GIVEN', 10), NAMES).maximum).toBe(10)
})

test('a ratio brings the number it is taken of', () => {
  const criterion = criterionOf('1', 'Tiêu chí', 10, ruleOf('PROPORTIONAL', 10))
  const ratio = ruled(criterion, { ...criterion.rule, of: 'RATIO' }, NAMES)
  expect(ratio.inputs).toEqual([{ code: 'base', name: 'tổng số', indicatorId: null, whole: false }])
  expect(examplesOf(ratio)[0]?.inputs).toEqual([{ code: 'base', value: 100 }])
})

const rung = (from: number | null, to: number | null, points: number) => ({
  from,
  fromInclusive: true,
  to,
  toInclusive: false,
  points,
})
const ladder = (...rungs: ReturnType<typeof rung>[]) =>
  ({ type: 'LADDER', of: 'PERCENT_OF_PLAN', rungs }) as unknown as Rule

test('examples of a ladder stand on its ends and a hundredth beside them', () => {
  const numbers = examplesOf(criterionOf('1', '', 2, ladder(rung(95, null, 2), rung(null, 95, 1.5)))).map(
    (one) => one.value,
  )
  expect(numbers).toEqual([95.01, 95, 94.99])
})

test('a gap lies between the two rungs that the service names', () => {
  const pieces = piecesOf(ladder(rung(94.5, null, 2), rung(null, 90, 0)))
  const faults = faultsOf(
    [
      {
        pointer: '/criterion/rule/rungs/0/from',
        code: 'ladder-gap',
        arguments: ['90', '94.5'],
      },
    ],
    pieces,
  )
  expect(faults).toEqual([{ kind: 'gap', from: 90, to: 94.5 }])
})

test('an open end is a gap to infinity, an overlap ends where the first of both ends', () => {
  const pieces = piecesOf(ladder(rung(80, 100, 2), rung(60, 90, 1)))
  expect(
    faultsOf(
      [
        { pointer: '/criterion/rule/rungs/1/from', code: 'ladder-end-open', arguments: [] },
        { pointer: '/criterion/rule/rungs/0/from', code: 'ladder-overlap', arguments: ['80'] },
        { pointer: '/criterion/rule/rungs/0/to', code: 'ladder-end-open', arguments: [] },
        { pointer: '/criterion/rule/rungs/0/points', code: 'above-maximum', arguments: ['1'] },
      ],
      pieces,
    ),
  ).toEqual([
    { kind: 'gap', from: null, to: 60 },
    { kind: 'overlap', from: 80, to: 90 },
    { kind: 'gap', from: 100, to: null },
  ])
})

test('steps lie one behind the other, each up to its end', () => {
  const pieces = piecesOf(ruleOf('DAYS_LATE', 10))
  expect(pieces.map(({ from, to }) => [from, to])).toEqual([
    [null, 0],
    [0, null],
  ])
})

test('ends are drawn at even distances, infinity at the edge', () => {
  const ticks = ticksOf(piecesOf(ladder(rung(95, null, 2), rung(50, 95, 1), rung(null, 50, 0))))
  expect(ticks).toEqual([50, 95])
  expect([
    position(ticks, null, 'from'),
    position(ticks, 50, 'to'),
    position(ticks, 95, 'to'),
    position(ticks, null, 'to'),
  ]).toEqual([0, 100 / 3, 200 / 3, 100])
})
