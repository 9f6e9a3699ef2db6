import { PlusOutlined, SearchOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import { useEffect, useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { Movement } from '../api/types'
import { Guarded } from '../app/Guarded'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import styles from '../clusters/Clusters.module.css'
import { MOVEMENT_KINDS, MOVEMENT_LEVELS } from '../clusters/kinds'
import { DataTable } from '../ui/DataTable'
import filters from '../ui/Filters.module.css'
import { PageHeader } from '../ui/PageHeader'
import { NotStated } from '../ui/Provenance'
import { ReasonOfLock } from '../ui/ReasonOfLock'
import { rowsOf } from '../ui/rows'
import { UnitFilter } from '../ui/UnitFilter'
import { useDebounced } from '../ui/useDebounced'
import { STATES } from './kinds'
import { MovementForm } from './MovementForm'
import { MovementState } from './MovementState'
import { MovementStatistics } from './MovementStatistics'
import { useMovementList } from './queries'

export function MovementList() {
  return (
    <Guarded ability="CLUSTERS_READ">
      <Screen />
    </Guarded>
  )
}

function Screen() {
  const { t } = useI18n()
  const navigate = useNavigate()
  const [params, setParams] = useSearchParams()
  const [launching, setLaunching] = useState(false)
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

  const kind = MOVEMENT_KINDS.find((one) => one === params.get('kind'))
  const level = MOVEMENT_LEVELS.find((one) => one === params.get('level'))
  const state = STATES.find((one) => one === params.get('state'))
  const unitId = params.get('unitId') ?? undefined
  const list = rowsOf(useMovementList({ q: settled || undefined, kind, level, state, unitId }))
  return (
    <>
      <PageHeader
        title={t('movements.title')}
        lead={t('movements.lead')}
        actions={
          <ReasonOfLock ability="MOVEMENTS_WRITE">
            {(locked) => (
              <Button
                type="primary"
                icon={<PlusOutlined />}
                disabled={locked}
                onClick={() => setLaunching(true)}
                data-testid="movement-launch"
              >
                {t('movements.launch')}
              </Button>
            )}
          </ReasonOfLock>
        }
      />
      <div className={filters.bar}>
        <Input
          className={filters.search}
          prefix={<SearchOutlined />}
          allowClear
          placeholder={t('movements.search')}
          aria-label={t('movements.search')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          data-testid="movement-search"
        />
        <div className={filters.wide}>
          <UnitFilter
            id={unitId ?? null}
            label={t('movements.by')}
            testId="movement-unit-filter"
            onChange={(id) => set('unitId', id)}
          />
        </div>
        <Select<Movement['kind']>
          className={filters.narrow}
          allowClear
          placeholder={t('movements.kind')}
          aria-label={t('movements.kind')}
          value={kind}
          onChange={(value) => set('kind', value)}
          options={MOVEMENT_KINDS.map((value) => ({ value, label: t(`movements.kind.${value}`) }))}
          data-testid="movement-kind-filter"
        />
        <Select<Movement['level']>
          className={filters.narrow}
          allowClear
          placeholder={t('movements.level')}
          aria-label={t('movements.level')}
          value={level}
          onChange={(value) => set('level', value)}
          options={MOVEMENT_LEVELS.map((value) => ({ value, label: t(`movements.level.${value}`) }))}
          data-testid="movement-level-filter"
        />
        <Select<Movement['state']>
          className={filters.narrow}
          allowClear
          placeholder={t('movements.state')}
          aria-label={t('movements.state')}
          value={state}
          onChange={(value) => set('state', value)}
          options={STATES.map((value) => ({ value, label: t(`movements.state.${value}`) }))}
          data-testid="movement-state-filter"
        />
      </div>
      <div className={styles.stack}>
        <DataTable<Movement>
          label={t('movements.title')}
          testId="movement-list"
          list={list}
          rowKey={(movement) => movement.id}
          rowTestId={(movement) => `movement-row-${movement.id}`}
          onOpen={(movement) => navigate(`/movements/${movement.id}`)}
          empty={{ title: t('movements.empty') }}
          columns={useColumns()}
        />
        <MovementStatistics unitId={unitId} />
      </div>
      {launching && (
        <MovementForm onClose={() => setLaunching(false)} onSaved={(id) => navigate(`/movements/${id}`)} />
      )}
    </>
  )
}

function useColumns() {
  const { t } = useI18n()
  const formats = useFormats()
  return [
    {
      key: 'name',
      title: t('movements.name'),
      phone: 'heading' as const,
      wrap: true,
      show: (movement: Movement) => (
        <Link to={`/movements/${movement.id}`} className={filters.name}>
          {movement.name}
        </Link>
      ),
    },
    {
      key: 'by',
      title: t('movements.by'),
      wrap: true,
      show: (movement: Movement) => movement.launchedByUnitName,
    },
    {
      key: 'level',
      title: t('movements.level'),
      show: (movement: Movement) => t(`movements.level.${movement.level}`),
    },
    {
      key: 'kind',
      title: t('movements.kind'),
      show: (movement: Movement) => t(`movements.kind.${movement.kind}`),
    },
    {
      key: 'to',
      title: t('movements.plannedTo'),
      show: (movement: Movement) => (movement.plannedTo ? formats.date(movement.plannedTo) : <NotStated />),
    },
    {
      key: 'joined',
      title: t('movements.joined'),
      align: 'right' as const,
      show: (movement: Movement) => formats.number(movement.joined),
    },
    {
      key: 'state',
      title: t('movements.state'),
      show: (movement: Movement) => <MovementState state={movement.state} />,
    },
  ]
}
