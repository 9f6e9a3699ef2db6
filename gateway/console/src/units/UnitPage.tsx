import { EditOutlined } from '@ant-design/icons'
import { App, Button, Skeleton, Tabs } from 'antd'
import { useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import type { Unit } from '../api/types'
import { Guarded } from '../app/Guarded'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { useSession } from '../app/session'
import { UnitHonours } from '../awards/UnitHonours'
import { AuditTrail } from '../history/AuditTrail'
import { UnitSeries } from '../indicators/UnitSeries'
import { AsOf } from '../ui/AsOf'
import { Facts, Panel } from '../ui/Facts'
import { Failed } from '../ui/Failed'
import { PageHeader } from '../ui/PageHeader'
import { ReasonOfLock } from '../ui/ReasonOfLock'
import { ForeignCodes } from './ForeignCodes'
import { useUnit } from './queries'
import { ChangeUnit } from './UnitForms'
import { UnitLineage } from './UnitLineage'
import { UnitStates } from './UnitStates'
import { WhereKnown } from './WhereKnown'

export function UnitPage() {
  const { id = '' } = useParams()
  return (
    <Guarded ability="UNITS_READ">
      <Screen key={id} id={id} />
    </Guarded>
  )
}

function Screen({ id }: { id: string }) {
  const { t } = useI18n()
  const { may } = useSession()
  const { message } = App.useApp()
  const [params, setParams] = useSearchParams()
  const [editing, setEditing] = useState<Unit | null>(null)
  const asOf = params.get('asOf') ?? undefined
  const tab = params.get('tab') ?? 'info'
  const { data: unit, error, refetch } = useUnit(id, asOf)
  const set = (name: string, value: string | null) =>
    setParams(
      (old) => {
        if (value) old.set(name, value)
        else old.delete(name)
        return old
      },
      { replace: true },
    )
  if (!unit) {
    return error ? (
      <Panel>
        <Failed failure={error} retry={() => refetch()} />
      </Panel>
    ) : (
      <Skeleton active />
    )
  }
  return (
    <>
      <PageHeader
        above={<Link to="/units">{t('nav.units')}</Link>}
        title={unit.name}
        lead={
          <>
            {t(`kind.${unit.kind}`)} · {t(`level.${unit.level}`)} · <code>{unit.code}</code>{' '}
            {asOf && <AsOf date={asOf} onClear={() => set('asOf', null)} />}
          </>
        }
        actions={
          <ReasonOfLock ability="UNITS_WRITE" because={asOf ? t('asOf.locked') : undefined}>
            {(locked) => (
              <Button
                type="primary"
                icon={<EditOutlined />}
                disabled={locked}
                onClick={() => setEditing(unit)}
                data-testid="unit-edit"
              >
                {t('unit.edit')}
              </Button>
            )}
          </ReasonOfLock>
        }
      />
      <Tabs
        tabBarGutter={18}
        activeKey={tab}
        onChange={(key) => set('tab', key === 'info' ? null : key)}
        items={[
          { key: 'info', label: t('unit.tab.info'), children: <Info unit={unit} /> },
          {
            key: 'states',
            label: <span data-testid="unit-tab-states">{t('unit.tab.states')}</span>,
            children: <UnitStates id={id} />,
          },
          {
            key: 'lineage',
            label: <span data-testid="unit-tab-lineage">{t('unit.tab.lineage')}</span>,
            children: <UnitLineage unit={unit} asOf={asOf} />,
          },
          {
            key: 'series',
            label: <span data-testid="unit-tab-series">{t('unit.tab.series')}</span>,
            children: <UnitSeries unitId={id} />,
          },
          {
            key: 'honours',
            label: <span data-testid="unit-tab-honours">{t('honours.ofUnit')}</span>,
            children: <UnitHonours id={id} />,
          },
          {
            key: 'codes',
            label: <span data-testid="unit-tab-codes">{t('unit.tab.codes')}</span>,
            children: <ForeignCodes unit={unit} />,
          },
          {
            key: 'known',
            label: <span data-testid="unit-tab-known">{t('unit.tab.known')}</span>,
            children: <WhereKnown id={id} version={unit.version} />,
          },
          ...(may('AUDIT_READ')
            ? [
                {
                  key: 'audit',
                  label: <span data-testid="unit-tab-audit">{t('unit.tab.audit')}</span>,
                  children: <AuditTrail service="cluster" aggregateId={id} />,
                },
              ]
            : []),
        ]}
      />
      {editing && (
        <ChangeUnit
          unit={editing}
          newest={unit.version}
          onClose={() => setEditing(null)}
          onChanged={(changed) => message.success(t('unit.changed', { name: changed.name }))}
        />
      )}
    </>
  )
}

function Info({ unit }: { unit: Unit }) {
  const { t } = useI18n()
  const formats = useFormats()
  return (
    <Panel testId="unit-info">
      <Facts
        items={[
          { label: t('unit.name'), value: unit.name, testId: 'unit-name' },
          { label: t('unit.shortName'), value: unit.shortName },
          { label: t('unit.nameEn'), value: unit.nameEn },
          { label: t('unit.formalName'), value: unit.formalName },
          { label: t('unit.code'), value: unit.code },
          { label: t('unit.agencyCode'), value: unit.agencyCode, testId: 'unit-agency-code' },
          { label: t('unit.budgetCode'), value: unit.budgetCode },
          { label: t('unit.kind'), value: t(`kind.${unit.kind}`) },
          { label: t('unit.level'), value: t(`level.${unit.level}`) },
          { label: t('unit.address'), value: unit.address },
          { label: t('unit.phone'), value: unit.phone },
          { label: t('unit.email'), value: unit.email },
          {
            label: t('unit.parent'),
            value: unit.parentId && <Link to={`/units/${unit.parentId}`}>{unit.parentName}</Link>,
            testId: 'unit-parent',
          },
          { label: t('unit.validFrom'), value: formats.date(unit.validFrom) },
          {
            label: t('unit.validTo'),
            value: unit.validTo ? formats.date(unit.validTo) : t('mandate.openEnd'),
          },
          { label: t('unit.version'), value: formats.number(unit.version), testId: 'unit-version' },
          {
            label: t('unit.children'),
            value: <Link to={`/units?parentId=${unit.id}`}>{t('action.details')}</Link>,
          },
        ]}
      />
    </Panel>
  )
}
