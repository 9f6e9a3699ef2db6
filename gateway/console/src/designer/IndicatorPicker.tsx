import { Select } from 'antd'
import { useI18n } from '../app/i18n'
import { plain } from '../app/i18n/plain'
import { useFormats } from '../app/i18n/useFormats'
import { useCatalogue } from './queries'

/** One of the catalogue's indicators, found by name or code. */
export function IndicatorPicker(props: {
  id?: string
  label?: string
  value: string | null
  onChange(id: string | null): void
  testId?: string
}) {
  const { t } = useI18n()
  const formats = useFormats()
  const catalogue = useCatalogue()
  return (
    <Select<string>
      id={props.id}
      aria-label={props.label}
      value={props.value ?? undefined}
      allowClear
      loading={catalogue.isPending}
      status={catalogue.error ? 'error' : undefined}
      placeholder={t('design.indicator.none')}
      onChange={(id: string | undefined) => props.onChange(id ?? null)}
      showSearch={{
        filterOption: (words, option) => plain(String(option?.label ?? '')).includes(plain(words)),
      }}
      options={(catalogue.data ?? []).map((one) => ({
        value: one.id,
        label: `${one.code} ${one.name} (${one.unitOfMeasure})`,
      }))}
      notFoundContent={t('design.indicator.empty', { n: formats.number(catalogue.data?.length ?? 0) })}
      data-testid={props.testId}
    />
  )
}
