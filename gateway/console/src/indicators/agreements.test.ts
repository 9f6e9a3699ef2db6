import { expect, test } from 'vitest'
import { actsOn, lockedBy, movedBetween, openOnes, shownSteps, speaksFor } from './agreements'
import type { Agreement, AgreementStep } from './types'

const agreement = (more: Partial<Agreement>) =>
  ({
    unitId: 'a',
    unitName: 'Xã A',
    status: 'DRAFT',
    last: null,
    turn: null,
    since: null,
    byFreezing: false,
    note: null,
    lastByCaller: false,
    targets: 3,
    targetsSha256: '0'.repeat(64),
    version: 0,
    ...more,
  }) as Agreement
const proposed = agreement({ status: 'PROPOSED', last: 'PROPOSED', turn: 'ABOVE', version: 1 })
const changed = agreement({ status: 'PROPOSED', last: 'CHANGED', turn: 'UNIT', version: 2 })
const agreed = agreement({ status: 'NEGOTIATED', last: 'AGREED', version: 2 })
const approved = agreement({ status: 'APPROVED', last: 'APPROVED', version: 3 })

const office = { office: true, above: true, own: false }
const head = { office: false, above: true, own: false }
const own = { office: false, above: false, own: true }
const acts = (one: Agreement, speaks: typeof office) => actsOn(one, speaks).map(({ act }) => act)

test('each side sees its own next acts and no others', () => {
  expect(acts(agreement({}), own)).toEqual(['proposal'])
  expect(acts(agreement({}), office)).toEqual([])
  expect(acts(proposed, own)).toEqual(['withdrawal'])
  expect(acts(proposed, head)).toEqual(['consent', 'return'])
  expect(acts(changed, office)).toEqual(['return'])
  expect(acts(changed, own)).toEqual(['consent', 'withdrawal'])
  expect(acts(agreed, head)).toEqual([])
  expect(acts(agreed, office)).toEqual(['approval', 'reopening'])
  expect(acts(approved, office)).toEqual(['reopening'])
  expect(acts(agreement({ status: 'APPROVED', byFreezing: true }), office)).toEqual([])
})

test('an act that is not possible yet says why', () => {
  expect(actsOn(agreement({ targets: 0 }), own)).toEqual([{ act: 'proposal', why: 'noTargets' }])
  expect(actsOn({ ...proposed, lastByCaller: true }, head)[0]).toEqual({ act: 'consent', why: 'ownNumbers' })
})

test('the head does not speak for those above towards itself', () => {
  const rights = { office: false, whole: true, own: (unitId: string) => unitId === 'head' }
  const headships = [{ role: 'HEAD', unitId: 'head' }] as Parameters<typeof speaksFor>[1]
  expect(speaksFor(rights, headships, 'head')).toEqual({ office: false, above: false, own: true })
  expect(speaksFor(rights, headships, 'a').above).toBe(true)
})

test('numbers are kept from the unit once proposed, and from all once approved', () => {
  expect(lockedBy(undefined, false)).toBeNull()
  expect(lockedBy(agreement({}), false)).toBeNull()
  expect(lockedBy(proposed, false)).toBe('PROPOSED')
  expect(lockedBy(changed, false)).toBe('CHANGED')
  expect(lockedBy(agreed, false)).toBe('AGREED')
  expect(lockedBy(agreed, true)).toBeNull()
  expect(lockedBy(approved, true)).toBe('APPROVED')
})

test('what is proposed or agreed and not approved keeps the sheet from being frozen', () => {
  expect(openOnes([agreement({}), proposed, agreed, approved])).toEqual([proposed, agreed])
})

const tabled = (code: string, registered: number | null, more = {}) =>
  ({
    indicatorId: code,
    code,
    name: code,
    valueKind: 'QUANTITY',
    levels: [],
    unitOfMeasure: 'tỷ đồng',
    assigned: 100,
    registered,
    lastYear: null,
    h1Assigned: null,
    h1Registered: null,
    m9Assigned: null,
    m9Registered: null,
    items: [],
    ...more,
  }) as AgreementStep['targets'][number]
const step = (version: number, kind: string, targets: AgreementStep['targets'], role = 'STANDING_OFFICER') =>
  ({ version, kind, targets, role, own: false, roleUnitName: 'Sở', note: null }) as unknown as AgreementStep

test('what moved is told by indicator: numbers, names, what came and what went', () => {
  const before = [tabled('A', 1), tabled('B', 2, { items: ['Cầu Đông'] }), tabled('C', 3)]
  const after = [tabled('A', 5), tabled('B', 2, { items: ['Cầu Tây'] }), tabled('D', 4)]
  const moved = movedBetween(before, after)
  expect(moved.map(({ target, came, went }) => [target.code, came, went])).toEqual([
    ['A', false, false],
    ['B', false, false],
    ['D', true, false],
    ['C', false, true],
  ])
  expect(moved[0]?.numbers).toEqual([{ field: 'registered', before: 1, after: 5 }])
  expect(moved[1]?.items).toEqual({ off: ['Cầu Đông'], on: ['Cầu Tây'] })
})

test('changes in a row are one line, and a number that is back where it was has not moved', () => {
  const shown = shownSteps([
    step(5, 'AGREED', [tabled('A', 1), tabled('B', 7)], 'UNIT_LEADER'),
    step(4, 'CHANGED', [tabled('A', 1), tabled('B', 7)]),
    step(3, 'CHANGED', [tabled('A', 9), tabled('B', 7)]),
    step(2, 'CHANGED', [tabled('A', 9), tabled('B', 2)]),
    step(1, 'PROPOSED', [tabled('A', 1), tabled('B', 2)], 'UNIT_LEADER'),
  ])
  expect(
    shown.map(({ step, times, moved }) => [step.version, times, moved.map((one) => one.target.code)]),
  ).toEqual([
    [5, 1, []],
    [4, 3, ['B']],
    [1, 1, []],
  ])
})
