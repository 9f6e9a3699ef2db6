import { PlusOutlined, SearchOutlined } from '@ant-design/icons'
import { App, Button, Input, Select, Tag } from 'antd'
import { useEffect, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import type { Exemplar } from '../api/types'
import { useI18n } from '../app/i18n'
import { today } from '../app/i18n/dates'
import filters from '../ui/Filters.module.css'
import { PageHeader } from '../ui/PageHeader'
import { ReasonOfLock } from '../ui/ReasonOfLock'
import { rowsOf } from '../ui/rows'
import { UnitFilter } from '../ui/UnitFilter'
import { useDebounced } from '../ui/useDebounced'
import { ExemplarForm } from './ExemplarForm'
import { Gallery } from './Gallery'
import { STATES, SUBJECTS } from './kinds'
import { useExemplars, useMovement } from './queries'

/** For everybody who is logged in; what is not published yet comes only to those who may act for its unit. */
export function Exemplars() {
  const { t } = useI18n()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [params, setParams] = useSearchParams()
  const [proposing, setProposing] = useState(false)
  const [words, setWords] = useState(params.get('q') ?? '')
  const settled = useDebounced(words.trim())
  const movementId = params.get('movementId')
  const movement = useMovement(movementId)

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

  const year = Number(params.get('year')) || undefined
  const query = useExemplars({
    q: settled || undefined,
    state: STATES.find((one) => one === params.get('state')),
    subject: SUBJECTS.find((one) => one === params.get('subject')),
    unitId: params.get('unitId') ?? undefined,
    movementId: movementId ?? undefined,
    year,
  })
  return (
    <>
      <PageHeader
        title={t('exemplars.title')}
        lead={t('exemplars.lead')}
        actions={
          <ReasonOfLock ability="EXEMPLARS_WRITE">
            {(locked) => (
              <Button
                type="primary"
                icon={<PlusOutlined />}
                disabled={locked}
                onClick={() => setProposing(true)}
                data-testid="exemplar-propose"
              >
                {t('exemplars.propose')}
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
          placeholder={t('exemplars.search')}
          aria-label={t('exemplars.search')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          data-testid="exemplar-search"
        />
        <div className={filters.wide}>
          <UnitFilter
            id={params.get('unitId')}
            label={t('exemplars.unit.filter')}
            testId="exemplar-unit-filter"
            onChange={(id) => set('unitId', id)}
          />
        </div>
        <Select<Exemplar['state']>
          className={filters.narrow}
          allowClear
          placeholder={t('exemplars.state')}
          aria-label={t('exemplars.state')}
          value={STATES.find((one) => one === params.get('state'))}
          onChange={(value) => set('state', value)}
          options={STATES.map((value) => ({ value, label: t(`exemplars.state.${value}`) }))}
          data-testid="exemplar-state-filter"
        />
        <Select<Exemplar['subject']>
          className={filters.narrow}
          allowClear
          placeholder={t('exemplars.subject')}
          aria-label={t('exemplars.subject')}
          value={SUBJECTS.find((one) => one === params.get('subject'))}
          onChange={(value) => set('subject', value)}
          options={SUBJECTS.map((value) => ({ value, label: t(`exemplars.subject.${value}`) }))}
          data-testid="exemplar-subject-filter"
        />
        <Select<number>
          className={filters.narrow}
          allowClear
          placeholder={t('exemplars.year')}
          aria-label={t('exemplars.year')}
          value={year}
          onChange={(value) => set('year', value ? String(value) : null)}
          options={lastYears().map((value) => ({ value, label: String(value) }))}
          data-testid="exemplar-year-filter"
        />
      </div>
      {movementId && (
        <p className={filters.bar}>
          <Tag closable onClose={() => set('movementId', null)} data-testid="exemplar-movement-filter">
            {t('exemplars.movement.filter', { name: movement.data?.name ?? '…' })}
          </Tag>
        </p>
      )}
      <Gallery list={rowsOf(query)} />
      {proposing && (
        <ExemplarForm
          exemplar={null}
          onClose={() => setProposing(false)}
          onSaved={(made) => {
            message.success(t('exemplars.proposed'))
            navigate(`/exemplars/${made.id}`)
          }}
        />
      )}
    </>
  )
}

/** This year and the nine before it. */
function lastYears(): number[] {
  const now = Number(today().slice(0, 4))
  return Array.from({ length: 10 }, (_, i) => now - i)
}
