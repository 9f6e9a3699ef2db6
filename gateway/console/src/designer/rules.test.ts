import { expect, test } from 'vitest'
import { criterionOf, type Rule, sum } from './draft'
import { examplesOf } from './examples'
import { KINDS, optionsOfLevels, ruled, ruleOf, sameOptions } from './kinds'
import { gapsOf, marksOf, piecesOf, position, ticksOf } from './line'

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

test('what takes off has no maximum for anybody', () => {
  const variants = [{ label: 'Xã', forUnits: ['x'], maximum: 30, rule: null }]
  const penalty = ruled({ ...begun('GIVEN'), variants }, ruleOf('PENALTY', 10), NAMES)
  expect(penalty.variants?.[0]?.maximum).toBe(0)
  expect(ruled({ ...begun('GIVEN'), variants }, ruleOf('FIXED', 10), NAMES).variants).toEqual(variants)
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

const finding = (at: string, code: string, ...args: string[]) => ({
  pointer: `/criterion/rule/rungs/${at}`,
  code,
  arguments: args,
})
const ends = (...stretches: { from: number | null; to: number | null }[]) =>
  stretches.map(({ from, to }) => [from, to])

test('a gap lies between two rungs that do not touch, and says which of its ends it holds', () => {
  const rule = ladder(rung(94.5, null, 2), { ...rung(null, 90, 0), toInclusive: true })
  expect(gapsOf(piecesOf(rule))).toEqual([{ from: 90, fromInclusive: false, to: 94.5, toInclusive: false }])
})

test('what no rung reaches below the lowest and above the highest is a gap to infinity', () => {
  const gaps = gapsOf(piecesOf(ladder(rung(80, 100, 2), rung(60, 80, 1))))
  expect(ends(...gaps)).toEqual([
    [null, 60],
    [100, null],
  ])
  expect([gaps[0]?.toInclusive, gaps[1]?.fromInclusive]).toEqual([false, true])
})

test('a single number between two rungs that both leave it out is a gap', () => {
  const above = { ...rung(50, null, 2), fromInclusive: false }
  const only = { from: 50, fromInclusive: true, to: 50, toInclusive: true }
  expect(gapsOf(piecesOf(ladder(above, rung(null, 50, 0))))).toEqual([only])
  expect(
    gapsOf(piecesOf(ladder(above, { ...rung(50, 50, 1), toInclusive: true }, rung(null, 50, 0)))),
  ).toEqual([])
})

test('rungs that touch in decimals leave no gap, however the decimals were come by', () => {
  expect(gapsOf(piecesOf(ladder(rung(sum([0.1, 0.2]), null, 1), rung(null, 0.3, 0))))).toEqual([])
  const least = ladder(rung(999_999_999_999.999, null, 1), rung(null, 999_999_999_999.998, 0))
  expect(ends(...gapsOf(piecesOf(least)))).toEqual([[999_999_999_999.998, 999_999_999_999.999]])
})

test('what a wider rung holds is no gap between two narrower ones, and a rung that holds nothing closes none', () => {
  expect(gapsOf(piecesOf(ladder(rung(null, null, 1), rung(10, 20, 2), rung(30, 40, 3))))).toEqual([])
  expect(
    ends(...gapsOf(piecesOf(ladder(rung(60, null, 2), rung(60, 50, 1), rung(55, 55, 1), rung(null, 50, 0))))),
  ).toEqual([[50, 60]])
})

test('a rung that ends where another ends leaves out its end only if both do', () => {
  const from = { ...rung(20, null, 1), fromInclusive: false }
  const both = [rung(0, 20, 1), rung(null, 20, 0)]
  expect(ends(...gapsOf(piecesOf(ladder(from, ...both))))).toEqual([[20, 20]])
  expect(gapsOf(piecesOf(ladder(from, { ...rung(0, 20, 1), toInclusive: true }, rung(null, 20, 0))))).toEqual(
    [],
  )
})

const OPEN = ladder(rung(80, 100, 2), rung(60, 70, 1))

test('a gap is a fault as long as the sheet declares nothing', () => {
  expect(marksOf(OPEN, [], null).map(({ kind }) => kind)).toEqual(['gap', 'gap', 'gap'])
})

test.each(['RULING', 'ZERO'] as const)('with %s declared each gap is drawn as that', (unmatched) => {
  const marks = marksOf(OPEN, [], unmatched)
  expect(marks.map(({ kind }) => kind)).toEqual([unmatched, unmatched, unmatched])
  expect(ends(...marks)).toEqual([
    [null, 60],
    [70, 80],
    [100, null],
  ])
})

test('bands of a deduction and rungs of a workload have gaps like a ladder', () => {
  for (const type of ['DEDUCTION', 'WORKLOAD_BONUS'] as const) {
    const rule = { ...ruleOf(type, 10), rungs: OPEN.rungs } as Rule
    expect(marksOf(rule, [], 'ZERO').map(({ kind }) => kind)).toEqual(['ZERO', 'ZERO', 'ZERO'])
  }
})

test('what the service calls a fault is drawn once and as a fault, also where something is declared', () => {
  const findings = [
    finding('1/from', 'ladder-end-open'),
    finding('0/from', 'ladder-gap', '70', '80'),
    finding('0/to', 'ladder-end-open'),
  ]
  expect(marksOf(OPEN, findings, 'RULING').map(({ kind }) => kind)).toEqual(['gap', 'gap', 'gap'])
})

test('between whole numbers nothing lies, and is no gap where only those are looked up', () => {
  const closed = (from: number | null, to: number | null) => ({ ...rung(from, to, 1), toInclusive: true })
  const counted = ladder(closed(null, 0), closed(1, 2), closed(4, null))
  expect(ends(...marksOf(counted, [], null, true))).toEqual([[2, 4]])
  expect(ends(...marksOf(counted, [], null))).toEqual([
    [0, 1],
    [2, 4],
  ])
  const open = ladder(rung(null, 2, 0), { ...rung(2, null, 1), fromInclusive: false })
  expect(ends(...marksOf(open, [], null, true))).toEqual([[2, 2]])
})

test('a gap that was found before the rungs were written anew is not drawn any more', () => {
  const closed = ladder(rung(80, null, 2), rung(null, 80, 1))
  expect(marksOf(closed, [finding('0/from', 'ladder-gap', '70', '80')], null)).toEqual([])
})

test('an overlap begins where the service says and ends where the first of both ends', () => {
  const rule = ladder(rung(80, null, 2), rung(null, 90, 1))
  expect(
    marksOf(
      rule,
      [finding('0/from', 'ladder-overlap', '80'), finding('0/points', 'above-maximum', '1')],
      'RULING',
    ),
  ).toEqual([{ kind: 'overlap', from: 80, fromInclusive: true, to: 90, toInclusive: false }])
})

test('steps hold all numbers; a last one that is closed is a fault whatever is declared', () => {
  const rule = ruleOf('DAYS_LATE', 10)
  expect(marksOf(rule, [], null)).toEqual([])
  const closed = {
    ...rule,
    steps: [
      { upTo: 0, points: 10 },
      { upTo: 5, points: 0 },
    ],
  } as Rule
  expect(marksOf(closed, [], 'RULING')).toEqual([
    { kind: 'gap', from: 5, fromInclusive: false, to: null, toInclusive: false },
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

test('the levels of an indicator become situations, and points given before stay', () => {
  const levels = ['Kém', 'Khá', 'Tốt']
  const fresh = optionsOfLevels(levels, [], 10)
  expect(fresh.map(({ value, name, points }) => [value, name, points])).toEqual([
    [3, 'Tốt', 10],
    [2, 'Khá', 0],
    [1, 'Kém', 0],
  ])
  const given = fresh.map((one) => (one.value === 2 ? { ...one, points: 7 } : one))
  expect(optionsOfLevels([...levels, 'Xuất sắc'], given, 10).map(({ points }) => points)).toEqual([
    10, 10, 7, 0,
  ])
  expect(sameOptions(given, fresh)).toBe(true)
  expect(sameOptions(given, optionsOfLevels([...levels, 'Xuất sắc'], given, 10))).toBe(false)
})
