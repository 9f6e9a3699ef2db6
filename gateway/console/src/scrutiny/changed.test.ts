import { expect, test } from 'vitest'
import type { Translate } from '../app/i18n'
import { vi } from '../app/i18n/vi'
import { changed } from './changed'

const t = ((key: keyof typeof vi, values: Record<string, string> = {}) =>
  Object.entries(values).reduce<string>(
    (text, [name, value]) => text.replace(`{${name}}`, value),
    vi[key],
  )) as Translate
const words = (way: Partial<Parameters<typeof changed>[0]>) =>
  changed(
    { change: 'NUMBER', input: null, valueFrom: 60, value: 75, levelFrom: null, level: null, ...way },
    t,
    String,
  )

test('a number is told from what to what, and by its name where the criterion has several', () => {
  expect(words({})).toBe('số liệu từ 60 thành 75')
  expect(words({ input: 'số báo cáo chậm' })).toBe('“số báo cáo chậm” từ 60 thành 75')
  expect(words({ valueFrom: null })).toBe('số liệu, hiện chưa có, là 75')
})

test('a level is told by its name, and a yes as a yes', () => {
  const levels = { valueFrom: 0, levelFrom: 'không có', value: 2, level: 'có kế hoạch' }
  expect(words({ change: 'LEVEL', ...levels })).toBe('mức từ “không có” thành “có kế hoạch”')
  expect(words({ change: 'YES_NO', valueFrom: 0, value: 1 })).toBe('câu trả lời từ không thành có')
})
