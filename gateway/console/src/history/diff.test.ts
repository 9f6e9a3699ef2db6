import { expect, test } from 'vitest'
import { changes } from './diff'

test('only what differs is shown, nested fields by their path', () => {
  const before = { name: 'A', version: 1, account: { subject: 'x' }, parentId: null }
  const after = { name: 'B', version: 2, account: { subject: 'y' }, parentId: null }
  expect(changes(before, after)).toEqual([
    { field: 'name', before: 'A', after: 'B' },
    { field: 'version', before: 1, after: 2 },
    { field: 'account.subject', before: 'x', after: 'y' },
  ])
})

test('something new has no before, something gone has no after', () => {
  expect(changes(null, { name: 'A', email: null })).toEqual([
    { field: 'name', before: undefined, after: 'A' },
  ])
  expect(changes({ name: 'A' }, null)).toEqual([{ field: 'name', before: 'A', after: undefined }])
})
