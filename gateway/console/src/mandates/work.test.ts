import { expect, test } from 'vitest'
import type { Mandate } from '../api/types'
import { unitsHeldAs } from './work'

const mandate = (
  id: string,
  role: Mandate['role'],
  unitId: string,
  more: Partial<Mandate> = {},
): Mandate => ({
  id,
  personId: 'p',
  personName: 'Lê Văn Xã',
  clientId: null,
  unitId,
  unitName: unitId,
  role,
  scope: 'UNIT',
  validFrom: '2026-01-01',
  validTo: null,
  withdrawnAt: null,
  reason: null,
  version: 1,
  ...more,
})
const day = '2026-11-22'
const me = {
  mandates: [
    mandate('m1', 'UNIT_LEADER', 'a'),
    mandate('m2', 'UNIT_LEADER', 'b', { validTo: '2026-06-30' }),
    mandate('m3', 'STANDING_OFFICER', 'province', { scope: 'SUBTREE' }),
  ],
}

test('a leader leads the unit itself, only while the mandate is in force', () => {
  expect(unitsHeldAs(me, null, day, ['UNIT_LEADER'])).toEqual(['a'])
})

test('a mandate over the units below does not make their leader', () => {
  expect(unitsHeldAs(me, null, day, ['STANDING_OFFICER'])).toEqual(['province'])
})

test('whoever works under another mandate does not sign meanwhile', () => {
  expect(unitsHeldAs(me, 'm3', day, ['UNIT_LEADER'])).toEqual([])
})
