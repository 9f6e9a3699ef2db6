import { expect, test } from 'vitest'
import { en } from '../../app/i18n/en'
import { fill } from '../../app/i18n/language'
import { vi } from '../../app/i18n/vi'
import { sentences } from './spoken'

const said = (texts: typeof vi) =>
  ((key: keyof typeof vi, values?: Record<string, string | number>) => fill(texts[key], values)) as never
const saved = (label: string) => ({ label, kind: 'saved' as const })

test('one cell is told by its name, many by their number', () => {
  expect(sentences(said(vi), [saved('Số hộ nghèo')])).toBe('Số hộ nghèo: đã lưu.')
  expect(sentences(said(vi), [saved('a'), saved('b')])).toBe('Đã lưu 2 ô.')
  expect(sentences(said(en as typeof vi), [saved('a'), saved('b')])).toBe('2 cells saved.')
})

test('what was refused comes first, with its reason', () => {
  const refused = { label: 'Số hộ nghèo', kind: 'refused' as const, why: 'Không được âm' }
  expect(sentences(said(vi), [saved('a'), refused])).toBe(
    'Số hộ nghèo: chưa được nhận, Không được âm. a: đã lưu.',
  )
  expect(sentences(said(vi), [refused, { ...refused, label: 'b' }])).toBe(
    '2 ô chưa được nhận. Ô đầu tiên: Số hộ nghèo, Không được âm.',
  )
})

test('nothing happened, nothing is said', () => {
  expect(sentences(said(vi), [])).toBe('')
})
