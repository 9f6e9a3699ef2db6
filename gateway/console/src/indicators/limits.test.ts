import { expect, test } from 'vitest'
import { fill } from '../app/i18n/language'
import { vi } from '../app/i18n/vi'
import { limitWords } from './limits'

const t = ((key: keyof typeof vi, values?: Record<string, string | number>) => fill(vi[key], values)) as never
const words = (
  limit: { lower: number | null; upper: number | null } | null,
  decimals = 0,
  valueKind = 'COUNT',
) => limitWords(t, String, { limit: limit && { ...limit, severity: 'ERROR' }, decimals, valueKind } as never)

test('limits and decimals are told in few words', () => {
  expect(words({ lower: 0, upper: 500 })).toBe('từ 0 đến 500, số nguyên')
  expect(words({ lower: null, upper: 100 }, 2)).toBe('đến 100, tối đa 2 số lẻ')
  expect(words({ lower: 1, upper: null }, 1)).toBe('từ 1, tối đa 1 số lẻ')
  expect(words(null, 1)).toBe('tối đa 1 số lẻ')
})

test('yes or no has no limits, and levels are told by name', () => {
  expect(words(null, 0, 'YES_NO')).toBe('')
  const cell = { limit: null, decimals: 0, valueKind: 'LEVEL', levels: ['Khá', 'Tốt'] } as const
  expect(limitWords(t, String, cell as never)).toBe('Khá / Tốt')
})
