import { Tag } from 'antd'
import { Link } from 'react-router'
import { useI18n } from '../app/i18n'
import { DataTable } from '../ui/DataTable'

export interface Line {
  unitId: string
  words: string
  /** Where that is found from which the line was computed. */
  to: string
  hint: boolean
}

/** One line for each unit, with the way to what it was computed from. */
export function ByUnit({ rows, name, testId }: { rows: Line[]; name(id: string): string; testId: string }) {
  const { t } = useI18n()
  return (
    <DataTable<Line>
      list={{ rows, failure: null, loadedAt: 0, retry: () => undefined }}
      label={t('radar.title')}
      testId={testId}
      rowKey={(row) => row.unitId}
      empty={{ title: t('radar.none') }}
      columns={[
        { key: 'unit', title: t('targets.unit'), phone: 'heading', show: (row) => name(row.unitId) },
        {
          key: 'words',
          title: t('radar.found'),
          wrap: true,
          show: (row) => <Link to={row.to}>{row.words}</Link>,
        },
        {
          key: 'hint',
          title: t('radar.hint'),
          show: (row) => (row.hint ? <Tag color="warning">{t('radar.hint')}</Tag> : '—'),
        },
      ]}
    />
  )
}
