import type { Translate } from '../app/i18n'
import type { Question } from './questions'

const plain = (text: string) => text.trim().toLocaleLowerCase('vi')

/** What a question is called beside its criterion's code. */
export function nameOf(t: Translate, question: Question): string {
  return question.ruling ? t('assess.ruling') : (question.part ?? question.criterion.name)
}

/** How a value of the question is said, and which words mean which value; none where it is but a number. */
export function valueWords(t: Translate, { kind, options }: Question, number: (value: number) => string) {
  if (kind === 'yes') {
    return {
      show: (value: number) => t(value === 0 ? 'assess.no' : 'assess.yes'),
      read: (text: string) =>
        plain(text) === plain(t('assess.yes')) || plain(text) === 'x'
          ? 1
          : plain(text) === plain(t('assess.no'))
            ? 0
            : null,
    }
  }
  if (kind === 'choice') {
    return {
      show: (value: number) => options.find((one) => one.value === value)?.name ?? number(value),
      read: (text: string) => options.find((one) => plain(one.name) === plain(text))?.value ?? null,
    }
  }
  return undefined
}

/** Whether the words say that it does not apply. */
export function saysNotApplicable(t: Translate, text: string): boolean {
  return plain(t('assess.na')) === plain(text)
}
