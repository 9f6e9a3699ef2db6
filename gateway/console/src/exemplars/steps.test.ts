import { describe, expect, it } from 'vitest'
import { nextStep, paragraphsOf } from './steps'

describe('what comes next with an exemplar', () => {
  it('is its verification', () => {
    expect(nextStep({ state: 'PROPOSED', subject: 'PERSON', consent: null })).toBe('verification')
  })
  it('is the consent of a person or household, then the publication', () => {
    expect(nextStep({ state: 'VERIFIED', subject: 'HOUSEHOLD', consent: null })).toBe('consent')
    const consent = { day: '2026-01-15', obtainedBy: null }
    expect(nextStep({ state: 'VERIFIED', subject: 'HOUSEHOLD', consent })).toBe('publication')
    expect(nextStep({ state: 'VERIFIED', subject: 'COLLECTIVE', consent: null })).toBe('publication')
  })
  it('is nothing once it is decided', () => {
    expect(nextStep({ state: 'PUBLISHED', subject: 'PERSON', consent: null })).toBeNull()
    expect(nextStep({ state: 'WITHDRAWN', subject: 'PERSON', consent: null })).toBeNull()
  })
})

describe('a story', () => {
  it('has its paragraphs between empty lines', () => {
    expect(paragraphsOf('Một.\nHai.\n \n\nBa.\n')).toEqual(['Một.\nHai.', 'Ba.'])
  })
})
