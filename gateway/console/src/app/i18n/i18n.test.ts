import { expect, test } from 'vitest'
import { formatDate, formatInstant, formatLongDate, today } from './dates'
import { en } from './en'
import { fill } from './language'
import { vi } from './vi'

test('every text has the same values in both languages', () => {
  const values = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()
  for (const key of Object.keys(vi) as (keyof typeof vi)[]) {
    expect(values(en[key]), key).toEqual(values(vi[key]))
    expect(vi[key].normalize('NFC'), `${key} is composed`).toBe(vi[key])
  }
})

test('values are filled in, and a missing one stays visible', () => {
  expect(fill('từ {from} đến {to}', { from: '01/01/2026' })).toBe('từ 01/01/2026 đến {to}')
})

test('the day is the day in Vietnam', () => {
  expect(today(new Date('2026-11-21T16:59:59Z'))).toBe('2026-11-21')
  expect(today(new Date('2026-11-21T17:00:00Z'))).toBe('2026-11-22')
})

test('dates and instants are written dd/MM/yyyy, on the clock of Vietnam', () => {
  expect(formatDate('2026-07-01')).toBe('01/07/2026')
  expect(formatInstant('2026-11-21T17:05:09Z', 'vi')).toBe('00:05 22/11/2026')
  expect(formatInstant('2026-11-21T17:05:09Z', 'vi', true)).toBe('00:05:09 22/11/2026')
  expect(formatLongDate('2026-11-22', 'vi')).toContain('22 tháng 11')
})
