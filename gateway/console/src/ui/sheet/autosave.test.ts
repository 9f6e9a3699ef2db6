import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ApiFailure } from '../../api/failure'
import { Autosave, type Saved } from './autosave'

type Cell = { value: number | null; explanation: string | null }

/** A server with one row, which refuses old versions as ours does. */
function server(start: Cell) {
  const held = { values: start, version: 1 }
  const failures: ApiFailure[] = []
  const received: Cell[] = []
  return {
    held,
    failures,
    received,
    row: () => ({ ...held }) as Saved<Cell>,
    async send(values: Cell, version: number): Promise<Saved<Cell>> {
      const failure = failures.shift()
      if (failure) throw failure
      if (version !== held.version) throw new ApiFailure(412, null)
      received.push(values)
      held.values = values
      held.version += 1
      return { ...held }
    },
    async reload(): Promise<Saved<Cell>> {
      return { ...held }
    },
  }
}

const empty: Cell = { value: null, explanation: null }
const other = (at: ReturnType<typeof server>, values: Cell) => {
  at.held.values = values
  at.held.version += 1
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('what is typed is sent on commit and then stands as saved', async () => {
  const at = server(empty)
  const row = new Autosave(at.row(), at)
  row.edit({ value: 12 })
  expect(row.fate.kind).toBe('typed')
  await row.commit()
  expect(row.fate.kind).toBe('saved')
  expect(row.unsaved).toBe(false)
  expect(at.received).toEqual([{ value: 12, explanation: null }])
})

test('leaving a cell without a change sends nothing', async () => {
  const at = server(empty)
  const row = new Autosave(at.row(), at)
  row.edit({ value: 12 })
  row.edit({ value: null })
  await row.commit()
  expect(at.received).toEqual([])
})

test('what is typed while a request runs goes after it, with the new version', async () => {
  const at = server(empty)
  const row = new Autosave(at.row(), at)
  row.edit({ value: 12 })
  const first = row.commit()
  row.edit({ explanation: 'mưa lũ' })
  await row.commit()
  await first
  expect(at.received).toEqual([
    { value: 12, explanation: null },
    { value: 12, explanation: 'mưa lũ' },
  ])
  expect(row.fate.kind).toBe('saved')
})

test('a change of somebody else in another field is taken over, both stay', async () => {
  const at = server(empty)
  const row = new Autosave(at.row(), at)
  other(at, { value: null, explanation: 'của họ' })
  row.edit({ value: 12 })
  await row.commit()
  expect(at.held.values).toEqual({ value: 12, explanation: 'của họ' })
  expect(row.draft).toEqual({ value: 12, explanation: 'của họ' })
  expect(row.fate.kind).toBe('saved')
})

test('a change of somebody else in the same field waits for a decision and overwrites nothing', async () => {
  const at = server(empty)
  const row = new Autosave(at.row(), at)
  other(at, { value: 13, explanation: null })
  row.edit({ value: 12 })
  await row.commit()
  expect(at.held.values.value).toBe(13)
  expect(row.fate).toMatchObject({ kind: 'conflict', clashes: [{ field: 'value', theirs: 13, mine: 12 }] })
  await row.decide('mine')
  expect(at.held.values.value).toBe(12)
  expect(row.fate.kind).toBe('saved')
})

test('the decision may be theirs', async () => {
  const at = server(empty)
  const row = new Autosave(at.row(), at)
  other(at, { value: 13, explanation: null })
  row.edit({ value: 12 })
  await row.commit()
  await row.decide('theirs')
  expect(row.draft.value).toBe(13)
  expect(at.received).toEqual([])
  expect(row.unsaved).toBe(false)
})

test('no answer: it stays typed and is sent again by itself', async () => {
  const at = server(empty)
  at.failures.push(new ApiFailure(0, null), new ApiFailure(503, null))
  const row = new Autosave(at.row(), at)
  row.edit({ value: 12 })
  await row.commit()
  expect(row.fate.kind).toBe('waiting')
  await vi.advanceTimersByTimeAsync(2_000)
  expect(row.fate.kind).toBe('waiting')
  await vi.advanceTimersByTimeAsync(4_000)
  expect(row.fate.kind).toBe('saved')
  expect(at.held.values.value).toBe(12)
})

test('a refusal keeps what was typed and says why', async () => {
  const at = server(empty)
  at.failures.push(new ApiFailure(422, { type: '/problems/invalid', title: 'Quá số lẻ', status: 422 }))
  const row = new Autosave(at.row(), at)
  row.edit({ value: 12.345 })
  await row.commit()
  expect(row.fate).toMatchObject({ kind: 'refused', failure: { status: 422 } })
  expect(row.draft.value).toBe(12.345)
  row.revert()
  expect(row.draft.value).toBeNull()
})

test('news from elsewhere shows where nothing is typed, and waits where something is', () => {
  const at = server(empty)
  const quiet = new Autosave(at.row(), at)
  const busy = new Autosave(at.row(), at)
  busy.edit({ value: 12 })
  other(at, { value: 5, explanation: null })
  quiet.hear(at.row())
  busy.hear(at.row())
  expect(quiet.draft.value).toBe(5)
  expect(quiet.fate.kind).toBe('changed')
  expect(busy.draft.value).toBe(12)
})

test('the own saving heard once more is no news from somebody else', async () => {
  const at = server(empty)
  const row = new Autosave(at.row(), at)
  row.edit({ value: 12 })
  await row.commit()
  row.hear(at.row())
  expect(row.fate.kind).toBe('saved')
})
