import { expect, test } from 'vitest'
import { mandateState } from './state'

const mandate = { validFrom: '2026-01-01', validTo: '2026-06-30', withdrawnAt: null }

test.each([
  ['2025-12-31', 'future'],
  ['2026-01-01', 'active'],
  ['2026-06-30', 'active'],
  ['2026-07-01', 'ended'],
])('on %s it is %s', (day, state) => {
  expect(mandateState(mandate, day)).toBe(state)
})

test('without an end it goes on', () => {
  expect(mandateState({ ...mandate, validTo: null }, '2099-01-01')).toBe('active')
})

test('withdrawn is withdrawn, whatever the dates say', () => {
  expect(mandateState({ ...mandate, withdrawnAt: '2026-02-01T00:00:00Z' }, '2026-03-01')).toBe('withdrawn')
})
