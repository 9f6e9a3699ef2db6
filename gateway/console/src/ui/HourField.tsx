import { Input } from 'antd'
import { useI18n } from '../app/i18n'

interface Props {
  value?: string | null
  onChange?(value: string | null): void
  id?: string
  testId?: string
  label?: string
}

/** An hour and minute typed as people write them here: 08:30. */
export function HourField({ value, onChange, id, testId, label }: Props) {
  return (
    <Input
      id={id}
      value={value ?? ''}
      onChange={(event) => onChange?.(event.target.value || null)}
      maxLength={5}
      placeholder="08:30"
      autoComplete="off"
      aria-label={label}
      data-testid={testId}
    />
  )
}

/** Empty is no hour. */
export function useHourRule() {
  const { t } = useI18n()
  return { pattern: /^([01]\d|2[0-3]):[0-5]\d$/, message: t('conferences.hour') }
}
