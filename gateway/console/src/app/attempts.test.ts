import { beforeEach, expect, test } from 'vitest'
import { cameIn, mayBeSent, noteSent } from './attempts'

let kept: Storage
beforeEach(() => {
  const values = new Map<string, string>()
  kept = {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => values.set(key, value),
    removeItem: (key: string) => values.delete(key),
  } as unknown as Storage
})

test('a log-in that another page cut off is begun again', () => {
  noteSent(kept, 1_000)
  expect(mayBeSent(kept, 1_500)).toBe(true)
})

test('three log-ins in half a minute that led nowhere end on the landing page', () => {
  for (const time of [1_000, 2_000, 3_000]) noteSent(kept, time)
  expect(mayBeSent(kept, 4_000)).toBe(false)
})

test('half a minute later it is tried again', () => {
  for (const time of [1_000, 2_000, 3_000]) noteSent(kept, time)
  expect(mayBeSent(kept, 31_500)).toBe(true)
})

test('who came in is no longer counted', () => {
  for (const time of [1_000, 2_000, 3_000]) noteSent(kept, time)
  cameIn(kept)
  expect(mayBeSent(kept, 4_000)).toBe(true)
})
