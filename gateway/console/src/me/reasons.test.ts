import { expect, test } from 'vitest'
import type { Mandate, Me } from '../api/types'
import { mandateState } from '../mandates/state'
import { reasonsFor } from './reasons'

const day = '2026-11-22'
const mandate = (more: Partial<Mandate>): Mandate => ({
  id: 'm1',
  personId: 'p',
  personName: 'Lê Văn Xã',
  clientId: null,
  unitId: 'u',
  unitName: 'Phường A',
  role: 'UNIT_OFFICER',
  scope: 'UNIT',
  validFrom: '2026-01-01',
  validTo: null,
  withdrawnAt: null,
  reason: null,
  version: 1,
  ...more,
})
const me = (held: Mandate[], abilities: Me['abilities'] = []): Me => ({
  subject: 's',
  kind: 'PERSON',
  personId: 'p',
  name: 'Lê Văn Xã',
  mandates: held.filter((one) => mandateState(one, day) === 'active'),
  otherMandates: held.filter((one) => mandateState(one, day) !== 'active'),
  actingAs: null,
  abilities,
})
const kinds = (who: Me, actingAs: string | null = null) =>
  reasonsFor('UNITS_WRITE', who, actingAs, day).map((reason) => reason.kind)

test('what is allowed needs no reason', () => {
  expect(kinds(me([mandate({})], ['UNITS_WRITE']))).toEqual([])
})

test('a person without any mandate is told so', () => {
  expect(kinds(me([]))).toEqual(['none'])
})

test('mandates that are not in force are named', () => {
  expect(kinds(me([mandate({ validFrom: '2027-01-01' }), mandate({ validTo: '2026-02-01' })]))).toEqual([
    'none',
    'future',
    'ended',
  ])
})

test('a withdrawn mandate explains why, and is not held', () => {
  expect(kinds(me([mandate({ withdrawnAt: '2026-09-03T02:14:00Z' })]))).toEqual(['none', 'ended'])
})

test('with one of several mandates chosen, the choice is the reason', () => {
  const who = me([mandate({}), mandate({ id: 'm2', role: 'ADMINISTRATOR' })])
  expect(kinds(who, 'm1')).toEqual(['narrowed'])
})

test('otherwise the roles do not give it', () => {
  expect(kinds(me([mandate({})]))).toEqual(['roles'])
})
