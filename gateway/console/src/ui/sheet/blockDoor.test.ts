import { expect, test } from 'vitest'
import { ApiFailure } from '../../api/failure'
import { Autosave } from './autosave'
import { BlockDoor, type Outcome, type Parcel } from './blockDoor'

type Cell = { value: number | null }

/** A server of two cells; `answer` says what becomes of each cell of a block. */
function server(answer: (parcel: Parcel<Cell>) => Outcome<Cell> | undefined) {
  const requests: string[][] = []
  const door = new BlockDoor<Cell>(() => ({
    async one(parcel) {
      requests.push([parcel.key])
      return { values: parcel.values, version: parcel.version + 1 }
    },
    async many(parcels) {
      requests.push(parcels.map(({ key }) => key))
      return parcels.map(answer) as Outcome<Cell>[]
    },
    async reload(key) {
      requests.push([`reload ${key}`])
      return { values: { value: 0 }, version: 9 }
    },
    most: 3,
  }))
  const cell = (key: string) =>
    new Autosave<Cell>(
      { values: { value: null }, version: 0 },
      { send: (values, version) => door.send(key, values, version), reload: () => door.reload(key) },
    )
  return { requests, cell }
}

const saves = ({ values, version }: Parcel<Cell>): Outcome<Cell> => ({
  kind: 'saved',
  saved: { values, version: version + 1 },
})

async function put(cells: Autosave<Cell>[], value: number) {
  for (const cell of cells) cell.edit({ value })
  await Promise.all(cells.map((cell) => cell.commit()))
}

test('a cell alone goes alone, cells of one moment go together', async () => {
  const at = server(saves)
  const cells = [at.cell('a'), at.cell('b')]
  await put([cells[0] as Autosave<Cell>], 1)
  await put(cells, 2)
  expect(at.requests).toEqual([['a'], ['a', 'b']])
  expect(cells.map((cell) => [cell.fate.kind, cell.version])).toEqual([
    ['saved', 2],
    ['saved', 1],
  ])
})

test('more than a request takes go in several', async () => {
  const at = server(saves)
  await put(['a', 'b', 'c', 'd'].map(at.cell), 1)
  expect(at.requests).toEqual([['a', 'b', 'c'], ['d']])
})

test('what is refused keeps its reason and what was typed, the rest is saved', async () => {
  const failure = new ApiFailure(422, null)
  const at = server((parcel) => (parcel.key === 'a' ? { kind: 'refused', failure } : saves(parcel)))
  const [a, b] = [at.cell('a'), at.cell('b')]
  await put([a, b], 5)
  expect(a.fate).toEqual({ kind: 'refused', failure })
  expect(a.draft.value).toBe(5)
  expect(b.fate.kind).toBe('saved')
})

test('what somebody else wrote first is shown beside, without being asked for', async () => {
  const theirs = { values: { value: 7 }, version: 3 }
  const at = server((parcel) => (parcel.key === 'a' ? { kind: 'stale', theirs } : saves(parcel)))
  const [a, b] = [at.cell('a'), at.cell('b')]
  await put([a, b], 5)
  expect(a.fate).toMatchObject({ kind: 'conflict', theirs })
  expect(at.requests).toEqual([['a', 'b']])
})

test('an answer that forgets a cell is no answer for it', async () => {
  const at = server((parcel) => (parcel.key === 'a' ? undefined : saves(parcel)))
  const [a, b] = [at.cell('a'), at.cell('b')]
  await put([a, b], 5)
  expect(a.fate.kind).toBe('waiting')
  a.stop()
  expect(b.fate.kind).toBe('saved')
})
