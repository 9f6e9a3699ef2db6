import { PlusOutlined, SearchOutlined } from '@ant-design/icons'
import { App, Button, Input, Segmented, Select, Tag } from 'antd'
import { useEffect, useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { Unit, UnitKind, UnitLevel } from '../api/types'
import { Guarded } from '../app/Guarded'
import { useI18n } from '../app/i18n'
import { AsOf } from '../ui/AsOf'
import { DataTable } from '../ui/DataTable'
import { DateField } from '../ui/DateField'
import { PageHeader } from '../ui/PageHeader'
import { ReasonOfLock } from '../ui/ReasonOfLock'
import { rowsOf } from '../ui/rows'
import { useDebounced } from '../ui/useDebounced'
import { KINDS, LEVELS } from './kinds'
import { useUnit, useUnits } from './queries'
import { CreateUnit } from './UnitForms'
import styles from './Units.module.css'
import { UnitTree } from './UnitTree'

export function Units() {
  return (
    <Guarded ability="UNITS_READ">
      <Screen />
    </Guarded>
  )
}

function Screen() {
  const { t } = useI18n()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [params, setParams] = useSearchParams()
  const [creating, setCreating] = useState(false)
  const [side, setSide] = useState<'list' | 'tree'>('list')
  const [words, setWords] = useState(params.get('q') ?? '')
  const settled = useDebounced(words.trim())

  const set = (name: string, value: string | null | undefined) =>
    setParams(
      (old) => {
        if (value) old.set(name, value)
        else old.delete(name)
        return old
      },
      { replace: true },
    )
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the settled words move the address
  useEffect(() => set('q', settled), [settled])

  const asOf = params.get('asOf') ?? undefined
  const parentId = params.get('parentId') ?? undefined
  const parent = useUnit(parentId, asOf)
  const query = useUnits({
    q: settled || undefined,
    parentId,
    kind: (params.get('kind') as UnitKind | null) ?? undefined,
    level: (params.get('level') as UnitLevel | null) ?? undefined,
    asOf,
  })
  const address = (unit: Unit) => `/units/${unit.id}${asOf ? `?asOf=${asOf}` : ''}`

  return (
    <>
      <PageHeader
        title={t('units.title')}
        lead={t('units.lead')}
        actions={
          <>
            <ReasonOfLock ability="UNITS_WRITE">
              {(locked) => (
                <Button
                  disabled={locked}
                  onClick={() => navigate('/units/table')}
                  data-testid="unit-table-open"
                >
                  {t('unitTable.open')}
                </Button>
              )}
            </ReasonOfLock>
            <ReasonOfLock ability="UNITS_WRITE">
              {(locked) => (
                <Button
                  type="primary"
                  icon={<PlusOutlined />}
                  disabled={locked}
                  onClick={() => setCreating(true)}
                  data-testid="unit-create"
                >
                  {t('units.create')}
                </Button>
              )}
            </ReasonOfLock>
          </>
        }
      />
      <div className={styles.switch}>
        <Segmented
          block
          value={side}
          onChange={setSide}
          options={[
            { value: 'list', label: t('units.list') },
            { value: 'tree', label: t('units.tree') },
          ]}
        />
      </div>
      <div className={styles.layout} data-side={side}>
        <div className={styles.tree} data-testid="unit-tree">
          <h2 className={styles.heading}>{t('units.tree')}</h2>
          <UnitTree
            asOf={asOf}
            selected={parentId ?? null}
            onSelect={(id) => {
              set('parentId', id)
              setSide('list')
            }}
          />
        </div>
        <div className={styles.list}>
          <div className={styles.filters}>
            <Input
              className={styles.search}
              prefix={<SearchOutlined />}
              allowClear
              placeholder={t('units.search')}
              aria-label={t('units.search')}
              value={words}
              onChange={(event) => setWords(event.target.value)}
              data-testid="unit-search"
            />
            <Select<UnitKind>
              className={styles.filter}
              allowClear
              placeholder={t('unit.kind')}
              aria-label={t('unit.kind')}
              value={(params.get('kind') as UnitKind | null) ?? undefined}
              onChange={(value) => set('kind', value)}
              options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
              data-testid="unit-kind-filter"
            />
            <Select<UnitLevel>
              className={styles.filter}
              allowClear
              placeholder={t('unit.level')}
              aria-label={t('unit.level')}
              value={(params.get('level') as UnitLevel | null) ?? undefined}
              onChange={(value) => set('level', value)}
              options={LEVELS.map((value) => ({ value, label: t(`level.${value}`) }))}
              data-testid="unit-level-filter"
            />
            <div className={styles.filter}>
              <DateField
                value={asOf}
                onChange={(value) => set('asOf', value)}
                placeholder={t('asOf.label')}
                aria-label={t('asOf.label')}
                data-testid="unit-as-of"
              />
            </div>
          </div>
          {(parentId || asOf) && (
            <div className={styles.tags}>
              {asOf && <AsOf date={asOf} onClear={() => set('asOf', null)} />}
              {parentId && (
                <Tag closable onClose={() => set('parentId', null)} data-testid="unit-parent-tag">
                  {t('units.under', { name: parent.data?.name ?? '…' })}
                </Tag>
              )}
              {parent.data && <Link to={address(parent.data)}>{t('action.details')}</Link>}
            </div>
          )}
          <DataTable<Unit>
            label={t('units.title')}
            testId="unit-table"
            list={rowsOf(query)}
            rowKey={(unit) => unit.id}
            rowTestId={(unit) => `unit-row-${unit.code}`}
            onOpen={(unit) => navigate(address(unit))}
            empty={{ title: t('units.empty'), text: t('units.empty.text') }}
            columns={[
              {
                key: 'name',
                title: t('unit.name'),
                phone: 'heading',
                wrap: true,
                show: (unit) => (
                  <Link to={address(unit)} className={styles.name}>
                    {unit.name}
                  </Link>
                ),
              },
              {
                key: 'code',
                title: t('unit.code'),
                show: (unit) => <code className={styles.code}>{unit.code}</code>,
              },
              { key: 'kind', title: t('unit.kind'), show: (unit) => t(`kind.${unit.kind}`) },
              { key: 'level', title: t('unit.level'), show: (unit) => t(`level.${unit.level}`) },
              { key: 'parent', title: t('unit.parent'), wrap: true, show: (unit) => unit.parentName ?? '—' },
            ]}
          />
        </div>
      </div>
      {creating && (
        <CreateUnit
          parent={parent.data ?? null}
          onClose={() => setCreating(false)}
          onCreated={(unit) => {
            message.success(t('unit.created', { name: unit.name }))
            navigate(`/units/${unit.id}`)
          }}
        />
      )}
    </>
  )
}
