import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select, Spin } from 'antd'
import { type ReactNode, useState } from 'react'
import { cluster, content } from '../api/client'
import { useI18n } from '../app/i18n'
import { Failed } from './Failed'
import styles from './Picker.module.css'
import { useDebounced } from './useDebounced'

/** Something chosen: the id is sent, the name is shown. */
export interface Named {
  id: string
  name: string
}

interface Choice extends Named {
  note?: string | null
}

interface PickerProps {
  value?: Named | null
  onChange?(value: Named | null): void
  id?: string
  placeholder: string
  nothing: string
  queryKey: string
  find(words: string): Promise<Choice[]>
  testId?: string
  label?: string
}

/** Choice by typing: the server searches, without regard to accents; nothing is filtered here. */
export function Picker({
  value,
  onChange,
  id,
  placeholder,
  nothing,
  queryKey,
  find,
  testId,
  label,
}: PickerProps) {
  const [words, setWords] = useState('')
  const [open, setOpen] = useState(false)
  const asked = useDebounced(words.trim())
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['picker', queryKey, asked],
    queryFn: () => find(asked),
    enabled: open,
    placeholderData: keepPreviousData,
  })
  let empty: ReactNode = nothing
  if (error && !data) empty = <Failed failure={error} retry={() => refetch()} />
  else if (isFetching) empty = <Spin size="small" />
  const choices = data ?? []
  return (
    <Select<string, { value: string; label: string; choice: Choice }>
      id={id}
      data-testid={testId}
      aria-label={label}
      showSearch={{ filterOption: false, onSearch: setWords }}
      allowClear
      placeholder={placeholder}
      value={value?.id}
      labelRender={(shown) => (shown.value === value?.id ? value?.name : shown.label)}
      onOpenChange={setOpen}
      onChange={(_, option) => onChange?.(option && !Array.isArray(option) ? option.choice : null)}
      notFoundContent={empty}
      options={choices.map((choice) => ({ value: choice.id, label: choice.name, choice }))}
      optionRender={({ data: { choice } }) => (
        <div className={styles.choice} data-testid={`option-${choice.note ?? choice.name}`}>
          <span>{choice.name}</span>
          {choice.note && <span className={styles.note}>{choice.note}</span>}
        </div>
      )}
      style={{ width: '100%' }}
    />
  )
}

interface Props {
  value?: Named | null
  onChange?(value: Named | null): void
  id?: string
  testId?: string
  placeholder?: string
  label?: string
}

/** @param asOf the day on which the units are there, today unless said otherwise */
export function UnitPicker({ placeholder, asOf, ...props }: Props & { asOf?: string }) {
  const { t } = useI18n()
  return (
    <Picker
      {...props}
      queryKey={asOf ? `units ${asOf}` : 'units'}
      placeholder={placeholder ?? t('form.unit.placeholder')}
      nothing={t('form.unit.empty')}
      find={async (words) => {
        const page = await content(
          cluster.GET('/api/v1/units', { params: { query: { q: words || undefined, asOf, limit: 20 } } }),
        )
        return page.items.map((unit) => ({ id: unit.id, name: unit.name, note: unit.code }))
      }}
    />
  )
}

export function PersonPicker({ placeholder, ...props }: Props) {
  const { t } = useI18n()
  return (
    <Picker
      {...props}
      queryKey="people"
      placeholder={placeholder ?? t('form.person.placeholder')}
      nothing={t('form.person.empty')}
      find={async (words) => {
        const page = await content(
          cluster.GET('/api/v1/people', { params: { query: { q: words || undefined, limit: 20 } } }),
        )
        return page.items.flatMap((person) =>
          !person.name ? [] : [{ id: person.id, name: person.name, note: person.email }],
        )
      }}
    />
  )
}
