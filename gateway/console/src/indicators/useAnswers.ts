import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { type Answered, answersOf, isAnswered, readAnswer, wordOf } from './answers'

/** How the cell of an indicator that is answered with a word shows and reads its number; undefined where numbers are said. */
export function useAnswers(one: Answered) {
  const { t } = useI18n()
  const formats = useFormats()
  if (!isAnswered(one)) return undefined
  return {
    show: (value: number) => wordOf(t, one, value) ?? formats.number(value),
    read: (text: string) => readAnswer(text, one),
    choices: answersOf(t, one).map(({ word }) => word),
  }
}

/** How a number is written: by the word that stands for it, else in figures. */
export function useWritten() {
  const { t } = useI18n()
  const formats = useFormats()
  return (value: number | null | undefined, one: Answered | undefined): string => {
    if (value == null) return '—'
    return (one && wordOf(t, one, value)) ?? formats.number(value)
  }
}
