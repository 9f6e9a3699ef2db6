import { expect, test } from 'vitest'
import { vi } from '../app/i18n/vi'
import { answersOf, readAnswer, wordOf } from './answers'

const t = ((key: keyof typeof vi) => vi[key]) as never
const level = { valueKind: 'LEVEL' as const, levels: ['Kém', 'Trung bình', 'Khá', 'Tốt'] }

test('yes and no are read as people type them', () => {
  const read = (text: string) => readAnswer(text, { valueKind: 'YES_NO' })
  expect(['Có', 'x', '1', 'không', 'K', '0', '2'].map(read)).toEqual([1, 1, 1, 0, 0, 0, null])
})

test('a level is read by its name, without its accents, or by its place', () => {
  expect(
    ['Khá', 'kha', ' TỐT ', 'trung  binh', '1', '5', 'giỏi', ''].map((text) => readAnswer(text, level)),
  ).toEqual([3, 3, 4, 2, 1, null, null, null])
})

test('a name without its accents that may be two levels is neither', () => {
  const two = { valueKind: 'LEVEL' as const, levels: ['Kha', 'Khá', 'Khạ'] }
  expect(readAnswer('khá', two)).toBe(2)
  expect(readAnswer('khà', two)).toBeNull()
})

test('numbers are shown by the words that stand for them', () => {
  expect(wordOf(t, level, 4)).toBe('Tốt')
  expect(wordOf(t, level, 5)).toBeNull()
  expect(wordOf(t, { valueKind: 'YES_NO' }, 0)).toBe('không')
  expect(wordOf(t, { valueKind: 'COUNT' }, 1)).toBeNull()
  expect(answersOf(t, { valueKind: 'QUANTITY' })).toEqual([])
})
