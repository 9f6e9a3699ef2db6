import { expect, test } from 'vitest'
import { onlyUnit } from './own'

const officer = { role: 'UNIT_OFFICER' as const, unitId: '1', unitName: 'Xã Suối Mây' }

test('who acts for one unit joins for it, in however many offices', () => {
  expect(onlyUnit([officer, { ...officer, role: 'UNIT_LEADER' }])).toEqual({ id: '1', name: 'Xã Suối Mây' })
})

test('who acts for two has to say for which', () => {
  expect(onlyUnit([officer, { ...officer, unitId: '2', unitName: 'Xã Nà Hoa' }])).toBeNull()
})

test('an office that does not join names no unit', () => {
  expect(onlyUnit([{ ...officer, role: 'STANDING_OFFICER' }])).toBeNull()
})
