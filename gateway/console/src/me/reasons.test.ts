import { expect, test } from 'vitest'
import type { Mandate, Me } from '../api/types'
import { reasonsFor } from './reasons'

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
const me = (mandates: Mandate[], abilities: Me['abilities'] = []): Me => ({
  subject: 's',
  kind: 'PERSON',
  personId: 'p',
  name: 'Lê Văn Xã',
  mandates,
  actingAs: null,
  abilities,
})
const day = '2026-11-22'
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

test('with one of several mandates chosen, the choice is the reason', () => {
  const who = me([mandate({}), mandate({ id: 'm2', role: 'ADMINISTRATOR' })])
  expect(kinds(who, 'm1')).toEqual(['narrowed'])
})

test('otherwise the roles do not give it', () => {
  expect(kinds(me([mandate({})]))).toEqual(['roles'])
})
