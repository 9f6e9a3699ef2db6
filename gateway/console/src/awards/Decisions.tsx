import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { DataTable } from '../ui/DataTable'
import filters from '../ui/Filters.module.css'
import { RoleLock } from '../ui/RoleLock'
import { rowsOf } from '../ui/rows'
import styles from './Awards.module.css'
import { DecisionForm } from './DecisionForm'
import { useDecisions } from './queries'
import { DecisionState } from './State'

export function Decisions() {
  const { t } = useI18n()
  const formats = useFormats()
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  return (
    <>
      <div className={filters.bar}>
        <span className={styles.grow} />
        <RoleLock roles={['STANDING_OFFICER']}>
          {(locked) => (
            <Button
              type="primary"
              icon={<PlusOutlined />}
              disabled={locked}
              onClick={() => setOpen(true)}
              data-testid="decision-create"
            >
              {t('decision.create')}
            </Button>
          )}
        </RoleLock>
      </div>
      <DataTable
        list={rowsOf(useDecisions())}
        label={t('awards.tab.decisions')}
        testId="decision-table"
        rowKey={(row) => row.id}
        rowTestId={(row) => `decision-row-${row.id}`}
        onOpen={(row) => navigate(`/decisions/${row.id}`)}
        empty={{ title: t('decision.empty'), text: t('decision.empty.text') }}
        columns={[
          {
            key: 'title',
            title: t('decision.title'),
            phone: 'heading',
            wrap: true,
            show: (row) => (
              <Link className={filters.name} to={`/decisions/${row.id}`}>
                {row.title}
              </Link>
            ),
          },
          { key: 'number', title: t('decision.number'), show: (row) => row.number ?? '—' },
          {
            key: 'on',
            title: t('decision.decidedOn'),
            show: (row) => (row.decidedOn ? formats.date(row.decidedOn) : '—'),
          },
          {
            key: 'n',
            title: t('decision.recipients'),
            align: 'right',
            show: (row) => formats.number(row.nominationIds.length),
          },
          { key: 'state', title: t('decision.state'), show: (row) => <DecisionState state={row.state} /> },
        ]}
      />
      {open && <DecisionForm decision={null} onClose={() => setOpen(false)} />}
    </>
  )
}
