import { expect, test } from 'vitest'
import { around, outline } from './outline'

const part = (code: string, within: string | null = null) => ({ code, in: within })
const group = (code: string, within: string | null = null) => ({ code, in: within })
const read = (sheet: Parameters<typeof outline<ReturnType<typeof part>, ReturnType<typeof group>>>[0]) =>
  outline(sheet)
    .map((line) => '.'.repeat(line.level) + (line.part ? `[${line.part.code}]` : line.group.code))
    .join(' ')

test('a sheet without parts is its groups, one after the other', () => {
  expect(read({ parts: null, groups: [group('I'), group('II')] })).toBe('I II')
})

test('a part stands before its first group, what lies in it below it, whatever lies between', () => {
  const parts = [part('B'), part('A'), part('A.1', 'A'), part('A.2', 'A')]
  const groups = [group('I', 'A.1'), group('X'), group('II', 'A.2'), group('III', 'A.1'), group('IV', 'B')]
  expect(read({ parts, groups })).toBe('[A] .[A.1] ..I ..III .[A.2] ..II X [B] .IV')
})

test('a group directly in a part stands among the parts of it', () => {
  expect(read({ parts: [part('A'), part('A.1', 'A')], groups: [group('I', 'A'), group('II', 'A.1')] })).toBe(
    '[A] .I .[A.1] ..II',
  )
})

test('parts without groups come last, and what lies in an unknown part lies in none', () => {
  expect(read({ parts: [part('Z', 'Y'), part('Y')], groups: [group('I', '?')] })).toBe('I [Y] .[Z]')
})

test('parts that lie in each other come once each', () => {
  const parts = [part('A', 'B'), part('B', 'A'), part('C', 'C')]
  expect(read({ parts, groups: [group('I', 'A'), group('II', 'B')] })).toBe('[B] .[A] ..I ..II [C]')
  expect(around(parts, group('I', 'C'))).toEqual([part('C', 'C')])
})
