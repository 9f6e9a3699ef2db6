import { DatePicker } from 'antd'
import dayjs from 'dayjs'

interface Props {
  value?: string | null
  onChange?(value: string | null): void
  placeholder?: string
  id?: string
  'data-testid'?: string
  'aria-label'?: string
  allowClear?: boolean
}

/** A date as the services write it (`2026-07-01`), shown and typed as people here do (`01/07/2026`). */
export function DateField({ value, onChange, placeholder = 'dd/mm/yyyy', ...rest }: Props) {
  return (
    <DatePicker
      {...rest}
      value={value ? dayjs(value) : null}
      format={['DD/MM/YYYY', 'D/M/YYYY']}
      placeholder={placeholder}
      onChange={(date) => onChange?.(date ? date.format('YYYY-MM-DD') : null)}
      style={{ width: '100%' }}
    />
  )
}
