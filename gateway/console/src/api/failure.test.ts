import { expect, test } from 'vitest'
import { ApiFailure, asProblem, pointerToPath } from './failure'

test.each([
  ['/name', ['name']],
  ['/account/subject', ['account', 'subject']],
  ['#/name', ['name']],
  ['/items/0/code', ['items', 0, 'code']],
  ['/a~1b/~0c', ['a/b', '~c']],
  ['', []],
])('the pointer %s names the field %j', (pointer, path) => {
  expect(pointerToPath(pointer)).toEqual(path)
})

test('only a body with title and status is a problem', () => {
  expect(asProblem({ type: '/problems/stale', title: 'Cũ', status: 412 })?.title).toBe('Cũ')
  expect(asProblem('<html>')).toBeNull()
  expect(asProblem({ title: 'Cũ' })).toBeNull()
  expect(asProblem(null)).toBeNull()
})

test.each([
  [0, true],
  [429, true],
  [502, true],
  [503, true],
  [504, true],
  [500, false],
  [403, false],
])('a failure with status %i may pass by itself: %j', (status, passing) => {
  expect(new ApiFailure(status, null).passing).toBe(passing)
})
