import { PlusOutlined } from '@ant-design/icons'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { cluster, content } from '../api/client'
import type { Council, Page } from '../api/types'
import { Guarded } from '../app/Guarded'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { firstPage, LIVE, nextPage } from '../app/queries'
import { DataTable } from '../ui/DataTable'
import { DateField } from '../ui/DateField'
import filters from '../ui/Filters.module.css'
import { PageHeader } from '../ui/PageHeader'
import { type Named, UnitPicker } from '../ui/Picker'
import { ReasonOfLock } from '../ui/ReasonOfLock'
import { rowsOf } from '../ui/rows'
import { ComposeCouncil } from './ComposeCouncil'
import styles from './Councils.module.css'
import { WithdrawCouncil } from './WithdrawCouncil'

export function Councils() {
  return (
    <Guarded ability="COUNCILS_READ">
      <Screen />
    </Guarded>
  )
}

/** The seats in the order of the decision; who may not act today is told apart. */
function Seats({ council }: { council: Council }) {
  const { t } = useI18n()
  return (
    <ul className={styles.seats}>
      {council.seats.map((seat) => (
        <li key={seat.personId}>
          <span className={styles.office}>{t(`councils.office.${seat.office}`)}</span>
          <span>
            <strong>{seat.personName ?? t('councils.erased')}</strong>
            {seat.position && <span className={styles.position}> · {seat.position}</span>}
            {council.inForce && !seat.entrusted && (
              <Tag color="warning" className={styles.tag}>
                {t('councils.notEntrusted')}
              </Tag>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Screen() {
  const { t } = useI18n()
  const formats = useFormats()
  const [unit, setUnit] = useState<Named | null>(null)
  const [day, setDay] = useState<string | null>(null)
  const [composing, setComposing] = useState(false)
  const [withdrawing, setWithdrawing] = useState<Council | null>(null)
  const query = { unitId: unit?.id, on: day ?? undefined }
  const list = rowsOf(
    useInfiniteQuery({
      queryKey: ['councils', query],
      queryFn: ({ pageParam }) =>
        content<Page<Council>>(
          cluster.GET('/api/v1/councils', {
            params: { query: { ...query, after: pageParam ?? undefined, limit: 50 } },
          }),
        ),
      initialPageParam: firstPage,
      getNextPageParam: nextPage,
      ...LIVE,
    }),
  )
  return (
    <>
      <PageHeader
        title={t('councils.title')}
        lead={t('councils.lead')}
        actions={
          <ReasonOfLock ability="MANDATES_WRITE">
            {(locked) => (
              <Button
                type="primary"
                icon={<PlusOutlined />}
                disabled={locked}
                onClick={() => setComposing(true)}
                data-testid="council-compose"
              >
                {t('councils.compose')}
              </Button>
            )}
          </ReasonOfLock>
        }
      />
      <div className={filters.bar}>
        <div className={filters.wide}>
          <UnitPicker
            value={unit}
            onChange={setUnit}
            placeholder={t('councils.unit')}
            label={t('councils.unit')}
            testId="council-unit-filter"
          />
        </div>
        <div className={filters.narrow}>
          <DateField
            value={day}
            onChange={setDay}
            placeholder={t('councils.on')}
            aria-label={t('councils.on')}
            data-testid="council-on"
          />
        </div>
      </div>
      <DataTable<Council>
        label={t('councils.title')}
        testId="council-table"
        list={list}
        rowKey={(council) => council.id}
        rowTestId={(council) => `council-row-${council.id}`}
        empty={{ title: t('councils.empty') }}
        columns={[
          {
            key: 'unit',
            title: t('councils.unit'),
            phone: 'heading',
            wrap: true,
            show: (council) => (
              <>
                <strong>{council.unitName}</strong>
                <div>
                  {t('councils.decision', {
                    number: council.decisionNumber,
                    date: formats.date(council.decidedOn),
                  })}
                </div>
              </>
            ),
          },
          {
            key: 'days',
            title: t('councils.days'),
            show: (council) => (
              <>
                {formats.date(council.from)} – {council.to ? formats.date(council.to) : '…'}{' '}
                {council.inForce && <Tag color="success">{t('councils.inForce')}</Tag>}
              </>
            ),
          },
          {
            key: 'seats',
            title: t('councils.seats'),
            wrap: true,
            show: (council) => <Seats council={council} />,
          },
          {
            key: 'actions',
            title: '',
            align: 'right',
            show: (council) =>
              council.newest && (
                <ReasonOfLock ability="MANDATES_WRITE">
                  {(locked) => (
                    <Button
                      type="text"
                      danger
                      disabled={locked}
                      onClick={() => setWithdrawing(council)}
                      data-testid="council-withdraw"
                    >
                      {t('councils.withdraw')}
                    </Button>
                  )}
                </ReasonOfLock>
              ),
          },
        ]}
      />
      {composing && <ComposeCouncil onClose={() => setComposing(false)} />}
      {withdrawing && <WithdrawCouncil council={withdrawing} onClose={() => setWithdrawing(null)} />}
    </>
  )
}
