import { expect, test } from 'vitest'
import { isBlock, readBlock } from './clipboard'

test('a column copied from a spreadsheet is one cell a row', () => {
  expect(readBlock('1.234,5\r\n0\r\n\r\n12\r\n')).toEqual([['1.234,5'], ['0'], [''], ['12']])
})

test('columns are told apart by tabs', () => {
  expect(readBlock('105\tvượt\n98\t')).toEqual([
    ['105', 'vượt'],
    ['98', ''],
  ])
})

test('a cell of several lines stays one cell', () => {
  expect(readBlock('97\t"mưa lũ,\nđường ""tỉnh"" hỏng"\n3\t\n')).toEqual([
    ['97', 'mưa lũ,\nđường "tỉnh" hỏng'],
    ['3', ''],
  ])
})

test('one value is typing, more is a block', () => {
  expect(isBlock(readBlock('12\n'))).toBe(false)
  expect(isBlock(readBlock('12\n13'))).toBe(true)
  expect(isBlock(readBlock('12\t13'))).toBe(true)
})
