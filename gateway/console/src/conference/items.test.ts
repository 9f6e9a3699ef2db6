import { expect, test } from 'vitest'
import { stateOf } from './items'

test('an item is ahead until it is begun and under way until it is ended', () => {
  const at = '2026-12-10T01:00:00Z'
  expect(stateOf({ begunAt: null, endedAt: null })).toBe('AHEAD')
  expect(stateOf({ begunAt: at, endedAt: null })).toBe('UNDER_WAY')
  expect(stateOf({ begunAt: at, endedAt: at })).toBe('OVER')
})
