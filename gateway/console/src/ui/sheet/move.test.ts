import { expect, test } from 'vitest'
import { stepOf } from './move'

const key = (name: string, more = {}) => ({
  key: name,
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...more,
})
const arrived = { whole: true, atStart: false, atEnd: false, text: true }
const inside = { whole: false, atStart: false, atEnd: false, text: true }

test('on arrival the arrows walk over the sheet', () => {
  expect(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'].map((k) => stepOf(key(k), arrived))).toEqual([
    'up',
    'down',
    'left',
    'right',
  ])
})

test('in the middle of what is written they belong to the text', () => {
  expect(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'].map((k) => stepOf(key(k), inside))).toEqual([
    null,
    null,
    null,
    null,
  ])
})

test('at the end of the text the arrow goes on', () => {
  expect(stepOf(key('ArrowRight'), { ...inside, atEnd: true })).toBe('right')
  expect(stepOf(key('ArrowLeft'), { ...inside, atEnd: true })).toBe(null)
})

test('Enter goes down, with Shift up, with Alt it breaks the line, and on a button it presses', () => {
  expect(stepOf(key('Enter'), inside)).toBe('down')
  expect(stepOf(key('Enter', { shiftKey: true }), inside)).toBe('up')
  expect(stepOf(key('Enter', { altKey: true }), inside)).toBe(null)
  expect(stepOf(key('Enter'), { ...inside, text: false })).toBe(null)
})

test('marking with Shift and shortcuts stay what they are', () => {
  expect(stepOf(key('ArrowRight', { shiftKey: true }), arrived)).toBe(null)
  expect(stepOf(key('ArrowDown', { ctrlKey: true }), arrived)).toBe(null)
})
