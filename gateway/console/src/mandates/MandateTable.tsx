import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Mandate } from '../api/types'
import { useI18n } from '../app/i18n'
import { today } from '../app/i18n/dates'
import { useFormats } from '../app/i18n/useFormats'
import { DataTable } from '../ui/DataTable'
import filters from '../ui/Filters.module.css'
import { ReasonOfLock } from '../ui/ReasonOfLock'
import { rowsOf } from '../ui/rows'
import { MandateStateTag } from './MandateStateTag'
import { type MandateFilter, useMandates } from './queries'
import { mandateState } from './state'
import { WithdrawMandate } from './WithdrawMandate'

export function MandateTable({ filter }: { filter: MandateFilter }) {
  const { t } = useI18n()
  const formats = useFormats()
  const query = useMandates(filter)
  const [withdrawing, setWithdrawing] = useState<Mandate | null>(null)
  return (
    <>
      <DataTable<Mandate>
        label={t('mandates.title')}
        testId="mandate-table"
        list={rowsOf(query)}
        rowKey={(mandate) => mandate.id}
        rowTestId={(mandate) => `mandate-row-${mandate.id}`}
        empty={{ title: t('mandates.empty'), text: t('mandates.empty.text') }}
        columns={[
          {
            key: 'holder',
            title: t('mandate.holder'),
            phone: 'heading',
            show: (mandate) =>
              mandate.personId ? (
                <Link to={`/people/${mandate.personId}`} className={filters.name}>
                  {mandate.personName ?? t('person.erased')}
                </Link>
              ) : (
                <code>{mandate.clientId}</code>
              ),
          },
          { key: 'role', title: t('mandate.role'), wrap: true, show: (mandate) => t(`role.${mandate.role}`) },
          {
            key: 'unit',
            title: t('mandate.unit'),
            wrap: true,
            show: (mandate) => (
              <span className={filters.pair}>
                <Link to={`/units/${mandate.unitId}`}>{mandate.unitName}</Link>
                <span className={filters.small}>{t(`scope.${mandate.scope}`)}</span>
              </span>
            ),
          },
          {
            key: 'dates',
            title: t('mandate.validFrom'),
            show: (mandate) => (
              <span className={filters.pair}>
                {formats.date(mandate.validFrom)}
                <span className={filters.small}>
                  {mandate.validTo ? `→ ${formats.date(mandate.validTo)}` : t('mandate.openEnd')}
                </span>
              </span>
            ),
          },
          {
            key: 'state',
            title: t('mandate.state'),
            show: (mandate) => <MandateStateTag mandate={mandate} />,
          },
          {
            key: 'action',
            title: t('mandate.action'),
            align: 'right',
            wrap: true,
            show: (mandate) => {
              const state = mandateState(mandate, today())
              if (state === 'ended' || state === 'withdrawn') return mandate.reason
              return (
                <ReasonOfLock ability="MANDATES_WRITE">
                  {(locked) => (
                    <Button
                      size="small"
                      type="text"
                      danger
                      disabled={locked}
                      onClick={() => setWithdrawing(mandate)}
                      data-testid="mandate-withdraw"
                    >
                      {t('mandate.withdraw')}
                    </Button>
                  )}
                </ReasonOfLock>
              )
            },
          },
        ]}
      />
      {withdrawing && <WithdrawMandate mandate={withdrawing} onClose={() => setWithdrawing(null)} />}
    </>
  )
}
