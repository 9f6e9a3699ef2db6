import type { PlainKey } from '../app/i18n'
import { formatDate } from '../app/i18n/dates'
import { vi } from '../app/i18n/vi'

const FAMILIES = ['kind', 'level', 'role', 'scope']

/** A stored value the way people read it: codes in words, dates as written here, nothing as a dash. */
export function shown(value: unknown, t: (key: PlainKey) => string): string {
  if (value === null || value === undefined || value === '') return '—'
  if (typeof value === 'object') return JSON.stringify(value)
  if (typeof value !== 'string') return String(value)
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDate(value)
  const key = FAMILIES.map((family) => `${family}.${value}`).find((candidate) => candidate in vi)
  return key ? t(key as PlainKey) : value
}
