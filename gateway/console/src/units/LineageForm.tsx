import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { cluster, content } from '../api/client'
import type { Lineage, LineageRecord, Unit } from '../api/types'
import { useI18n } from '../app/i18n'
import { today } from '../app/i18n/dates'
import { type Origin, OriginFields, OWN, originOf } from '../clusters/OriginFields'
import { DateField } from '../ui/DateField'
import { FormDrawer } from '../ui/FormDrawer'
import rows from '../ui/FormRows.module.css'
import { type Named, UnitPicker } from '../ui/Picker'

const KINDS: Lineage['kind'][] = ['RENAME', 'MERGE', 'SPLIT', 'TRANSFER', 'DISSOLVE']

interface Typed extends Origin {
  kind: Lineage['kind']
  effectiveFrom: string
  decision: string | null
  predecessors: (Named | null)[]
  successors: (Named | null)[]
}

const ids = (units: (Named | null)[]) => units.flatMap((unit) => (unit ? [unit.id] : []))

/** Records how units came out of others on a day. */
export function LineageForm({ unit, onClose }: { unit: Unit; onClose(): void }) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const required = [{ required: true, message: t('form.required') }]
  const values: Typed = {
    kind: 'MERGE',
    effectiveFrom: unit.validTo ? dayjs(unit.validTo).add(1, 'day').format('YYYY-MM-DD') : today(),
    decision: null,
    predecessors: [{ id: unit.id, name: unit.name }],
    successors: [null],
    ...OWN,
  }
  return (
    <FormDrawer<Typed>
      title={t('lineage.record.title')}
      lead={<p>{t('lineage.record.text')}</p>}
      source={{ version: null, values }}
      onClose={onClose}
      send={async (typed, _, headers) => {
        const body: LineageRecord = {
          kind: typed.kind,
          effectiveFrom: typed.effectiveFrom,
          decision: typed.decision?.trim() || null,
          predecessors: ids(typed.predecessors),
          successors: typed.kind === 'DISSOLVE' ? [] : ids(typed.successors),
          ...originOf(typed),
        }
        await content(cluster.POST('/api/v1/lineages', { body, headers }))
        queries.invalidateQueries({ queryKey: ['units'] })
        message.success(t('lineage.recorded'))
      }}
    >
      {() => (
        <>
          <Form.Item name="kind" label={t('lineage.kind')} rules={required}>
            <Select
              options={KINDS.map((value) => ({ value, label: t(`lineage.kind.${value}`) }))}
              optionRender={({ data }) => <span data-testid={`option-${data.value}`}>{data.label}</span>}
              data-testid="lineage-kind-input"
            />
          </Form.Item>
          <Form.Item name="effectiveFrom" label={t('lineage.effectiveFrom')} rules={required}>
            <DateField data-testid="lineage-effective-from" />
          </Form.Item>
          <Form.Item name="decision" label={t('lineage.decision.label')}>
            <Input maxLength={500} data-testid="lineage-decision-input" />
          </Form.Item>
          <Form.Item noStyle dependencies={['effectiveFrom', 'kind']}>
            {({ getFieldValue }) => {
              const day: string | null = getFieldValue('effectiveFrom')
              const before = day ? dayjs(day).subtract(1, 'day').format('YYYY-MM-DD') : undefined
              return (
                <>
                  <Side name="predecessors" label={t('lineage.predecessors')} asOf={before} />
                  {getFieldValue('kind') !== 'DISSOLVE' && (
                    <Side name="successors" label={t('lineage.successors')} asOf={day ?? undefined} />
                  )}
                </>
              )
            }}
          </Form.Item>
          <OriginFields />
        </>
      )}
    </FormDrawer>
  )
}

interface SideProps {
  name: 'predecessors' | 'successors'
  label: string
  /** The day on which the units of this side are there. */
  asOf?: string
}

function Side({ name, label, asOf }: SideProps) {
  const { t } = useI18n()
  return (
    <fieldset className={rows.rows} data-testid={`lineage-${name}`}>
      <legend>{label}</legend>
      <Form.List name={name}>
        {(fields, { add, remove }) => (
          <>
            {fields.map((field) => (
              <div key={field.key} className={rows.row}>
                <Form.Item
                  name={field.name}
                  noStyle
                  rules={[{ required: true, message: t('form.required') }]}
                >
                  <UnitPicker asOf={asOf} label={label} testId={`lineage-${name}-${field.name}`} />
                </Form.Item>
                {fields.length > 1 && (
                  <Button
                    type="text"
                    icon={<DeleteOutlined />}
                    aria-label={t('lineage.side.remove')}
                    onClick={() => remove(field.name)}
                  />
                )}
              </div>
            ))}
            <Button
              type="dashed"
              block
              icon={<PlusOutlined />}
              onClick={() => add(null)}
              data-testid={`lineage-${name}-add`}
            >
              {t('lineage.side.add')}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}
