import { describe, expect, it } from 'vitest'
import { readImport } from './importFile'

const period = '019a0000-0000-7000-8000-000000000001'

describe('a file of values', () => {
  it('may be the rows alone and is sent digit by digit', () => {
    expect(readImport('\uFEFF[{"value": 1.10}]', period)).toEqual({
      body: `{"periodId":"${period}","rows":[{"value": 1.10}]}`,
      rows: 1,
    })
  })

  it('may be the whole request, for this period only', () => {
    const whole = `{"periodId":"${period}","rows":[{},{}]}`
    expect(readImport(whole, period)).toEqual({ body: whole, rows: 2 })
    expect(readImport(whole, 'another')).toEqual({ wrong: 'period' })
  })

  it('says what is wrong with it', () => {
    expect(readImport('PK', period)).toEqual({ wrong: 'json' })
    expect(readImport('{"values":[]}', period)).toEqual({ wrong: 'shape' })
    expect(readImport('3', period)).toEqual({ wrong: 'shape' })
    expect(readImport('[]', period)).toEqual({ wrong: 'empty' })
  })
})
