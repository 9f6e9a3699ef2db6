import { expect, test } from 'vitest'
import { boundsOf, fillDown, holds, type Place, placesIn, spread } from './range'

const at = (row: number, column: number): Place => ({ row, column })
const size = { rows: 5, columns: 4 }
const put = (block: string[][], anchor: Place, head = anchor) =>
  spread(block, { anchor, head }, size).map(({ place, item }) => `${place.row}:${place.column}=${item}`)

test('a range is the same rectangle whichever corner it was begun at', () => {
  const drawn = boundsOf({ anchor: at(3, 2), head: at(1, 0) })
  expect(drawn).toEqual(boundsOf({ anchor: at(1, 0), head: at(3, 2) }))
  expect(holds(drawn, at(2, 1))).toBe(true)
  expect(holds(drawn, at(4, 1))).toBe(false)
  expect(placesIn(drawn)).toHaveLength(9)
})

test('a block lies with its first cell on the first marked one', () => {
  expect(
    put(
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      at(1, 1),
    ),
  ).toEqual(['1:1=a', '1:2=b', '2:1=c', '2:2=d'])
})

test('one value fills everything that is marked, a block as often as it fits', () => {
  expect(put([['x']], at(0, 0), at(1, 1))).toEqual(['0:0=x', '0:1=x', '1:0=x', '1:1=x'])
  expect(put([['a'], ['b']], at(3, 2), at(0, 2))).toEqual(['0:2=a', '1:2=b', '2:2=a', '3:2=b'])
  expect(put([['a'], ['b']], at(0, 0), at(2, 0))).toEqual(['0:0=a', '1:0=b'])
})

test('what would fall off the edge is left out, and a short row leaves its cells alone', () => {
  expect(put([['a'], ['b'], ['c']], at(3, 3))).toEqual(['3:3=a', '4:3=b'])
  expect(put([['a', 'b'], ['c']], at(0, 0))).toEqual(['0:0=a', '0:1=b', '1:0=c'])
})

test('filling down copies the first marked row, or the one above when only one is marked', () => {
  expect(fillDown({ anchor: at(1, 1), head: at(3, 1) }).map(({ from, to }) => [from.row, to.row])).toEqual([
    [1, 2],
    [1, 3],
  ])
  expect(fillDown({ anchor: at(2, 0), head: at(2, 1) }).map(({ from, to }) => [from.row, to.row])).toEqual([
    [1, 2],
    [1, 2],
  ])
  expect(fillDown({ anchor: at(0, 0), head: at(0, 3) })).toEqual([])
})
