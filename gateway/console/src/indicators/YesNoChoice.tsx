import { Select } from 'antd'
import { useI18n } from '../app/i18n'

interface Props {
  id?: string
  value?: number | null
  onChange?(value: number | null): void
  disabled?: boolean
  placeholder?: string
  className?: string
  'aria-label'?: string
  'data-testid'?: string
}

/** Yes, no, or nothing said: for what is kept as 1 and 0. */
export function YesNoChoice({ value, onChange, ...props }: Props) {
  const { t } = useI18n()
  return (
    <Select<number>
      {...props}
      allowClear
      value={value ?? undefined}
      onChange={(chosen) => onChange?.(chosen ?? null)}
      options={[
        { value: 1, label: t('report.yes') },
        { value: 0, label: t('report.no') },
      ]}
    />
  )
}
