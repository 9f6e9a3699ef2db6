import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Space, Switch } from 'antd'
import { useI18n } from '../app/i18n'
import { DateField } from '../ui/DateField'

const MOST = 60

interface Props {
  value?: (string | null)[] | null
  onChange?(value: (string | null)[] | null): void
  id?: string
}

/** The days on which units report before the end: each year-end, or those that are named. */
export function DaysField({ value, onChange, id }: Props) {
  const { t } = useI18n()
  const days = value ?? null
  return (
    <Space orientation="vertical" size={6} id={id}>
      <Space size={8}>
        <Switch
          size="small"
          checked={days === null}
          onChange={(each) => onChange?.(each ? null : [])}
          aria-label={t('movements.days.yearly')}
          data-testid="movement-days-yearly"
        />
        {t('movements.days.yearly')}
      </Space>
      {days?.map((day, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a day has nothing but its place until it is typed
        <Space key={index} size={4}>
          <DateField
            value={day}
            onChange={(typed) => onChange?.(days.with(index, typed))}
            aria-label={t('movements.days.one', { n: String(index + 1) })}
            data-testid={`movement-day-${index}`}
          />
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={t('movements.days.remove')}
            onClick={() => onChange?.(days.toSpliced(index, 1))}
          />
        </Space>
      ))}
      {days && days.length < MOST && (
        <Button
          size="small"
          icon={<PlusOutlined />}
          onClick={() => onChange?.([...days, null])}
          data-testid="movement-days-add"
        >
          {t('movements.days.add')}
        </Button>
      )}
    </Space>
  )
}
