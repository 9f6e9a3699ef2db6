import { useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { content, ifMatch, indicator } from '../api/client'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { useHolds } from '../app/useHolds'
import { FormDrawer } from '../ui/FormDrawer'
import { Lock } from '../ui/ReasonOfLock'
import styles from './Consolidation.module.css'
import type { ConsolidatedRow } from './consolidationQueries'

/** How far the cluster's number fulfils what the cluster as a whole registered. */
export function ClusterPlanOf({ row }: { row: ConsolidatedRow }) {
  const { t } = useI18n()
  const formats = useFormats()
  const { plan } = row
  const target = plan.registered ?? plan.assigned
  const year = plan.yearRegistered ?? plan.yearAssigned
  if (target === null) return <span className={styles.quiet}>{t('consolidation.plan.none')}</span>
  return (
    <>
      {plan.percent === null ? (
        plan.none && <span className={styles.quiet}>{t(`percent.none.${plan.none}`)}</span>
      ) : (
        <strong data-testid={`consolidated-${row.code}-percent`}>
          {formats.percent(Math.round(plan.percent * 100) / 100)}
        </strong>
      )}
      <div className={styles.quiet}>{t('consolidation.plan.of', { value: formats.number(target) })}</div>
      {plan.inPart && year !== null && (
        <div className={styles.quiet}>{t('consolidation.plan.ofYear', { value: formats.number(year) })}</div>
      )}
      {plan.reason && (
        <div className={styles.quiet}>{t('consolidation.plan.changed', { reason: plan.reason })}</div>
      )}
    </>
  )
}

type Part = 'H1' | 'M9'
type Numbers = { assigned: number | null; registered: number | null }

const PARTS: Part[] = ['H1', 'M9']
const FIELDS: (keyof Numbers)[] = ['registered', 'assigned']

interface Values {
  assigned: number | null
  registered: number | null
  lastYear: number | null
  /** What of the year's numbers is to be reached by then. */
  portions: Record<Part, Partial<Numbers>>
  /** Asked for only where something is registered already. */
  reason?: string
}

/** The cluster's own target of an indicator, and how it is registered. */
export function ClusterPlan({ seasonId, row }: { seasonId: string; row: ConsolidatedRow }) {
  const { t } = useI18n()
  const formats = useFormats()
  const holds = useHolds()
  const queries = useQueryClient()
  const [open, setOpen] = useState(false)
  const { plan } = row
  const portionOf = (kind: Part): Partial<Numbers> =>
    plan.portions.find(({ periodKind }) => periodKind === kind) ?? {}
  const may = holds('STANDING_OFFICER', 'ADMINISTRATOR', 'UNIT_OFFICER', 'UNIT_LEADER')
  const labels = {
    assigned: t('consolidation.plan.assigned'),
    registered: t('consolidation.plan.registered'),
    lastYear: t('consolidation.plan.lastYear'),
    reason: t('consolidation.plan.reason'),
  }
  return (
    <div className={styles.rule}>
      <span>{t('consolidation.plan')}</span>
      <div>
        <ClusterPlanOf row={row} />
      </div>
      <Lock reason={may ? undefined : t('consolidation.plan.lock')}>
        {(locked) => (
          <Button disabled={locked} onClick={() => setOpen(true)} data-testid="cluster-plan">
            {t('consolidation.plan.register')}
          </Button>
        )}
      </Lock>
      {open && (
        <FormDrawer<Values>
          title={`${t('consolidation.plan.register')}: ${row.name}`}
          source={{
            version: plan.version,
            values: {
              assigned: plan.yearAssigned,
              registered: plan.yearRegistered,
              lastYear: plan.lastYear,
              portions: { H1: portionOf('H1'), M9: portionOf('M9') },
              reason: '',
            },
          }}
          labels={labels}
          onClose={() => setOpen(false)}
          send={async (typed, version) => {
            await content(
              indicator.PUT('/api/v1/targets/{seasonId}/cluster/{indicatorId}', {
                params: { path: { seasonId, indicatorId: row.indicatorId } },
                body: {
                  assigned: typed.assigned,
                  registered: typed.registered,
                  lastYear: typed.lastYear,
                  portions: PARTS.map((periodKind) => ({
                    periodKind,
                    assigned: typed.portions[periodKind].assigned ?? null,
                    registered: typed.portions[periodKind].registered ?? null,
                  })),
                  reason: typed.reason?.trim() || null,
                },
                headers: ifMatch(version ?? 0),
              }),
            )
            queries.invalidateQueries({ queryKey: ['reports', 'consolidation'] })
          }}
        >
          {() => (
            <>
              {(['registered', 'assigned', 'lastYear'] as const).map((name) => (
                <Form.Item key={name} name={name} label={`${labels[name]} (${row.unitOfMeasure})`}>
                  <InputNumber<number>
                    className={styles.amount}
                    decimalSeparator={formats.number(1.5).slice(1, 2)}
                    data-testid={`cluster-plan-${name}`}
                  />
                </Form.Item>
              ))}
              <details
                className={styles.portions}
                data-testid="cluster-plan-portions"
                open={plan.portions.length > 0}
              >
                <summary>{t('targets.more.portions')}</summary>
                <p className={styles.quiet}>{t('targets.more.portions.hint')}</p>
                {PARTS.flatMap((kind) =>
                  FIELDS.map((field) => (
                    <Form.Item
                      key={`${kind}-${field}`}
                      name={['portions', kind, field]}
                      label={`${t(`period.${kind}`)}, ${labels[field]} (${row.unitOfMeasure})`}
                    >
                      <InputNumber<number>
                        className={styles.amount}
                        decimalSeparator={formats.number(1.5).slice(1, 2)}
                        data-testid={`cluster-plan-${kind}-${field}`}
                      />
                    </Form.Item>
                  )),
                )}
              </details>
              {plan.version > 0 && (
                <Form.Item
                  name="reason"
                  label={labels.reason}
                  rules={[{ required: true, whitespace: true, message: t('form.required') }]}
                >
                  <Input.TextArea rows={3} maxLength={1000} data-testid="cluster-plan-reason" />
                </Form.Item>
              )}
            </>
          )}
        </FormDrawer>
      )}
    </div>
  )
}
