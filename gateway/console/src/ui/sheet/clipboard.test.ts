import { expect, test } from 'vitest'
import { isBlock, readBlock, words, writeBlock } from './clipboard'

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

test('words that merely begin with a quote swallow nothing', () => {
  expect(readBlock('"Bốn tốt" đạt chuẩn\t12\n5\t6')).toEqual([
    ['"Bốn tốt" đạt chuẩn', '12'],
    ['5', '6'],
  ])
  expect(readBlock('"chưa khép\t12')).toEqual([['"chưa khép', '12']])
})

test('lines may end as on any system', () => {
  expect(readBlock('1\r2\r')).toEqual([['1'], ['2']])
})

test('what is copied out comes in again as it was', () => {
  const block = [
    ['1.234,5', 'mưa lũ,\nđường "tỉnh" hỏng', ''],
    ['', '"Bốn tốt"', 'a\tb'],
  ]
  expect(readBlock(writeBlock(block))).toEqual(block)
  expect(writeBlock([['1', '2'], ['3']])).toBe('1\t2\r\n3')
})

test('words that a spreadsheet would compute go out as words, and come back as they were', () => {
  expect(words('=HYPERLINK("x")')).toBe(`'=HYPERLINK("x")`)
  expect(words('-5 hộ so với năm trước')).toBe("'-5 hộ so với năm trước")
  expect(words('đạt 5%')).toBe('đạt 5%')
  expect(readBlock("'=1+1\t'x")).toEqual([['=1+1', "'x"]])
})
