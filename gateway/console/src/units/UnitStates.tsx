import { Tag } from 'antd'
import type { UnitState } from '../api/types'
import { useI18n } from '../app/i18n'
import { today } from '../app/i18n/dates'
import { useFormats } from '../app/i18n/useFormats'
import { DataTable } from '../ui/DataTable'
import { wholeList } from '../ui/rows'
import { UnitName } from '../ui/UnitName'
import { useStates } from './queries'

/** Every state the unit has had or will have, each with its dates. */
export function UnitStates({ id }: { id: string }) {
  const { t } = useI18n()
  const formats = useFormats()
  const day = today()
  const stands = (state: UnitState) =>
    day < state.from ? 'future' : state.to && day > state.to ? 'past' : 'now'
  return (
    <DataTable<UnitState>
      label={t('unit.tab.states')}
      testId="unit-states"
      list={wholeList(useStates(id))}
      rowKey={(state) => state.from}
      rowTestId={(state) => `unit-state-${state.from}`}
      empty={{ title: t('units.empty') }}
      columns={[
        { key: 'from', title: t('unit.validFrom'), show: (state) => formats.date(state.from) },
        {
          key: 'to',
          title: t('unit.validTo'),
          show: (state) => (state.to ? formats.date(state.to) : t('mandate.openEnd')),
        },
        { key: 'name', title: t('unit.name'), phone: 'heading', wrap: true, show: (state) => state.name },
        { key: 'short', title: t('unit.shortName'), show: (state) => state.shortName ?? '—' },
        {
          key: 'parent',
          title: t('unit.parent'),
          wrap: true,
          show: (state) => (state.parentId ? <UnitName id={state.parentId} /> : '—'),
        },
        {
          key: 'state',
          title: t('mandate.state'),
          show: (state) => {
            const now = stands(state)
            return <Tag color={now === 'now' ? 'success' : 'default'}>{t(`unit.state.${now}`)}</Tag>
          },
        },
      ]}
    />
  )
}
