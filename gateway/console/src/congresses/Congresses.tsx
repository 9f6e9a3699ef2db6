import { PlusOutlined } from '@ant-design/icons'
import { App, Button, Tag } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { Congress } from '../api/types'
import { Guarded } from '../app/Guarded'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { DataTable } from '../ui/DataTable'
import filters from '../ui/Filters.module.css'
import { PageHeader } from '../ui/PageHeader'
import { ReasonOfLock } from '../ui/ReasonOfLock'
import { rowsOf } from '../ui/rows'
import { CongressForm } from './CongressForm'
import { useCongresses } from './queries'

export function Congresses() {
  return (
    <Guarded ability="CLUSTERS_READ">
      <Screen />
    </Guarded>
  )
}

export function CongressState({ state }: { state: Congress['state'] }) {
  const { t } = useI18n()
  const colour = { PREPARING: 'warning', HELD: 'processing', CLOSED: 'success' }[state]
  return (
    <Tag color={colour} data-testid={`congress-${state}`}>
      {t(`congresses.state.${state}`)}
    </Tag>
  )
}

function Screen() {
  const { t } = useI18n()
  const formats = useFormats()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [creating, setCreating] = useState(false)
  const list = rowsOf(useCongresses())
  return (
    <>
      <PageHeader
        title={t('congresses.title')}
        lead={t('congresses.lead')}
        actions={
          <ReasonOfLock ability="CONGRESSES_WRITE">
            {(locked) => (
              <Button
                type="primary"
                icon={<PlusOutlined />}
                disabled={locked}
                onClick={() => setCreating(true)}
                data-testid="congress-create"
              >
                {t('congresses.create')}
              </Button>
            )}
          </ReasonOfLock>
        }
      />
      <DataTable<Congress>
        label={t('congresses.title')}
        testId="congress-table"
        list={list}
        rowKey={(congress) => congress.id}
        rowTestId={(congress) => `congress-row-${congress.id}`}
        onOpen={(congress) => navigate(`/congresses/${congress.id}`)}
        empty={{ title: t('congresses.empty') }}
        columns={[
          {
            key: 'theme',
            title: t('congresses.theme'),
            phone: 'heading',
            wrap: true,
            show: (congress) => (
              <Link to={`/congresses/${congress.id}`} className={filters.name}>
                {congress.theme}
              </Link>
            ),
          },
          { key: 'unit', title: t('congresses.unit'), wrap: true, show: (congress) => congress.unitName },
          {
            key: 'term',
            title: t('congresses.term'),
            show: (congress) =>
              t('congresses.term.of', { from: String(congress.termFrom), to: String(congress.termTo) }),
          },
          { key: 'on', title: t('congresses.heldOn'), show: (congress) => formats.date(congress.heldOn) },
          {
            key: 'delegates',
            title: t('congresses.delegates'),
            align: 'right',
            show: (congress) => formats.number(congress.delegates),
          },
          {
            key: 'state',
            title: t('congresses.state'),
            show: (congress) => <CongressState state={congress.state} />,
          },
        ]}
      />
      {creating && (
        <CongressForm
          congress={null}
          onClose={() => setCreating(false)}
          onSaved={(made) => {
            message.success(t('congresses.created'))
            navigate(`/congresses/${made.id}`)
          }}
        />
      )}
    </>
  )
}
