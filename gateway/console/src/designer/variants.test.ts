import { expect, test } from 'vitest'
import { type Criterion, criterionOf, type Rule } from './draft'
import { addVariant, ofKind, ruledFor, takenBy, variantAt, withPeriod, withVariant } from './variants'

const plain = criterionOf('1', 'Cải cách hành chính', 10, { type: 'GIVEN' } as Rule)
const two = {
  ...plain,
  notFor: ['q'],
  variants: [
    { label: 'Xã', forUnits: ['x'], maximum: 30, rule: null },
    { label: 'Sở', forUnits: ['s'], maximum: 5, rule: null },
  ],
} as Criterion

test('a kind stands for its units, but for those of which something else is said', () => {
  const kinds = new Map([
    ['x', 'COMMUNE'],
    ['y', 'COMMUNE'],
    ['s', 'DEPARTMENT'],
  ]) as never
  expect(ofKind(['s'], kinds, 'COMMUNE' as never, new Set(['x']))).toEqual(['s', 'y'])
})

test('a unit is taken by the other variants and by what does not apply to it', () => {
  expect([...takenBy(two, 0)]).toEqual(['q', 's'])
  expect([...takenBy(two, 'notFor')]).toEqual(['x', 's'])
})

test('a criterion applies in all periods unless one is unticked, and in one at least', () => {
  expect(withPeriod(null, 'H1', false)).toEqual(['M9', 'YEAR'])
  expect(withPeriod(['YEAR'], 'H1', true)).toEqual(['H1', 'YEAR'])
  expect(withPeriod(['H1', 'YEAR'], 'M9', true)).toBeNull()
  expect(withPeriod(['YEAR'], 'YEAR', false)).toEqual(['YEAR'])
})

test('a variant begins as the criterion counts, and the last one that goes leaves nothing behind', () => {
  const one = addVariant(plain, 'Mức riêng 1')
  expect(one.variants).toEqual([{ forUnits: [], label: 'Mức riêng 1', maximum: 10, rule: null }])
  expect(withVariant(one, 0, null)).toEqual(plain)
})

test('what the rule of a variant needs besides is the criterion’s', () => {
  const input = { code: 'base', name: 'tổng số', indicatorId: null, whole: false }
  const changed = ruledFor(two, 1, {
    ...plain,
    maximum: 7,
    rule: { type: 'FIXED', points: 7 } as Rule,
    inputs: [input],
  })
  expect(changed.inputs).toEqual([input])
  expect(changed.rule.type).toBe('GIVEN')
  expect(changed.variants?.[1]).toMatchObject({
    label: 'Sở',
    forUnits: ['s'],
    maximum: 7,
    rule: { type: 'FIXED' },
  })
  expect(changed.variants?.[0]).toEqual(two.variants?.[0])
})

test('a finding says of which variant it is', () => {
  expect(variantAt(two, '/groups/0/criteria/0/variants/1/rule/rungs/0/from')).toBe('Sở')
  expect(variantAt(two, '/groups/0/criteria/0/rule')).toBeNull()
})
