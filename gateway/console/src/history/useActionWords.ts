import { type PlainKey, useI18n } from '../app/i18n'
import { vi } from '../app/i18n/vi'

/** Actions and kinds of things in people's words; one the console does not know yet keeps its own name. */
export function useActionWords() {
  const { t } = useI18n()
  const say = (prefix: string, word: string) => {
    const key = `${prefix}.${word.toUpperCase().replace(/[^A-Z0-9]+/g, '_')}`
    return key in vi ? t(key as PlainKey) : word
  }
  return { action: (word: string) => say('did', word), thing: (word: string) => say('thing', word) }
}
