import { expect, test } from 'vitest'
import { Intention } from './intention'

const key = (intention: Intention, body: unknown) => intention.headersFor(body)['Idempotency-Key']

test('a retry of the same content carries the same key', () => {
  const intention = new Intention()
  const first = key(intention, { name: 'A' })
  expect(first).toMatch(/^[0-9a-f-]{36}$/)
  expect(key(intention, { name: 'A' })).toBe(first)
})

test('other content is another intention', () => {
  const intention = new Intention()
  expect(key(intention, { name: 'A' })).not.toBe(key(intention, { name: 'B' }))
})

test('once fulfilled, the same content again means doing it again', () => {
  const intention = new Intention()
  const first = key(intention, { name: 'A' })
  intention.fulfilled()
  expect(key(intention, { name: 'A' })).not.toBe(first)
})
