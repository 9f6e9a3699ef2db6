import { expect, test } from 'vitest'
import type { Headship, Member } from '../api/types'
import { standings } from './overview'

const member = (unitName: string): Member => ({
  id: `m-${unitName}`,
  clusterId: 'c',
  unitId: unitName,
  unitCode: unitName,
  unitName,
  from: '2019-01-01',
  to: null,
  leaveReason: null,
  provenance: 'IN_DOCUMENT',
  source: 'x',
})
const office = (unitName: string, role: Headship['role'], year: string): Headship => ({
  id: `${unitName}-${year}`,
  seasonId: year,
  seasonName: year,
  unitId: unitName,
  unitName,
  role,
  how: 'NOT_STATED',
  conferenceId: null,
  handedOverOn: null,
  from: `${year}-01-01`,
  to: `${year}-12-31`,
  representative: null,
  provenance: 'IN_DOCUMENT',
  source: 'x',
})
const collator = new Intl.Collator('vi')

test('the latest head is first, then earlier heads, deputies, and the rest by name', () => {
  const names = standings(
    ['Vị Xuyên', 'Đồng Văn', 'Bắc Mê', 'TP Hà Giang', 'Bắc Quang'].map(member),
    [
      office('TP Hà Giang', 'HEAD', '2019'),
      office('Bắc Quang', 'DEPUTY', '2019'),
      office('Bắc Quang', 'HEAD', '2020'),
      office('Vị Xuyên', 'DEPUTY', '2020'),
    ],
    collator,
  ).map((row) => row.unitName)
  expect(names).toEqual(['Bắc Quang', 'TP Hà Giang', 'Vị Xuyên', 'Bắc Mê', 'Đồng Văn'])
})

test('a unit that left and came back is one row', () => {
  const [row] = standings(
    [member('Bắc Mê'), { ...member('Bắc Mê'), id: 'again', from: '2022-01-01' }],
    [],
    collator,
  )
  expect(row?.memberships).toHaveLength(2)
})

test('a head that is no recorded member is still shown', () => {
  expect(standings([], [office('Cần Thơ', 'HEAD', '2019')], collator)).toHaveLength(1)
})
