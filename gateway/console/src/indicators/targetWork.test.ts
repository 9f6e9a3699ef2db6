import { describe, expect, it } from 'vitest'
import { type Promised, savedOf, type TargetIndicator } from './targets'
import {
  chosenTargets,
  clearedTargets,
  filledTargets,
  type Measured,
  numberKey,
  pastedTargets,
} from './targetWork'

const one: TargetIndicator = {
  id: 'thu',
  code: 'A.1',
  name: 'Thu',
  unitOfMeasure: 'tỷ đồng',
  furtherUnits: ['triệu đồng'],
  formula: null,
  levels: [],
  valueKind: 'QUANTITY',
  direction: 'RAISE',
}
const FIELDS: Measured[] = ['assigned', 'registered']

function places(
  drafts: Partial<Promised>[],
  mayWrite: (field: Measured) => boolean = () => true,
  of: TargetIndicator = one,
) {
  const shown = ({ row, column }: { row: number; column: number }) => {
    const draft = drafts[row]
    const field = FIELDS[column]
    return draft && field
      ? { key: `u~${row}`, field, one: of, draft: { ...savedOf(undefined).values, ...draft } }
      : null
  }
  return {
    rows: drafts.length,
    columns: FIELDS.length,
    shown,
    writable: (place: { row: number; column: number }) => {
      const target = shown(place)
      return target && mayWrite(target.field) ? target : null
    },
  }
}
const range = (row: number, column: number, lastRow = row, lastColumn = column) => ({
  anchor: { row, column },
  head: { row: lastRow, column: lastColumn },
})

describe('the sheet of targets', () => {
  it('takes both numbers of a pasted row as one change', () => {
    const { rows } = pastedTargets([['1,5', '2,5']], range(0, 0), places([{}]), null)
    expect(rows).toEqual([{ key: 'u~0', values: { assigned: 1.5, registered: 2.5 } }])
  })

  it('guesses no number that can be read in two ways, and reads it as the person says', () => {
    const all = places([{}])
    const { rows, unread } = pastedTargets([['12.500']], range(0, 0), all, null)
    expect(rows).toEqual([])
    const key = numberKey('u~0', 'assigned')
    expect(unread[key]).toEqual({ text: '12.500', why: 'twoWays' })
    const waiting = { [key]: { text: '12.500', why: 'twoWays' as const } }
    const settled = chosenTargets(waiting, () => all.writable({ row: 0, column: 0 }), 'vi')
    expect(settled.rows).toEqual([{ key: 'u~0', values: { assigned: 12500 } }])
    expect(settled.unread).toEqual({ [key]: undefined })
  })

  it('takes a unit typed behind a number while no other number stands in another', () => {
    const free = pastedTargets([['1,5 triệu đồng']], range(0, 0), places([{}]), null)
    expect(free.rows).toEqual([{ key: 'u~0', values: { assigned: 1.5, unitOfMeasure: 'triệu đồng' } }])
    const taken = pastedTargets([['1,5 triệu đồng']], range(0, 0), places([{ registered: 2 }]), null)
    expect(taken.rows).toEqual([])
    expect(taken.unread[numberKey('u~0', 'assigned')]).toMatchObject({
      why: 'otherUnit',
      unit: 'triệu đồng',
      expected: 'tỷ đồng',
    })
  })

  it('fills down over targets of the same unit and leaves what is not the person’s', () => {
    const drafts = [{ assigned: 7, registered: 8 }, {}, { unitOfMeasure: 'triệu đồng' }]
    const { rows, skipped } = filledTargets(
      range(0, 0, 2, 1),
      places(drafts, (field) => field === 'registered'),
    )
    expect(rows).toEqual([{ key: 'u~1', values: { registered: 8 } }])
    expect(skipped).toBe(3)
  })

  it('reads yes and no as they are shown, and nothing else where only these are asked', () => {
    const yesNo = { ...one, valueKind: 'YES_NO' as const, unitOfMeasure: 'có/không', furtherUnits: [] }
    const all = places([{}, {}], undefined, yesNo)
    const { rows, unread } = pastedTargets(
      [
        ['Có', 'Không'],
        ['1', 'gần có'],
      ],
      range(0, 0),
      all,
      null,
    )
    expect(rows).toEqual([
      { key: 'u~0', values: { assigned: 1, registered: 0 } },
      { key: 'u~1', values: { assigned: 1 } },
    ])
    expect(unread[numberKey('u~1', 'registered')]).toEqual({ text: 'gần có', why: 'notYesNo' })
    const emptied = pastedTargets([['']], range(0, 0), all, null)
    expect(emptied.rows).toEqual([{ key: 'u~0', values: { assigned: null } }])
  })

  it('empties what is marked', () => {
    const { rows } = clearedTargets(range(0, 0, 0, 1), places([{ assigned: 1, registered: 2 }]))
    expect(rows).toEqual([{ key: 'u~0', values: { assigned: null, registered: null } }])
  })
})
