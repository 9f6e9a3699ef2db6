import { expect, test } from 'vitest'
import type { Draft, Group, Part } from './draft'
import { freePartCode, mayLieIn, partSum, withParts } from './parts'

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
