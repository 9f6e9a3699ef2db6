import type { Translate } from '../app/i18n'
import type { Why } from './reportWork'

/** Why a text is not taken, said to the person who typed or pasted it. */
export function unreadWords(t: Translate, why: Why): string {
  if ('expected' in why) {
    const { unit, expected } = why
    return t(`unreadable.${why.why}`, { unit, expected })
  }
  if ('levels' in why) return t('unreadable.notLevel', { levels: why.levels })
  return t(`unreadable.${why.why}`)
}
