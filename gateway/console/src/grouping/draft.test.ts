import { describe, expect, it } from 'vitest'
import {
  changed,
  type Draft,
  draftOf,
  faults,
  groupsOf,
  isReady,
  moved,
  withGroup,
  withoutGroup,
} from './draft'
import type { GroupUnit, Proposal } from './types'

const unit = (unitId: string): GroupUnit => ({
  unitId,
  code: unitId,
  name: `Xã ${unitId}`,
  kind: 'ADMINISTRATION',
  level: 'COMMUNE',
  region: 'Tỉnh',
  size: null,
})
const group = (...ids: string[]): Proposal['groups'][number] => ({
  kind: 'REGIONAL',
  reason: { kind: null, level: null, regions: null, smallest: null, largest: null },
  members: ids.map(unit),
})
const naming = (n: number) => ({ code: `C${n}`, name: `Cụm số ${n}` })
const proposal: Proposal = {
  organiserId: 'o',
  asOf: '2026-01-01',
  sizeIs: null,
  groups: [group('a', 'b'), group('c')],
  leftOver: [{ unit: unit('d'), why: 'NO_ROOM' }],
  inTwo: [],
  unmatched: [],
}
const start = draftOf(proposal, naming)
const everybody = (draft: Draft) =>
  [...draft.groups.flatMap((one) => one.members), ...draft.left.map((one) => one.unit)]
    .map((one) => one.unitId)
    .sort()

describe('a proposal while it is edited', () => {
  it('loses nobody, wherever units are moved', () => {
    let draft = moved(start, 'a', 2)
    draft = moved(draft, 'd', 1)
    draft = moved(draft, 'c', null)
    expect(draft.groups.map((one) => one.members.map((member) => member.unitId))).toEqual([['b', 'd'], ['a']])
    expect(draft.left).toEqual([{ unit: unit('c'), why: null }])
    expect(everybody(draft)).toEqual(['a', 'b', 'c', 'd'])
    expect(moved(draft, 'nobody', 1)).toBe(draft)
  })
  it('gives the members of a group that is taken away back', () => {
    const draft = withoutGroup(withGroup(start, naming), 1)
    expect(draft.groups.map((one) => one.key)).toEqual([2, 3])
    expect(everybody(draft)).toEqual(['a', 'b', 'c', 'd'])
  })
  it('is accepted with every group named and coded once, and without the empty ones', () => {
    expect(isReady(start)).toBe(true)
    const twice = changed(start, 2, { code: ' c1 ' })
    expect(twice.groups.map((one) => faults(twice, one))).toEqual([['code-twice'], ['code-twice']])
    expect(isReady(twice)).toBe(false)
    expect(isReady(changed(start, 1, { name: ' ' }))).toBe(false)
    const emptied = moved(twice, 'c', null)
    expect(isReady(emptied)).toBe(true)
    expect(groupsOf(emptied)).toEqual([
      { code: 'C1', name: 'Cụm số 1', kind: 'REGIONAL', members: ['a', 'b'] },
    ])
    expect(isReady({ groups: [], left: [] })).toBe(false)
  })
})
