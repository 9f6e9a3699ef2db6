import { expect, test } from 'vitest'
import { splitUnit, wrongUnit } from './measuredIn'
import { reportedOf } from './report'
import type { ReportCell } from './reportTypes'

const further = ['tỷ đồng', 'nghìn tỷ đồng']

test('a number is taken apart from the unit behind it, however that is written', () => {
  expect(splitUnit('1,2 tỷ đồng', 'triệu đồng', further)).toEqual({ number: '1,2', unit: 'tỷ đồng' })
  expect(splitUnit('1,2  Nghìn tỷ  ĐỒNG', 'triệu đồng', further)).toEqual({
    number: '1,2',
    unit: 'nghìn tỷ đồng',
  })
  expect(splitUnit('1.200triệu đồng', 'triệu đồng', further)).toEqual({ number: '1.200', unit: null })
})

test('a unit of something else, or none, is nothing to take apart', () => {
  expect(splitUnit('1,2 tấn', 'triệu đồng', further)).toBeNull()
  expect(splitUnit('1,2', 'triệu đồng', further)).toBeNull()
  expect(splitUnit('tỷ đồng', 'triệu đồng', further)).toBeNull()
})

test('a unit that cannot be taken is told apart from what is no number at all', () => {
  expect(wrongUnit('1,2 tấn', 'triệu đồng', further)).toEqual({
    why: 'unknownUnit',
    unit: 'tấn',
    expected: 'triệu đồng, tỷ đồng, nghìn tỷ đồng',
  })
  expect(wrongUnit('1.200 Tỷ đồng', 'triệu đồng', further, 'triệu đồng')).toEqual({
    why: 'otherUnit',
    unit: 'tỷ đồng',
    expected: 'triệu đồng',
  })
  expect(wrongUnit('−5%', 'triệu đồng', [])?.unit).toBe('%')
  expect(wrongUnit('1,2 tỷ đồng', 'triệu đồng', further)).toBeNull()
  expect(wrongUnit('1,2 tỷ đồng', 'triệu đồng', further, 'tỷ đồng')).toBeNull()
  expect(wrongUnit('gần 50', 'triệu đồng', further)).toBeNull()
  expect(wrongUnit('1.2.3', 'triệu đồng', further)).toBeNull()
  expect(wrongUnit('1,2E+05', 'triệu đồng', further)).toBeNull()
})

test('advice looks at what a number comes to, and waits while that is not known', () => {
  const cell = { cell: { value: 1200, typed: { value: 1.2, unitOfMeasure: 'tỷ đồng' } } } as ReportCell
  expect(reportedOf({ value: 1.2, unitOfMeasure: 'tỷ đồng' }, cell)).toBe(1200)
  expect(reportedOf({ value: 1.3, unitOfMeasure: 'tỷ đồng' }, cell)).toBeNull()
  expect(reportedOf({ value: 1300, unitOfMeasure: null }, cell)).toBe(1300)
})
