import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { cluster, content } from '../api/client'
import type { Movement } from '../api/types'
import { everyPage } from '../app/everyPage'
import { useI18n } from '../app/i18n'
import { type Named, Picker } from '../ui/Picker'

interface Props {
  value?: Named | null
  onChange?(value: Named | null): void
  id?: string
}

/** Somebody who works for the unit; whoever proposes for the unit may ask. */
export function NameablePicker({ unitId, ...props }: Props & { unitId: string | null }) {
  const { t } = useI18n()
  return (
    <Picker
      {...props}
      testId="exemplar-person"
      queryKey={`nameable ${unitId}`}
      placeholder={t('form.person.placeholder')}
      nothing={t('form.person.empty')}
      find={async (words) => {
        if (!unitId) return []
        const page = await content(
          cluster.GET('/api/v1/exemplars/people', {
            params: { query: { unitId, q: words || undefined, limit: 20 } },
          }),
        )
        return page.items
      }}
    />
  )
}

/** Movements are few enough to come whole once somebody opens the choice. */
export function MovementPicker({ value, onChange, id }: Props) {
  const { t } = useI18n()
  const [open, setOpen] = useState(false)
  const { data, isFetching } = useQuery({
    queryKey: ['seasons', 'movements', 'all'],
    queryFn: () =>
      everyPage<Movement>((after) =>
        content(cluster.GET('/api/v1/movements', { params: { query: { after, limit: 200 } } })),
      ),
    enabled: open,
    staleTime: 60_000,
  })
  const known = data ?? []
  return (
    <Select<string>
      id={id}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
      loading={isFetching}
      placeholder={t('form.pick')}
      value={value?.id}
      labelRender={(shown) => (shown.value === value?.id ? value?.name : shown.label)}
      onOpenChange={setOpen}
      onChange={(picked) => onChange?.(known.find((one) => one.id === picked) ?? null)}
      options={known.map((one) => ({ value: one.id, label: one.name }))}
      data-testid="exemplar-movement"
    />
  )
}
