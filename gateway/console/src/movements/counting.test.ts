import { expect, test } from 'vitest'
import type { MovementStatistics } from '../api/types'
import { countedBy } from './counting'
import { LENGTHS } from './kinds'

const counts: MovementStatistics['counts'] = [
  { level: 'UNIT', kind: 'THEMATIC', length: 'ONE_YEAR', movements: 2 },
  { level: 'PROVINCE', kind: 'REGULAR', length: 'ONE_YEAR', movements: 1 },
  { level: 'UNIT', kind: 'SPECIAL', length: 'UNDER_ONE_YEAR', movements: 4 },
]

test('counts are summed by one thing and come in its order', () => {
  expect(countedBy(counts, 'length', LENGTHS)).toEqual([
    { value: 'UNDER_ONE_YEAR', movements: 4 },
    { value: 'ONE_YEAR', movements: 3 },
  ])
})

test('what there is none of is left out', () => {
  expect(countedBy(counts, 'level', ['CENTRAL', 'PROVINCE', 'UNIT']).map((one) => one.value)).toEqual([
    'PROVINCE',
    'UNIT',
  ])
  expect(countedBy([], 'kind', ['REGULAR'])).toEqual([])
})
