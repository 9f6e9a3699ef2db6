import { Select } from 'antd'
import { useI18n } from '../app/i18n'
import { useSeasonChoices } from './queries'

interface Props {
  value?: string | null
  onChange?(id: string | null): void
  id?: string
  disabled?: boolean
  testId?: string
}

/** A season by its cluster and name; what is typed may stand anywhere in either. */
export function SeasonPicker({ value, onChange, id, disabled, testId }: Props) {
  const { t } = useI18n()
  const { data, isFetching } = useSeasonChoices()
  return (
    <Select
      id={id}
      disabled={disabled}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
      loading={isFetching && !data}
      value={value ?? undefined}
      onChange={(next: string | undefined) => onChange?.(next ?? null)}
      placeholder={t('season.pick')}
      aria-label={t('season.pick')}
      data-testid={testId}
      options={data?.map((season) => ({
        value: season.id,
        label: `${season.clusterName} · ${season.name}`,
      }))}
      style={{ width: '100%' }}
    />
  )
}
