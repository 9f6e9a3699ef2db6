import { expect, test } from 'vitest'
import { criterionOf, type Draft, followed, groupSums, type Part, sheetSums } from './draft'
import { ruleOf } from './kinds'
import { addCriterion, addGroup, into, mayRemove, move, out, places, remove, settled, stops } from './tree'

const NAMES = { group: 'Nhóm mới', criterion: 'Tiêu chí mới' }

function draft(...groups: [code: string, criteria: [code: string, maximum: number][]][]): Draft {
  return {
    maximum: 100,
    bonus: 'INSIDE',
    groups: groups.map(([code, criteria]) => ({
      code,
      name: code,
      maximum: 50,
      bonusMaximum: 0,
      criteria: criteria.map(([name, maximum]) => criterionOf(name, name, maximum, ruleOf('GIVEN', maximum))),
    })),
  } as unknown as Draft
}

const TWO = draft(
  [
    'I',
    [
      ['I.1', 30],
      ['I.2', 20],
    ],
  ],
  ['II', [['II.1', 50]]],
)

/** Codes as they are read, groups in capitals with what is under them. */
const read = (groups: Draft['groups']) =>
  groups.map((group) => `${group.code}(${group.criteria.map((one) => one.code).join(' ')})`).join(' ')

test('a new criterion stands behind the one stood on, under a code that nobody has', () => {
  const { groups, at } = addCriterion(TWO, { group: 0, criterion: 0 }, NAMES)
  expect(read(groups)).toBe('I(I.1 I.3 I.2) II(II.1)')
  expect(at).toEqual({ group: 0, criterion: 1 })
})

test('a new group has a first criterion, so that it can be saved', () => {
  const { groups } = addGroup(TWO, { group: 0, criterion: 1 }, NAMES)
  expect(read(groups)).toBe('I(I.1 I.2) III(III.1) II(II.1)')
})

test('at the edge of its group a criterion goes over into the neighbour, but never the last of a group', () => {
  const down = move(TWO, { group: 0, criterion: 1 }, 1)
  expect(read(down.groups)).toBe('I(I.1) II(I.2 II.1)')
  expect(down.at).toEqual({ group: 1, criterion: 0 })
  expect(move(TWO, { group: 1, criterion: 0 }, -1).groups).toBe(TWO.groups)
  expect(read(move(TWO, { group: 1, criterion: null }, -1).groups)).toBe('II(II.1) I(I.1 I.2)')
})

test('a criterion made a group of its own, and joined to the group above again', () => {
  const own = out(TWO, { group: 0, criterion: 1 })
  expect(read(own.groups)).toBe('I(I.1) III(I.2) II(II.1)')
  expect(own.groups[1]?.maximum).toBe(20)
  const joined = into({ ...TWO, groups: own.groups }, { group: 1, criterion: null })
  expect(read(joined.groups)).toBe('I(I.1 I.2) II(II.1)')
  expect(joined.groups[0]?.maximum).toBe(70)
})

test('the last criterion goes with its group, the last group stays', () => {
  expect(read(remove(TWO, { group: 1, criterion: 0 }).groups)).toBe('I(I.1 I.2)')
  const one = draft(['I', [['I.1', 5]]])
  expect(mayRemove(one, { group: 0, criterion: null })).toBe(false)
  expect(remove(one, { group: 0, criterion: 0 }).groups).toBe(one.groups)
})

test('every node is read in its order', () => {
  expect(places(TWO.groups)).toHaveLength(5)
})

test('sums are exact, bonus counts apart, and what is missing is said', () => {
  const group = draft([
    'I',
    [
      ['a', 0.1],
      ['b', 0.2],
    ],
  ]).groups[0]
  if (!group) throw new Error('no group')
  expect(groupSums(group)).toEqual({ base: 0.3, short: 49.7, bonus: 0 })
  const bonus = criterionOf('c', 'c', 5, ruleOf('GIVEN_BONUS', 5))
  expect(groupSums({ ...group, criteria: [...group.criteria, bonus] }).bonus).toBe(5)
  expect(sheetSums(TWO)).toEqual({ stated: 100, reached: 100, short: 0 })
  const pooled = { ...TWO, groups: TWO.groups.map((one) => ({ ...one, bonusMaximum: 2.5 })) }
  expect(sheetSums(pooled).short).toBe(-5)
  expect(sheetSums({ ...pooled, bonus: 'ABOVE' }).short).toBe(0)
})

test('a code that is written anew is followed by the knock-outs and tie-breaks that name it', () => {
  const sheet = draft([
    'I',
    [
      ['I.1', 50],
      ['I.2', 50],
    ],
  ])
  const range = { from: null, fromInclusive: true, to: 1, toInclusive: false }
  const knock = {
    code: 'L1',
    name: 'liệt',
    of: 'I.1',
    measured: 'VALUE' as const,
    range,
    zeroes: ['I.1', 'I.2'],
  }
  const written = {
    ...sheet,
    knockOuts: [knock, { ...knock, of: 'I', measured: 'POINTS' as const, zeroes: null }],
    ties: [{ of: 'I' }, { of: 'I.1' }, { of: 'I.2' }],
  }
  const [group] = sheet.groups
  if (!group?.criteria[0]) throw new Error('no criterion')
  const criteria = group.criteria.with(0, { ...group.criteria[0], code: 'A' })
  expect(followed(written, [{ ...group, code: 'KT', criteria }])).toMatchObject({
    knockOuts: [
      { of: 'A', zeroes: ['A', 'I.2'] },
      { of: 'KT', zeroes: null },
    ],
    ties: [{ of: 'KT' }, { of: 'A' }, { of: 'I.2' }],
  })
})

test('a new group, and one made of a criterion, lies in the part of the group it comes from', () => {
  const within = { ...TWO, groups: TWO.groups.map((one) => ({ ...one, in: one.code === 'I' ? 'A' : null })) }
  const parts = ({ groups }: { groups: Draft['groups'] }) => groups.map((one) => one.in)
  expect(parts(addGroup(within, { group: 0, criterion: 1 }, NAMES))).toEqual(['A', 'A', null])
  expect(parts(addGroup(within, null, NAMES))).toEqual(['A', null, null])
  expect(parts(out(within, { group: 0, criterion: 1 }))).toEqual(['A', 'A', null])
  expect(parts(into(within, { group: 1, criterion: null }))).toEqual(['A'])
})

const part = (code: string, within: string | null = null): Part => ({
  code,
  name: code,
  maximum: 0,
  in: within,
})

/** I in A.1 in A, II in A, III in B, IV in nothing; E is empty. */
const PARTS: Draft = (() => {
  const of = draft(['I', [['I.1', 1]]], ['II', [['II.1', 1]]], ['III', [['III.1', 1]]], ['IV', [['IV.1', 1]]])
  const within = ['A.1', 'A', 'B', null]
  return {
    ...of,
    parts: [part('A'), part('A.1', 'A'), part('B'), part('E')],
    groups: of.groups.map((group, at) => ({ ...group, in: within[at] ?? null })),
  }
})()

/** What is walked over, by codes. */
const walked = ({ parts, groups }: Pick<Draft, 'parts' | 'groups'>) =>
  stops({ parts, groups })
    .map(({ group, criterion, part: head }) =>
      head === undefined
        ? criterion === null
          ? groups[group]?.code
          : groups[group]?.criteria[criterion]?.code
        : `[${parts?.[head]?.code}]`,
    )
    .join(' ')

test('headings of parts are walked over where they stand, each above its first group', () => {
  expect(walked(PARTS)).toBe('[A] [A.1] I I.1 II II.1 [B] III III.1 IV IV.1')
})

test('a heading that comes again is walked over again', () => {
  const [first, second, third, fourth] = PARTS.groups as [never, never, never, never]
  expect(walked({ parts: PARTS.parts, groups: [second, third, first, fourth] })).toBe(
    '[A] II II.1 [B] III III.1 [A] [A.1] I I.1 IV IV.1',
  )
})

test('a part moves with all that lies in it, and is stood on where it came to', () => {
  const { groups, parts, at } = move(PARTS, { group: 0, criterion: null, part: 0 }, 1)
  expect(walked({ parts, groups })).toBe('[B] III III.1 [A] [A.1] I I.1 II II.1 IV IV.1')
  expect(parts?.map((one) => one.code)).toEqual(['B', 'A', 'A.1', 'E'])
  expect(at).toEqual({ group: 1, criterion: null, part: 1 })
  const back = move({ ...PARTS, groups, parts }, at, -1)
  expect(back.groups).toEqual(PARTS.groups)
  expect(back.parts).toEqual(PARTS.parts)
})

test('a part that has none beside it stays, and changes nothing', () => {
  for (const [head, by] of [
    [0, -1],
    [1, -1],
    [1, 1],
    [2, 1],
  ] as const) {
    const moved = move(PARTS, { group: head === 2 ? 2 : 0, criterion: null, part: head }, by)
    expect(moved.groups).toBe(PARTS.groups)
    expect(moved.parts).toBeUndefined()
  }
})

test('on a heading a new group comes to the end of its part, and nothing is taken for a group', () => {
  const head = { group: 0, criterion: null, part: 0 }
  const added = addGroup(PARTS, head, NAMES)
  expect(added.groups.map((one) => `${one.code} ${one.in}`)).toEqual([
    'I A.1',
    'II A',
    'V A',
    'III B',
    'IV null',
  ])
  expect(added.at).toEqual({ group: 2, criterion: null })
  expect(addCriterion(PARTS, head, NAMES).groups).toBe(PARTS.groups)
  expect(mayRemove(PARTS, head)).toBe(false)
  expect(into(PARTS, { group: 2, criterion: null, part: 2 }).groups).toBe(PARTS.groups)
})

test('a heading that is gone leaves the group that it stood above; one that moved away is found where it begins', () => {
  const at = { group: 1, criterion: null, part: 0 }
  expect(settled(PARTS.groups, at, PARTS.parts)).toEqual({ group: 0, criterion: null, part: 0 })
  expect(settled(PARTS.groups, { ...at, part: 2 }, PARTS.parts)).toEqual({ group: 1, criterion: null })
  expect(settled(PARTS.groups, at, [])).toEqual({ group: 1, criterion: null })
})
