import { expect, test } from 'vitest'
import type { Draft, Group, Part } from './draft'
import { exchanged, freePartCode, mayLieIn, neighbour, partSum, withParts } from './parts'

const part = (code: string, within: string | null = null): Part => ({
  code,
  name: code,
  maximum: 0,
  in: within,
})
const group = (code: string, within: string | null, maximum: number, bonusMaximum = 0) =>
  ({ code, name: code, maximum, bonusMaximum, criteria: [], in: within }) as Group
const draft = (parts: Part[], ...groups: Group[]) => ({ bonus: 'INSIDE', parts, groups }) as unknown as Draft
const A = part('A')
const A1 = part('A.1', 'A')
const TREE = draft([A, A1], group('I', 'A.1', 0.1, 5), group('II', 'A', 0.2), group('III', null, 9))

test('a part comes to its groups at whatever depth, exactly, with the pools where they count', () => {
  expect(partSum(TREE, A)).toBe(5.3)
  expect(partSum(TREE, A1)).toBe(5.1)
  expect(partSum({ ...TREE, bonus: 'ABOVE' }, A)).toBe(0.3)
})

test('a code written anew is followed by what lies in the part', () => {
  const { parts, groups } = withParts(TREE, [{ ...A, code: 'X' }, A1])
  expect(parts.map((one) => one.in)).toEqual([null, 'X'])
  expect(groups.map((one) => one.in)).toEqual(['A.1', 'X', null])
})

test('what lay in a part that is taken out lies in the part around it', () => {
  expect(withParts(TREE, [A]).groups.map((one) => one.in)).toEqual(['A', 'A', null])
  const without = withParts(TREE, [A1])
  expect(without.parts).toEqual([part('A.1')])
  expect(without.groups.map((one) => one.in)).toEqual(['A.1', null, null])
})

test('a new part changes nothing else', () => {
  const { parts, groups } = withParts(TREE, [A, A1, part('B')])
  expect(parts).toHaveLength(3)
  expect(groups).toEqual(TREE.groups)
})

test('a part lies neither in itself nor in one within it, nor deeper than four levels', () => {
  expect(mayLieIn([A, A1], A)).toEqual([])
  expect(mayLieIn([A, A1], A1)).toEqual([A])
  const deep = [part('1'), part('2', '1'), part('3', '2'), part('4', '3')]
  const pair = [part('X'), part('Y', 'X')]
  const all = [...deep, ...pair]
  expect(mayLieIn(all, all[5] as Part).map((one) => one.code)).toEqual(['1', '2', '3', 'X'])
  expect(mayLieIn(all, all[4] as Part).map((one) => one.code)).toEqual(['1', '2'])
})

test('a new part has a code that none has yet', () => {
  expect(freePartCode([A, part('B')])).toBe('C')
})

test('a part changes places with those that lie where it lies, over what lies in nothing', () => {
  const B = part('B')
  const parts = [A, A1, B]
  expect(neighbour(parts, parts, B, -1)).toBe(A)
  expect(neighbour(parts, parts, A1, 1)).toBeUndefined()
  const sheet = draft(
    parts,
    group('I', 'A.1', 1),
    group('L', null, 1),
    group('II', 'B', 1),
    group('III', 'A', 1),
  )
  const up = exchanged(sheet, B, A, -1)
  expect(up.parts).toEqual([B, A, A1])
  expect(up.groups.map((one) => one.code)).toEqual(['II', 'L', 'I', 'III'])
})

test('parts without groups change places among the parts alone', () => {
  const sheet = draft([part('X'), part('Y')], group('I', null, 1))
  const [X, Y] = sheet.parts as [Part, Part]
  const down = exchanged(sheet, X, Y, 1)
  expect(down.parts).toEqual([Y, X])
  expect(down.groups).toBe(sheet.groups)
})

test('parts that lie in each other are moved without end or loss', () => {
  const round = [part('P', 'Q'), part('Q', 'P'), part('R')]
  const sheet = draft(round, group('I', 'P', 1), group('II', 'R', 1))
  const moved = exchanged(sheet, round[2] as Part, round[0] as Part, -1)
  expect(moved.parts).toHaveLength(3)
  expect(new Set(moved.parts)).toEqual(new Set(round))
})
