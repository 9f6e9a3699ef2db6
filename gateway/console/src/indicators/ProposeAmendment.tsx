import { useQueryClient } from '@tanstack/react-query'
import { App, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { content, indicator } from '../api/client'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { FormDrawer } from '../ui/FormDrawer'
import { AnswerChoice } from './AnswerChoice'
import { isAnswered } from './answers'
import type { SeasonRights } from './season'
import styles from './Targets.module.css'
import type { TargetIndicator } from './targets'
import type { Member, Season, Target } from './types'

interface Props {
  season: Season
  units: Member[]
  indicators: TargetIndicator[]
  targets: Target[]
  rights: SeasonRights
  onClose(): void
}

interface Values {
  unitId: string | null
  indicatorId: string | null
  assigned: number | null
  registered: number | null
  portions: Record<Part, Partial<Numbers>>
  /** Names, one a line. */
  items: string
  reason: string
}

type Part = 'H1' | 'M9'
type Numbers = { assigned: number | null; registered: number | null }

const PARTS: Part[] = ['H1', 'M9']
const FIELDS: (keyof Numbers)[] = ['assigned', 'registered']
const NOTHING = { H1: {}, M9: {} }

/** The numbers of each part of the year. */
function portionsOf(target: Target | undefined): Values['portions'] {
  const of = (kind: Part): Partial<Numbers> =>
    target?.portions.find(({ periodKind }) => periodKind === kind) ?? {}
  return { H1: of('H1'), M9: of('M9') }
}

/** It is more than the year's two numbers. */
const hasMore = (target: Target | undefined) =>
  target !== undefined && (target.portions.length > 0 || target.items.length > 0)

const named = (items: string) =>
  items
    .split('\n')
    .map((name) => name.trim())
    .filter(Boolean)

/** Says what a frozen target shall be, with the reason. */
export function ProposeAmendment({ season, units, indicators, targets, rights, onClose }: Props) {
  const { t } = useI18n()
  const formats = useFormats()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const required = [{ required: true, message: t('form.required') }]
  const [chosen, setChosen] = useState<Target>()
  const [of, setOf] = useState<string | null>(null)
  const mine = units.filter((unit) => rights.whole || rights.own(unit.unitId))
  return (
    <FormDrawer<Values>
      title={t('amendments.propose')}
      lead={<p>{t('amendments.propose.text')}</p>}
      source={{
        version: null,
        values: {
          unitId: mine.length === 1 ? (mine[0]?.unitId ?? null) : null,
          indicatorId: null,
          assigned: null,
          registered: null,
          portions: NOTHING,
          items: '',
          reason: '',
        },
      }}
      saveLabel={t('amendments.send')}
      onClose={onClose}
      send={async (typed, _, headers) => {
        await content(
          indicator.POST('/api/v1/targets/{seasonId}/amendments', {
            params: { path: { seasonId: season.id } },
            body: {
              unitId: typed.unitId ?? '',
              indicatorId: typed.indicatorId ?? '',
              assigned: typed.assigned,
              // How many names are on a list is what is registered.
              registered: named(typed.items).length || typed.registered,
              portions: PARTS.map((periodKind) => ({
                periodKind,
                assigned: typed.portions[periodKind].assigned ?? null,
                registered: typed.portions[periodKind].registered ?? null,
              })),
              items: named(typed.items),
              reason: typed.reason.trim(),
            },
            headers,
          }),
        )
        queries.invalidateQueries({ queryKey: ['targets'] })
        message.success(t('amendments.proposed'))
      }}
    >
      {(form) => {
        // Begins from what the target says now, so that what is not touched stays.
        const begin = () => {
          const { unitId, indicatorId } = form.getFieldsValue(true) as Values
          const now = targets.find((one) => one.unitId === unitId && one.indicatorId === indicatorId)
          setChosen(now)
          setOf(indicatorId)
          form.setFieldsValue({
            assigned: now?.assigned ?? null,
            registered: now?.registered ?? null,
            portions: portionsOf(now),
            items: now?.items.join('\n') ?? '',
          })
        }
        const one = indicators.find(({ id }) => id === of)
        const answered = one && isAnswered(one) ? one : undefined
        const amount = (name: string | string[], field: keyof Numbers, kind?: Part) => (
          <Form.Item
            key={`${kind}${field}`}
            name={name}
            label={[kind && t(`period.${kind}`), t(`targets.${field}`)].filter(Boolean).join(', ')}
          >
            {answered ? (
              <AnswerChoice
                of={answered}
                disabled={field === 'assigned' && !rights.whole}
                className={styles.amount}
                data-testid={['amendment', kind, field].filter(Boolean).join('-')}
              />
            ) : (
              <InputNumber<number>
                disabled={field === 'assigned' && !rights.whole}
                decimalSeparator={formats.number(1.5).slice(1, 2)}
                suffix={chosen?.unitOfMeasure}
                className={styles.amount}
                data-testid={['amendment', kind, field].filter(Boolean).join('-')}
              />
            )}
          </Form.Item>
        )
        return (
          <>
            <Form.Item name="unitId" label={t('targets.unit')} rules={required}>
              <Select
                showSearch={{ optionFilterProp: 'label' }}
                options={mine.map((unit) => ({ value: unit.unitId, label: unit.unitName }))}
                onChange={begin}
                data-testid="amendment-unit"
              />
            </Form.Item>
            <Form.Item name="indicatorId" label={t('targets.indicator')} rules={required}>
              <Select
                showSearch={{ optionFilterProp: 'label' }}
                options={indicators.map((one) => ({
                  value: one.id,
                  label: `${one.code} · ${one.name} (${one.unitOfMeasure})`,
                }))}
                onChange={begin}
                data-testid="amendment-indicator"
              />
            </Form.Item>
            <div className={styles.two}>
              {amount('assigned', 'assigned')}
              {amount('registered', 'registered')}
            </div>
            <details className={styles.further} open={hasMore(chosen)} data-testid="amendment-further">
              <summary>{t('amendments.further')}</summary>
              <div className={styles.two}>
                {PARTS.flatMap((kind) =>
                  FIELDS.map((field) => amount(['portions', kind, field], field, kind)),
                )}
              </div>
              <Form.Item name="items" label={t('targets.more.items')} extra={t('amendments.items.hint')}>
                <Input.TextArea rows={3} data-testid="amendment-items" />
              </Form.Item>
            </details>
            <Form.Item
              name="reason"
              label={t('form.reason')}
              rules={[{ required: true, whitespace: true, message: t('form.required') }]}
            >
              <Input.TextArea rows={3} maxLength={1000} data-testid="reason-input" />
            </Form.Item>
          </>
        )
      }}
    </FormDrawer>
  )
}
