import { describe, expect, it } from 'vitest'
import { paragraphsOf } from './paragraphs'

describe('the paragraphs of a draft', () => {
  it('are its lines as the service counts them, empty ones too', () => {
    expect(paragraphsOf('Điều 1\n\n  \nĐiều 2')).toEqual([
      { number: 1, text: 'Điều 1' },
      { number: 4, text: 'Điều 2' },
    ])
  })
  it('are none where there is no text', () => {
    expect(paragraphsOf('')).toEqual([])
  })
})
