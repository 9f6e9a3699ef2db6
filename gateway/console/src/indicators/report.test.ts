import { expect, test } from 'vitest'
import { checkOf, needsReason, rowOf, targetOf } from './report'
import type { ReportCell } from './reportTypes'

test('a verified value that differs needs a reason, one that agrees does not', () => {
  expect(needsReason({ value: 12, reason: null }, 12)).toBe(false)
  expect(needsReason({ value: 11, reason: null }, 12)).toBe(true)
  expect(needsReason({ value: 11, reason: 'Quyết toán' }, 12)).toBe(false)
  expect(needsReason({ value: null, reason: null }, 12)).toBe(false)
})

test('what was registered is the plan, else what was assigned', () => {
  expect(targetOf({ registered: 105, assigned: 100 })).toBe(105)
  expect(targetOf({ registered: null, assigned: 100 })).toBe(100)
  expect(targetOf({ registered: null, assigned: null })).toBeNull()
})

test('files in another order are the same files', () => {
  const file = (id: string) => ({ id, name: id, contentType: 'text/plain', size: 1 })
  const cell = { version: 2, value: 0, evidence: [file('b'), file('a')] } as unknown as ReportCell['cell']
  expect(rowOf({ cell }).values.evidence).toEqual(['a', 'b'])
})

test('a later verification is a later version', () => {
  const at = (time: string) => checkOf({ verified: { value: 1, reason: null, at: time } as never }).version
  expect(at('2026-07-20T03:00:00Z')).toBeGreaterThan(at('2026-07-20T02:59:59Z'))
  expect(checkOf({ verified: null }).version).toBe(0)
})
