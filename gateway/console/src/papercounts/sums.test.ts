import { describe, expect, it } from 'vitest'
import { wrongSums } from './sums'

const right = { issued: 8, collected: 8, valid: 7, invalid: 1, blank: 2, votes: [4, 1] }

describe('the sums of a count on paper', () => {
  it('come out', () => {
    expect(wrongSums(right)).toEqual([])
  })
  it('say which one does not', () => {
    expect(wrongSums({ ...right, collected: 9 })).toEqual(['collected', 'valid'])
    expect(wrongSums({ ...right, invalid: 0 })).toEqual(['valid'])
    expect(wrongSums({ ...right, votes: [4, 2] })).toEqual(['votes'])
  })
  it('say nothing while a number is missing', () => {
    expect(wrongSums({ ...right, issued: null, valid: null, votes: [null, 1] })).toEqual([])
  })
})
