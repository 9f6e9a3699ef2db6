import { expect, test } from 'vitest'
import { mostWords } from './most'

test('a group says its maximum and its pool, and nothing where neither is', () => {
  const words = (maximum: number, bonusMaximum: number | null) => mostWords(String, { maximum, bonusMaximum })
  expect(words(45, null)).toBe('45')
  expect(words(40, 5)).toBe('40 + 5')
  expect(words(0, 5)).toBe('5')
  expect(words(0, 0)).toBe('0')
})
