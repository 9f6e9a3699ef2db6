import { expect, test } from 'vitest'
import { type Area, commandOf, goal } from './move'

const key = (name: string, more = {}) => ({
  key: name,
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...more,
})
const walking = { mode: 'walk', text: true, lines: false, atStart: false, atEnd: false } as const
const typing = { ...walking, mode: 'type' } as const
const editing = { ...walking, mode: 'edit' } as const
const arrows = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']
const way = (name: string, caret: Parameters<typeof commandOf>[1], more = {}) => {
  const command = commandOf(key(name, more), caret)
  return command?.kind === 'go' ? `${command.way}${command.mark ? '+' : ''}` : (command?.kind ?? null)
}

test('on arrival the arrows walk over the sheet, and with Shift they mark', () => {
  expect(arrows.map((k) => way(k, walking))).toEqual(['up', 'down', 'left', 'right'])
  expect(arrows.map((k) => way(k, walking, { shiftKey: true }))).toEqual(['up+', 'down+', 'left+', 'right+'])
})

test('over a number just typed the arrows finish it and walk on', () => {
  expect(arrows.map((k) => way(k, typing))).toEqual(['up', 'down', 'left', 'right'])
})

test('while what is there is changed they belong to the text', () => {
  expect(arrows.map((k) => way(k, editing))).toEqual([null, null, null, null])
  expect(way('Home', editing)).toBeNull()
  expect(way('ArrowLeft', editing, { shiftKey: true })).toBeNull()
})

test('in words of several lines the arrows leave at the ends only', () => {
  const words = { ...typing, lines: true }
  expect(way('ArrowDown', words)).toBeNull()
  expect(way('ArrowDown', { ...words, atEnd: true })).toBe('down')
  expect(way('ArrowRight', { ...words, atEnd: true })).toBe('right')
  expect(way('ArrowUp', { ...words, atStart: true })).toBe('up')
})

test('Enter goes down, with Shift up, with Alt it breaks the line, and on a button it presses', () => {
  expect(way('Enter', editing)).toBe('down')
  expect(way('Enter', typing, { shiftKey: true })).toBe('up')
  expect(way('Enter', typing, { altKey: true })).toBeNull()
  expect(way('Enter', { ...walking, text: false })).toBeNull()
})

test('the keys of a spreadsheet mean what they mean there', () => {
  expect(['Home', 'End', 'Tab', 'F2', 'Delete', 'Escape'].map((k) => way(k, walking))).toEqual([
    'rowStart',
    'rowEnd',
    'next',
    'edit',
    'clear',
    'leave',
  ])
  const ctrl = { ctrlKey: true }
  expect(['Home', 'End', 'ArrowDown', 'd', 'z', 'y', 'a'].map((k) => way(k, walking, ctrl))).toEqual([
    'sheetStart',
    'sheetEnd',
    'farDown',
    'fillDown',
    'undo',
    'redo',
    'markAll',
  ])
  expect(way('z', walking, { ctrlKey: true, shiftKey: true })).toBe('redo')
})

test('while writing, undoing, deleting and marking stay the text’s own', () => {
  expect(way('z', typing, { ctrlKey: true })).toBeNull()
  expect(way('Delete', editing)).toBeNull()
  expect(way('a', editing, { ctrlKey: true })).toBeNull()
  expect(way('c', walking, { ctrlKey: true })).toBeNull()
})

const picture = ['xx.x', 'x...', 'x..x']
const area: Area = {
  rows: 3,
  columns: 4,
  page: 2,
  filled: ({ row, column }) => picture[row]?.[column] === 'x',
  stop: ({ column }) => column === 1 || column === 3,
}
const to = (row: number, column: number, where: Parameters<typeof goal>[1]) => {
  const place = goal({ row, column }, where, area)
  return place && `${place.row}:${place.column}`
}

test('Ctrl and an arrow run to the end of what is filled, or over what is empty', () => {
  expect(to(0, 0, 'farRight')).toBe('0:1')
  expect(to(0, 1, 'farRight')).toBe('0:3')
  expect(to(1, 0, 'farRight')).toBe('1:3')
  expect(to(0, 0, 'farDown')).toBe('2:0')
  expect(to(2, 3, 'farUp')).toBe('0:3')
  expect(to(0, 3, 'farRight')).toBeNull()
})

test('Tab goes over the cells that take something, row by row, and out of the sheet at its end', () => {
  expect(to(0, 1, 'next')).toBe('0:3')
  expect(to(0, 3, 'next')).toBe('1:1')
  expect(to(1, 1, 'previous')).toBe('0:3')
  expect(to(2, 3, 'next')).toBeNull()
})

test('nothing leads off the sheet', () => {
  expect(to(0, 0, 'up')).toBeNull()
  expect(to(2, 3, 'pageDown')).toBeNull()
  expect(to(0, 2, 'pageDown')).toBe('2:2')
  expect(to(1, 2, 'sheetEnd')).toBe('2:3')
  expect(to(1, 2, 'rowStart')).toBe('1:0')
})
