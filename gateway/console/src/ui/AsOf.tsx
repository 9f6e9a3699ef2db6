import { CalendarOutlined } from '@ant-design/icons'
import { Tag } from 'antd'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'

/** Says that what is shown is the state of another day. */
export function AsOf({ date, onClear }: { date: string; onClear?(): void }) {
  const { t } = useI18n()
  const formats = useFormats()
  return (
    <Tag
      color="warning"
      icon={<CalendarOutlined />}
      closable={!!onClear}
      onClose={onClear}
      data-testid="as-of-badge"
    >
      {t('asOf.badge', { date: formats.date(date) })}
    </Tag>
  )
}
