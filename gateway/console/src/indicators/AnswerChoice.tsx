import { Select } from 'antd'
import { useI18n } from '../app/i18n'
import { type Answered, answersOf } from './answers'

interface Props {
  of: Answered
  id?: string
  value?: number | null
  onChange?(value: number | null): void
  disabled?: boolean
  placeholder?: string
  className?: string
  'aria-label'?: string
  'data-testid'?: string
}

/** One of the words that stand for numbers, the highest first, or nothing said. */
export function AnswerChoice({ of, value, onChange, ...props }: Props) {
  const { t } = useI18n()
  return (
    <Select<number>
      {...props}
      allowClear
      value={value ?? undefined}
      onChange={(chosen) => onChange?.(chosen ?? null)}
      options={answersOf(t, of)
        .map((one) => ({ value: one.value, label: one.word }))
        .reverse()}
    />
  )
}
