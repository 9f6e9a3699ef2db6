import { expect, test } from 'vitest'
import { oneTimePassword, usernameOf } from './password'

test('a one-time password has three groups of letters that nobody mistakes', () => {
  expect(oneTimePassword()).toMatch(/^[a-km-np-z2-9]{4}-[a-km-np-z2-9]{4}-[a-km-np-z2-9]{4}$/)
  expect(oneTimePassword()).not.toBe(oneTimePassword())
})

test.each([
  ['Nguyễn Thị Ánh Đào', 'daonta'],
  ['Lê Văn Xã', 'xalv'],
  ['  Đỗ  ', 'do'],
])('%s logs in as %s', (name, username) => {
  expect(usernameOf(name)).toBe(username)
})
