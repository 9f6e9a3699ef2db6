import { expect, test } from 'vitest'
import { fill } from '../app/i18n/language'
import { vi } from '../app/i18n/vi'
import { span, windowWords } from './clock'

const t = ((key: keyof typeof vi, values?: Record<string, string | number>) => fill(vi[key], values)) as never
const HOUR = 3_600_000
const window = {
  opensAt: '2026-06-15T00:00:00Z',
  dueAt: '2026-07-10T10:00:00Z',
  closesAt: '2026-07-13T10:00:00Z',
}

test('far ends are told in days, near ones in hours and minutes', () => {
  expect(span(t, 9.4 * 24 * HOUR)).toBe('9 ngày')
  expect(span(t, 26 * HOUR)).toBe('1 ngày 2 giờ')
  expect(span(t, 2.5 * HOUR)).toBe('2 giờ 30 phút')
  expect(span(t, 30 * 60_000)).toBe('30 phút')
  expect(span(t, 30_000)).toBe('0 phút 30 giây')
  expect(span(t, 9.5 * 60_000)).toBe('9 phút 30 giây')
})

test('an open window says how long is left, a late one how late and how long it still takes', () => {
  const at = (iso: string) => iso
  expect(windowWords(t, { ...window, state: 'OPEN' }, Date.parse('2026-07-01T10:00:00Z'), at)).toBe(
    'Còn 9 ngày, hạn 2026-07-10T10:00:00Z',
  )
  expect(windowWords(t, { ...window, state: 'GRACE' }, Date.parse('2026-07-11T10:00:00Z'), at)).toBe(
    'Quá hạn 1 ngày 0 giờ, khóa sau 2 ngày 0 giờ',
  )
})
