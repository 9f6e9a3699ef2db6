import { EditOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, InputNumber, Select, Tag } from 'antd'
import { useState } from 'react'
import { content, indicator } from '../api/client'
import { everyPage } from '../app/everyPage'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { LIVE } from '../app/queries'
import { Panel } from '../ui/Facts'
import { Failed } from '../ui/Failed'
import { FormDrawer } from '../ui/FormDrawer'
import { RoleLock } from '../ui/RoleLock'
import { DecideAmendment } from './DecideAmendment'
import type { SeasonRights } from './season'
import styles from './Targets.module.css'
import type { TargetIndicator } from './targets'
import type { Amendment, Member, Season, Target } from './types'

interface Props {
  season: Season
  units: Member[]
  indicators: TargetIndicator[]
  targets: Target[]
  rights: SeasonRights
  /** Why nobody may propose, if nobody may. */
  lock: string | null
}

const colours = { PROPOSED: 'processing', APPROVED: 'success', REFUSED: 'default' } as const

/** What became of frozen targets: who wanted what changed and why, and what was decided. */
export function Amendments(props: Props) {
  const { season, units, indicators, rights } = props
  const { t } = useI18n()
  const formats = useFormats()
  const [proposing, setProposing] = useState(false)
  const { data, error, refetch } = useQuery({
    queryKey: ['targets', 'amendments', season.id],
    queryFn: () =>
      everyPage((after) =>
        content(
          indicator.GET('/api/v1/targets/{seasonId}/amendments', {
            params: { path: { seasonId: season.id }, query: { after, limit: 200 } },
          }),
        ),
      ),
    ...LIVE,
  })
  const number = (value: number | null) => (value === null ? '—' : formats.number(value))
  const changed = (one: Amendment, field: 'assigned' | 'registered') =>
    one[field] !== one[`${field}Before`] && (
      <div>
        {t(`targets.${field}`)}: {number(one[`${field}Before`])} → <strong>{number(one[field])}</strong>
      </div>
    )
  return (
    <Panel
      title={t('amendments.title')}
      testId="amendments"
      aside={
        <RoleLock
          roles={['STANDING_OFFICER', 'ADMINISTRATOR', 'UNIT_OFFICER', 'UNIT_LEADER']}
          because={props.lock}
        >
          {(locked) => (
            <Button
              icon={<EditOutlined />}
              disabled={locked}
              onClick={() => setProposing(true)}
              data-testid="amendment-propose"
            >
              {t('amendments.propose')}
            </Button>
          )}
        </RoleLock>
      }
    >
      {error && !data ? (
        <Failed failure={error} retry={() => refetch()} />
      ) : data?.length === 0 ? (
        <p className={styles.quiet}>{t('amendments.none')}</p>
      ) : (
        <ul className={styles.amendments}>
          {data?.map((one) => (
            <li key={one.id} data-testid={`amendment-${one.status}`}>
              <div>
                <strong>{units.find((unit) => unit.unitId === one.unitId)?.unitName ?? '…'}</strong>
                <div>{indicators.find((other) => other.id === one.indicatorId)?.name ?? '…'}</div>
                {changed(one, 'assigned')}
                {changed(one, 'registered')}
              </div>
              <div>
                <Tag color={colours[one.status]}>{t(`amendments.status.${one.status}`)}</Tag>
                <span className={styles.quiet}>{formats.instant(one.decidedAt ?? one.proposedAt)}</span>
                <p>{t('amendments.because', { reason: one.reason })}</p>
                {one.refusedBecause && (
                  <p>{t('amendments.refusedBecause', { reason: one.refusedBecause })}</p>
                )}
              </div>
              {one.status === 'PROPOSED' && <DecideAmendment amendment={one} rights={rights} />}
            </li>
          ))}
        </ul>
      )}
      {proposing && <Propose {...props} onClose={() => setProposing(false)} />}
    </Panel>
  )
}

interface Values {
  unitId: string | null
  indicatorId: string | null
  assigned: number | null
  registered: number | null
  reason: string
}

function Propose({ season, units, indicators, targets, rights, onClose }: Props & { onClose(): void }) {
  const { t } = useI18n()
  const formats = useFormats()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const required = [{ required: true, message: t('form.required') }]
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
          reason: '',
        },
      }}
      onClose={onClose}
      send={async (typed, _, headers) => {
        await content(
          indicator.POST('/api/v1/targets/{seasonId}/amendments', {
            params: { path: { seasonId: season.id } },
            body: {
              unitId: typed.unitId ?? '',
              indicatorId: typed.indicatorId ?? '',
              assigned: typed.assigned,
              registered: typed.registered,
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
          form.setFieldsValue({ assigned: now?.assigned ?? null, registered: now?.registered ?? null })
        }
        const amount = (field: 'assigned' | 'registered', disabled: boolean) => (
          <Form.Item name={field} label={t(`targets.${field}`)}>
            <InputNumber<number>
              disabled={disabled}
              decimalSeparator={formats.number(1.5).slice(1, 2)}
              className={styles.amount}
              data-testid={`amendment-${field}`}
            />
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
            {amount('assigned', !rights.whole)}
            {amount('registered', false)}
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
