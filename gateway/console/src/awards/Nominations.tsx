import { PlusOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { useI18n } from '../app/i18n'
import { DataTable } from '../ui/DataTable'
import filters from '../ui/Filters.module.css'
import { RoleLock } from '../ui/RoleLock'
import { rowsOf } from '../ui/rows'
import styles from './Awards.module.css'
import { NominateForm } from './NominateForm'
import { useNominations } from './queries'
import { SeasonPicker } from './SeasonPicker'
import { NominationState } from './State'
import type { NominationRow } from './types'

const STATES: NominationRow['state'][] = ['DRAFT', 'SUBMITTED', 'OPINION_GIVEN', 'DECIDED', 'REFUSED']

export function Nominations() {
  const { t } = useI18n()
  const navigate = useNavigate()
  const [params, setParams] = useSearchParams()
  const seasonId = params.get('seasonId')
  const [state, setState] = useState<NominationRow['state']>()
  const [open, setOpen] = useState(false)
  const list = rowsOf(useNominations({ seasonId: seasonId ?? undefined, state }))
  return (
    <>
      <div className={filters.bar}>
        <div className={filters.search}>
          <SeasonPicker
            value={seasonId}
            onChange={(id) => {
              if (id) params.set('seasonId', id)
              else params.delete('seasonId')
              setParams(params, { replace: true })
            }}
          />
        </div>
        <Select
          allowClear
          className={filters.narrow}
          value={state}
          onChange={setState}
          placeholder={t('nomination.state.any')}
          aria-label={t('nomination.state')}
          options={STATES.map((value) => ({ value, label: t(`nomination.state.${value}`) }))}
        />
        <span className={styles.grow} />
        <RoleLock roles={['STANDING_OFFICER', 'UNIT_OFFICER', 'UNIT_LEADER']}>
          {(locked) => (
            <Button
              type="primary"
              icon={<PlusOutlined />}
              disabled={locked}
              onClick={() => setOpen(true)}
              data-testid="nomination-create"
            >
              {t('nomination.create')}
            </Button>
          )}
        </RoleLock>
      </div>
      <DataTable
        list={list}
        label={t('awards.tab.nominations')}
        testId="nomination-table"
        rowKey={(row) => row.id}
        rowTestId={(row) => `nomination-row-${row.id}`}
        onOpen={(row) => navigate(`/nominations/${row.id}`)}
        empty={{ title: t('nomination.empty'), text: t('nomination.empty.text') }}
        columns={[
          {
            key: 'unit',
            title: t('nomination.unit'),
            phone: 'heading',
            show: (row) => (
              <Link className={filters.name} to={`/nominations/${row.id}`}>
                {row.unitName ?? '…'}
              </Link>
            ),
          },
          { key: 'award', title: t('nomination.award'), wrap: true, show: (row) => row.awardName },
          { key: 'season', title: t('nomination.season'), show: (row) => row.seasonName ?? '…' },
          {
            key: 'state',
            title: t('nomination.state'),
            show: (row) => <NominationState state={row.state} />,
          },
        ]}
      />
      {open && <NominateForm seasonId={seasonId} unitId={null} onClose={() => setOpen(false)} />}
    </>
  )
}
