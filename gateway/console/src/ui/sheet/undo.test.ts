import { expect, test } from 'vitest'
import { type Lets, UndoStack } from './undo'

type Cell = { value: number | null; explanation: string | null }

function sheet() {
  const cells = new Map<string, Cell>([
    ['a', { value: null, explanation: null }],
    ['b', { value: 2, explanation: 'như kế hoạch' }],
  ])
  const stack = new UndoStack<Cell>()
  const put = (key: string, values: Partial<Cell>) =>
    cells.set(key, { ...(cells.get(key) as Cell), ...values })
  return {
    cells,
    stack,
    put,
    act(...acts: [string, Partial<Cell>][]) {
      stack.record(acts.map(([key, after]) => ({ key, before: cells.get(key) as Cell, after })))
      for (const [key, after] of acts) put(key, after)
    },
    back(lets?: Lets<Cell>) {
      const journey = stack.undo((key) => cells.get(key), lets)
      for (const { key, values } of journey?.put ?? []) put(key, values)
      return journey
    },
    forth() {
      const journey = stack.redo((key) => cells.get(key))
      for (const { key, values } of journey?.put ?? []) put(key, values)
      return journey
    },
  }
}

test('one paste goes back in one step and forth again', () => {
  const at = sheet()
  at.act(['a', { value: 10 }], ['b', { value: 20 }])
  at.back()
  expect([at.cells.get('a')?.value, at.cells.get('b')?.value]).toEqual([null, 2])
  expect(at.stack.canUndo).toBe(false)
  at.forth()
  expect([at.cells.get('a')?.value, at.cells.get('b')?.value]).toEqual([10, 20])
  expect(at.forth()).toBeNull()
})

test('what somebody else wrote meanwhile is left alone and told', () => {
  const at = sheet()
  at.act(['a', { value: 10 }], ['b', { value: 20 }])
  at.put('a', { value: 11 })
  expect(at.back()?.moved).toEqual(['a'])
  expect([at.cells.get('a')?.value, at.cells.get('b')?.value]).toEqual([11, 2])
})

test('another field of the same cell does not hinder, and is not taken back with it', () => {
  const at = sheet()
  at.stack.record([{ key: 'b', before: { value: 2 }, after: { value: 3 } }])
  at.put('b', { value: 3, explanation: 'quyết toán' })
  expect(at.back()?.moved).toEqual([])
  expect(at.cells.get('b')).toEqual({ value: 2, explanation: 'quyết toán' })
})

test('a new act ends what could be done again; an act that changes nothing is none', () => {
  const at = sheet()
  at.act(['a', { value: 1 }])
  at.back()
  at.act(['b', { value: 2 }])
  expect(at.stack.canRedo).toBe(true)
  at.act(['b', { value: 5 }])
  expect(at.stack.canRedo).toBe(false)
})

test('a cell that cannot be given back what it had stays and is told; the others go back and forth', () => {
  const at = sheet()
  at.act(['a', { value: 10 }], ['b', { value: 20 }])
  const back = at.back((_, { value }) => value !== null)
  expect(back?.kept).toEqual(['a'])
  expect(back?.moved).toEqual([])
  expect([at.cells.get('a')?.value, at.cells.get('b')?.value]).toEqual([10, 2])
  expect(at.forth()?.moved).toEqual([])
  expect([at.cells.get('a')?.value, at.cells.get('b')?.value]).toEqual([10, 20])
})

test('an act of which nothing can be taken back is not done again', () => {
  const at = sheet()
  at.act(['a', { value: 10 }])
  at.back(() => false)
  expect([at.stack.canUndo, at.stack.canRedo]).toEqual([false, false])
})
