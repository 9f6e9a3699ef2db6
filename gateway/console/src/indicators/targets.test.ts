import { expect, test } from 'vitest'
import { indicatorsOf, missing, savedOf } from './targets'
import type { Member, Target } from './types'

const target = (unitId: string, code: string, more: Partial<Target> = {}) =>
  ({
    unitId,
    indicatorId: `id-${code}`,
    indicatorCode: code,
    indicatorName: `Chỉ tiêu ${code}`,
    unitOfMeasure: '%',
    direction: 'RAISE',
    assigned: 100,
    registered: null,
    lastYear: null,
    version: 3,
    ...more,
  }) as Target
const member = (unitId: string) => ({ unitId, unitName: unitId }) as Member

test('indicators are those with a target, each once, counted as people count', () => {
  const rows = [target('a', 'CT10'), target('a', 'CT2'), target('b', 'CT2')]
  expect(indicatorsOf(rows).map((one) => one.code)).toEqual(['CT2', 'CT10'])
})

test('what is missing is told per member; a row without numbers is missing too', () => {
  const rows = [target('a', 'CT1'), target('a', 'CT2'), target('b', 'CT1', { assigned: null })]
  const gaps = missing([member('a'), member('b')], indicatorsOf(rows), rows)
  expect(gaps.map((gap) => [gap.member.unitId, gap.indicators.map((one) => one.code)])).toEqual([
    ['b', ['CT1', 'CT2']],
  ])
})

test('zero is a promise', () => {
  const rows = [target('a', 'CT1', { assigned: 0 })]
  expect(missing([member('a')], indicatorsOf(rows), rows)).toEqual([])
})

test('a cell nobody wrote begins at version 0', () => {
  expect(savedOf(undefined).version).toBe(0)
  expect(savedOf(target('a', 'CT1')).version).toBe(3)
})
