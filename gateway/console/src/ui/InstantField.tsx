import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import timezone from 'dayjs/plugin/timezone'
import utc from 'dayjs/plugin/utc'

dayjs.extend(utc)
dayjs.extend(timezone)

const ZONE = 'Asia/Ho_Chi_Minh'

interface Props {
  value?: string | null
  onChange?(value: string | null): void
  id?: string
  'data-testid'?: string
}

/** A moment as the services write it (UTC), shown and typed on the clock of Vietnam wherever the browser stands. */
export function InstantField({ value, onChange, ...rest }: Props) {
  return (
    <DatePicker
      {...rest}
      showTime={{ format: 'HH:mm' }}
      format={['HH:mm DD/MM/YYYY', 'DD/MM/YYYY HH:mm']}
      placeholder="HH:mm dd/mm/yyyy"
      value={value ? dayjs(value).tz(ZONE) : null}
      onChange={(date) =>
        // What was picked are wall-clock numbers; they are meant on the clock of Vietnam.
        onChange?.(date ? dayjs.tz(date.format('YYYY-MM-DDTHH:mm'), ZONE).toISOString() : null)
      }
      style={{ width: '100%' }}
    />
  )
}
