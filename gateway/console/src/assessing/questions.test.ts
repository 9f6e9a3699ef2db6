import { describe, expect, it } from 'vitest'
import type { Criterion, Scoresheet } from '../indicators/scoreTypes'
import { columnsOf, isAsked, questionsByUnit, questionsOf } from './questions'

const sheetOf = (...criteria: Partial<Criterion>[]) =>
  ({
    groups: [{ criteria: criteria.map((one) => ({ maximum: 10, indicatorId: null, ...one })) }],
  }) as unknown as Scoresheet
const codes = (...criteria: Partial<Criterion>[]) => questionsOf(sheetOf(...criteria)).map((one) => one.code)

describe('what is entered by hand', () => {
  it('leaves out what is reported and what is fixed', () => {
    expect(
      codes(
        { code: '1', indicatorId: 'x', rule: { type: 'PROPORTIONAL' } as never },
        { code: '2', rule: { type: 'FIXED' } as never },
        { code: '3', rule: { type: 'YES_NO' } as never },
      ),
    ).toEqual(['3'])
  })

  it('asks how many awards of each level there are, not for a number of the criterion', () => {
    const inputs = [{ code: 'co', name: 'Cờ Chính phủ', indicatorId: null, whole: true }]
    expect(codes({ code: '1', rule: { type: 'AWARD_BONUS' } as never, inputs })).toEqual(['1:co'])
  })

  it('gives the penalty and the ruling to the office alone, with their ceilings', () => {
    const [penalty, ladder, ruling] = questionsOf(
      sheetOf(
        { code: '1', rule: { type: 'AGENCY_PENALTY' } as never },
        { code: '2', rule: { type: 'LADDER' } as never },
      ),
    )
    expect(penalty).toMatchObject({ code: '1', office: true, kind: 'yes' })
    expect(ladder).toMatchObject({ code: '2', office: false, kind: 'number' })
    expect(ruling).toMatchObject({ code: '2:ruling', office: true, kind: 'points', ceiling: 10 })
  })

  it('asks of each unit what its own variant needs, and has a column for what is asked of any', () => {
    const sheet = sheetOf({
      code: '1',
      rule: { type: 'GIVEN' } as never,
      variants: [
        { label: 'Xã', forUnits: ['x'], maximum: 30, rule: null },
        { label: 'Sở', forUnits: ['s'], maximum: 5, rule: { type: 'LADDER' } as never },
      ],
    })
    const byUnit = questionsByUnit(sheet, ['x', 's', 'other'])
    expect(byUnit.get('x')).toMatchObject([{ kind: 'points', ceiling: 30 }])
    expect(byUnit.get('other')).toMatchObject([{ kind: 'points', ceiling: 10 }])
    expect(byUnit.get('s')?.map((one) => one.code)).toEqual(['1', '1:ruling'])
    const columns = columnsOf(sheet, byUnit)
    expect(columns.map((one) => one.code)).toEqual(['1', '1:ruling'])
    expect(columns[0]?.ceiling).toBe(30)
  })

  it('asks for a ruling only where no row holds or one was made', () => {
    const ruling = questionsOf(sheetOf({ code: '2', rule: { type: 'LADDER' } as never }))[1]
    expect(isAsked(ruling as never, 'SCORED', false)).toBe(false)
    expect(isAsked(ruling as never, 'NO_ROW', false)).toBe(true)
    expect(isAsked(ruling as never, 'SCORED', true)).toBe(true)
  })
})
