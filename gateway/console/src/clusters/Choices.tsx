import { Select } from 'antd'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { Failed } from '../ui/Failed'
import { useConferences, useMembers, useSeasons } from './queries'

interface One {
  value?: string | null
  onChange?(value: string | null): void
  id?: string
  clusterId: string
  testId: string
}

interface Option {
  value: string
  label: string
  note: string
}

interface Asked {
  error: unknown
  data: unknown
  refetch(): unknown
}

/** A list that could not be loaded says so in the place where its entries would be. */
function missing(query: Asked) {
  return query.error && !query.data ? (
    <Failed failure={query.error} retry={() => query.refetch()} />
  ) : undefined
}

const search = { optionFilterProp: 'label' } as const
const shown = ({ data }: { data: Option }) => <span data-testid={`option-${data.note}`}>{data.label}</span>

function useMemberOptions(clusterId: string) {
  const query = useMembers(clusterId, 'all')
  const units = new Map((query.data ?? []).map((member) => [member.unitId, member]))
  const options: Option[] = [...units.values()]
    .map((member) => ({ value: member.unitId, label: member.unitName, note: member.unitCode }))
    .sort((a, b) => a.label.localeCompare(b.label, 'vi'))
  return { options, query }
}

/** One of the cluster's members, also a former one: a season of the past was led by whoever was there then. */
export function MemberSelect({ value, onChange, id, clusterId, testId }: One) {
  const { t } = useI18n()
  const { options, query } = useMemberOptions(clusterId)
  return (
    <Select<string, Option>
      id={id}
      data-testid={testId}
      showSearch={search}
      allowClear
      placeholder={t('form.pick')}
      value={value ?? undefined}
      onChange={(chosen) => onChange?.(chosen ?? null)}
      loading={query.isPending}
      notFoundContent={missing(query)}
      options={options}
      optionRender={shown}
    />
  )
}

/** Several members. */
export function MembersSelect({
  value,
  onChange,
  id,
  clusterId,
  testId,
}: Omit<One, 'value' | 'onChange'> & { value?: string[]; onChange?(value: string[]): void }) {
  const { t } = useI18n()
  const { options, query } = useMemberOptions(clusterId)
  return (
    <Select<string[], Option>
      id={id}
      data-testid={testId}
      mode="multiple"
      showSearch={search}
      placeholder={t('form.pick')}
      value={value}
      onChange={onChange}
      loading={query.isPending}
      notFoundContent={missing(query)}
      options={options}
      optionRender={shown}
    />
  )
}

export function ConferenceSelect({ value, onChange, id, clusterId, testId }: One) {
  const { t } = useI18n()
  const formats = useFormats()
  const query = useConferences({ clusterId })
  return (
    <Select<string, Option>
      id={id}
      data-testid={testId}
      allowClear
      showSearch={search}
      placeholder={t('form.pick')}
      value={value ?? undefined}
      onChange={(chosen) => onChange?.(chosen ?? null)}
      loading={query.isPending}
      notFoundContent={missing(query)}
      options={(query.data ?? []).map((one) => ({
        value: one.id,
        label: `${formats.date(one.heldOn)} · ${one.title}`,
        note: one.heldOn,
      }))}
      optionRender={shown}
    />
  )
}

export function SeasonSelect({ value, onChange, id, clusterId, testId }: One) {
  const { t } = useI18n()
  const query = useSeasons(clusterId)
  return (
    <Select<string, Option>
      id={id}
      data-testid={testId}
      allowClear
      placeholder={t('form.pick')}
      value={value ?? undefined}
      onChange={(chosen) => onChange?.(chosen ?? null)}
      loading={query.isPending}
      notFoundContent={missing(query)}
      options={(query.data ?? []).map((one) => ({ value: one.id, label: one.name, note: one.name }))}
      optionRender={shown}
    />
  )
}
