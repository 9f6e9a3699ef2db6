import { Tag } from 'antd'
import type { Unit } from '../api/types'
import { useI18n } from '../app/i18n'
import { today } from '../app/i18n/dates'
import { useFormats } from '../app/i18n/useFormats'
import { DataTable } from '../ui/DataTable'
import { rowsOf } from '../ui/rows'
import { useStates } from './queries'

/** Every state the unit has had or will have, each with its dates. */
export function UnitStates({ id }: { id: string }) {
  const { t } = useI18n()
  const formats = useFormats()
  const day = today()
  const state = (unit: Unit) =>
    day < unit.validFrom ? 'future' : unit.validTo && day > unit.validTo ? 'past' : 'now'
  return (
    <DataTable<Unit>
      label={t('unit.tab.states')}
      testId="unit-states"
      list={rowsOf(useStates(id))}
      rowKey={(unit) => `${unit.validFrom}/${unit.version}`}
      empty={{ title: t('units.empty') }}
      columns={[
        { key: 'from', title: t('unit.validFrom'), show: (unit) => formats.date(unit.validFrom) },
        {
          key: 'to',
          title: t('unit.validTo'),
          show: (unit) => (unit.validTo ? formats.date(unit.validTo) : t('mandate.openEnd')),
        },
        { key: 'name', title: t('unit.name'), phone: 'heading', show: (unit) => unit.name },
        { key: 'parent', title: t('unit.parent'), show: (unit) => unit.parentName ?? '—' },
        {
          key: 'state',
          title: t('mandate.state'),
          show: (unit) => {
            const now = state(unit)
            return <Tag color={now === 'now' ? 'success' : 'default'}>{t(`unit.state.${now}`)}</Tag>
          },
        },
      ]}
    />
  )
}
