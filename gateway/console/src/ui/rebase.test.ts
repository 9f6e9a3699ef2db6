import { expect, test } from 'vitest'
import { differences, rebase } from './rebase'

const base = { name: 'Phường A', shortName: null, parentId: { id: '1', name: 'Tỉnh' } }

test('what the other person changed and I did not is taken over', () => {
  const theirs = { ...base, shortName: 'P. A' }
  const mine = { ...base, name: 'Phường B' }
  expect(rebase(base, theirs, mine)).toEqual({ ...base, name: 'Phường B', shortName: 'P. A' })
})

test('what we both changed keeps what I typed, and is named as a clash', () => {
  const theirs = { ...base, name: 'Phường C' }
  const mine = { ...base, name: 'Phường B' }
  expect(rebase(base, theirs, mine)).toEqual(mine)
  expect(differences(base, theirs, mine)).toEqual([
    { field: 'name', theirs: 'Phường C', mine: 'Phường B', clash: true },
  ])
})

test('the same change by both is no clash', () => {
  const both = { ...base, name: 'Phường B' }
  expect(differences(base, both, { ...both })).toEqual([
    { field: 'name', theirs: 'Phường B', mine: 'Phường B', clash: false },
  ])
})

test('objects are compared by content, and missing is the same as null', () => {
  const theirs = { name: 'Phường A', parentId: { id: '1', name: 'Tỉnh' } }
  expect(differences(base, theirs, base)).toEqual([])
})

test('a field only this form has, such as the reason, stays', () => {
  expect(rebase({ ...base, reason: '' }, base, { ...base, reason: 'Nghị quyết 12' })).toEqual({
    ...base,
    reason: 'Nghị quyết 12',
  })
})

test('fields that say one thing are never put together from two people', () => {
  const together = ['value', 'qualifier']
  const empty = { value: null, qualifier: null, explanation: null }
  const theirs = { value: 7, qualifier: 'ABOUT', explanation: 'theo xã' }
  const mine = { ...empty, value: 8 }
  expect(rebase(empty, theirs, mine, together)).toEqual({ ...theirs, value: 8, qualifier: null })
  const exactly = { ...empty, value: 7 }
  const nearly = { ...exactly, qualifier: 'NEARLY' }
  expect(differences(exactly, { ...exactly, value: 9 }, nearly, together)).toEqual([
    { field: 'value', theirs: 9, mine: 7, clash: true },
  ])
  expect(differences(exactly, { ...exactly, explanation: 'mưa lũ' }, nearly, together)).toEqual([
    { field: 'explanation', theirs: 'mưa lũ', mine: null, clash: false },
  ])
})
