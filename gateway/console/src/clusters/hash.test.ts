import { expect, test } from 'vitest'
import { isHashOf } from './hash'

test('the hash is that of the words in UTF-8', async () => {
  const sha256 = '1a52b9a7df6b2f9b7b7d3b57b9dfb0e4e2a0a0d2c4b4f1b8b5a1c0d1e2f3a4b5'
  expect(await isHashOf('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', 'abc')).toBe(true)
  expect(await isHashOf(sha256, 'abc')).toBe(false)
  expect(await isHashOf('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', 'abc ')).toBe(
    false,
  )
})
