import { afterEach, expect, test } from 'vitest'
import { businessNow, tellBusinessTime } from './businessTime'
import { today } from './i18n/dates'

const here = Date.parse('2026-11-22T04:50:00Z')
afterEach(() => {
  tellBusinessTime(new Date(here).toISOString(), here)
})

test('days go by the clock the services told', () => {
  tellBusinessTime('2026-12-29T01:00:07.5Z', here)
  expect(businessNow(here).toISOString()).toBe('2026-12-29T01:00:00.000Z')
  expect(today(businessNow(here))).toBe('2026-12-29')
})

test('the way an answer takes moves no clock', () => {
  expect(tellBusinessTime('2026-11-22T04:50:09Z', here)).toBe(0)
  expect(businessNow(here)).toEqual(new Date(here))
})

test('a service that tells no time leaves the clock as it was', () => {
  tellBusinessTime('2026-12-29T01:00:00Z', here)
  tellBusinessTime(undefined, here)
  expect(businessNow(here).toISOString()).toBe('2026-12-29T01:00:00.000Z')
})
