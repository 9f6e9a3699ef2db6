import { expect, test } from 'vitest'
import { missing, places } from './moves'

test('a rise points up, a fall down, and who stays is told so', () => {
  expect(places({ pastRank: 3, triedRank: 1 })).toBe('▲2')
  expect(places({ pastRank: 1, triedRank: 2 })).toBe('▼1')
  expect(places({ pastRank: 4, triedRank: 4 })).toBe('=')
})

test('what is missing is counted over the units', () => {
  expect(missing([{ missing: ['I.1', 'II.2'] }, { missing: ['I.1'] }])).toEqual([
    { code: 'I.1', units: 2 },
    { code: 'II.2', units: 1 },
  ])
})
