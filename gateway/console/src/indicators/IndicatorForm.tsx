import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { content, ifMatch, indicator as service } from '../api/client'
import { useI18n } from '../app/i18n'
import { FormDrawer, type Source } from '../ui/FormDrawer'
import rows from '../ui/FormRows.module.css'
import { type Named, UnitPicker } from '../ui/Picker'
import { useUnitName } from '../ui/UnitName'
import type { CatalogueIndicator } from './types'
import { isWhole } from './valueKinds'

interface Values {
  unitId: Named | null
  code: string
  name: string
  unitOfMeasure: string
  valueKind: CatalogueIndicator['valueKind']
  direction: CatalogueIndicator['direction']
  decimals: number
  evidenceRequired: boolean
  units: { name: string; numerator: number; denominator: number }[]
  formula: string
  levels: string
  sourceUnit: Named | null
  statisticsCode: string
}

const KINDS = ['QUANTITY', 'PERCENT', 'RATIO', 'COUNT', 'YES_NO', 'LEVEL', 'DAYS_LATE'] as const
const DIRECTIONS = ['RAISE', 'REACH', 'REDUCE', 'KEEP', 'WITHIN'] as const

/** The levels as they are typed, one in a line. */
const levelsIn = (text: string) =>
  text
    .split('\n')
    .map((name) => name.trim())
    .filter(Boolean)

function valuesOf(one: CatalogueIndicator | null, source: Named | null): Source<Values> {
  return {
    version: one?.version ?? null,
    values: {
      unitId: null,
      code: one?.code ?? '',
      name: one?.name ?? '',
      unitOfMeasure: one?.unitOfMeasure ?? '',
      valueKind: one?.valueKind ?? 'QUANTITY',
      direction: one?.direction ?? 'RAISE',
      decimals: one?.decimals ?? 2,
      evidenceRequired: one?.evidenceRequired ?? false,
      units: one?.units ?? [],
      formula: one?.formula ?? '',
      levels: one?.levels.join('\n') ?? '',
      sourceUnit: source,
      statisticsCode: one?.source.statisticsCode ?? '',
    },
  }
}

/** An indicator: what its numbers are, in which units they are typed, and how it is computed if nobody reports it. */
export function IndicatorForm(props: { indicator: CatalogueIndicator | null; onClose(): void }) {
  const { indicator, onClose } = props
  const sourceId = indicator?.source.unitId ?? undefined
  const sourceName = useUnitName(sourceId)
  const source = sourceId ? { id: sourceId, name: sourceName ?? '…' } : null
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const words = [{ required: true, whitespace: true, message: t('form.required') }]
  const chosen = [{ required: true, message: t('form.required') }]
  return (
    <FormDrawer<Values>
      key={sourceName ?? ''}
      title={indicator ? indicator.name : t('catalogue.new')}
      source={valuesOf(indicator, source)}
      onClose={onClose}
      labels={{
        name: t('report.indicator'),
        unitOfMeasure: t('report.unitOfMeasure'),
        units: t('catalogue.units'),
        formula: t('catalogue.formula'),
        levels: t('catalogue.levels'),
        source: t('catalogue.source'),
        statisticsCode: t('catalogue.statisticsCode'),
      }}
      reload={
        indicator
          ? async () =>
              valuesOf(
                await content(
                  service.GET('/api/v1/indicators/{id}', { params: { path: { id: indicator.id } } }),
                ),
                source,
              )
          : undefined
      }
      send={async ({ unitId, code, levels, sourceUnit, statisticsCode, ...typed }, version, headers) => {
        const body = {
          ...typed,
          decimals: isWhole(typed.valueKind) ? 0 : (typed.decimals ?? 2),
          units: typed.units ?? [],
          formula: typed.formula ?? '',
          levels: typed.valueKind === 'LEVEL' ? levelsIn(levels) : [],
          source: { unitId: sourceUnit?.id ?? null, statisticsCode: statisticsCode.trim() || null },
        }
        await content(
          indicator
            ? service.PUT('/api/v1/indicators/{id}', {
                params: { path: { id: indicator.id } },
                body,
                headers: ifMatch(version ?? indicator.version),
              })
            : service.POST('/api/v1/indicators', {
                body: { ...body, unitId: unitId?.id ?? '', code: code.trim() },
                headers,
              }),
        )
        queries.invalidateQueries({ queryKey: ['indicators'] })
        message.success(t('catalogue.saved'))
      }}
    >
      {() => (
        <>
          {!indicator && (
            <>
              <Form.Item name="unitId" label={t('catalogue.owner')} rules={chosen}>
                <UnitPicker testId="indicator-unit" />
              </Form.Item>
              <Form.Item
                name="code"
                label={t('catalogue.code')}
                rules={words}
                extra={t('catalogue.code.hint')}
              >
                <Input maxLength={35} data-testid="indicator-code" />
              </Form.Item>
            </>
          )}
          <Form.Item name="name" label={t('report.indicator')} rules={words}>
            <Input.TextArea rows={2} maxLength={500} data-testid="indicator-name" />
          </Form.Item>
          <Form.Item name="valueKind" label={t('catalogue.kind')}>
            <Select
              options={KINDS.map((value) => ({ value, label: t(`catalogue.kind.${value}`) }))}
              data-testid="indicator-kind"
            />
          </Form.Item>
          <Form.Item noStyle shouldUpdate>
            {({ getFieldValue }) =>
              getFieldValue('valueKind') === 'LEVEL' && (
                <Form.Item
                  name="levels"
                  label={t('catalogue.levels')}
                  extra={t('catalogue.levels.hint')}
                  rules={words}
                >
                  <Input.TextArea
                    rows={4}
                    placeholder={t('catalogue.levels.example')}
                    data-testid="indicator-levels"
                  />
                </Form.Item>
              )
            }
          </Form.Item>
          <Form.Item name="direction" label={t('catalogue.direction')}>
            <Select
              options={DIRECTIONS.map((value) => ({ value, label: t(`catalogue.direction.${value}`) }))}
              data-testid="indicator-direction"
            />
          </Form.Item>
          <Form.Item noStyle shouldUpdate>
            {({ getFieldValue }) =>
              !isWhole(getFieldValue('valueKind')) && (
                <Form.Item name="decimals" label={t('catalogue.decimals')}>
                  <InputNumber min={0} max={6} precision={0} data-testid="indicator-decimals" />
                </Form.Item>
              )
            }
          </Form.Item>
          <Form.Item name="evidenceRequired" valuePropName="checked">
            <Checkbox data-testid="indicator-evidence">{t('catalogue.evidence')}</Checkbox>
          </Form.Item>
          <Form.Item name="unitOfMeasure" label={t('report.unitOfMeasure')} rules={words}>
            <Input maxLength={50} data-testid="indicator-measure" />
          </Form.Item>
          <Form.Item noStyle shouldUpdate>
            {({ getFieldValue }) => <Units own={getFieldValue('unitOfMeasure') as string} />}
          </Form.Item>
          <Form.Item name="sourceUnit" label={t('catalogue.source')} extra={t('catalogue.source.hint')}>
            <UnitPicker testId="indicator-source" />
          </Form.Item>
          <Form.Item
            name="statisticsCode"
            label={t('catalogue.statisticsCode')}
            extra={t('catalogue.statisticsCode.hint')}
          >
            <Input maxLength={50} data-testid="indicator-statistics" />
          </Form.Item>
          <Form.Item name="formula" label={t('catalogue.formula')} extra={t('catalogue.formula.hint')}>
            <Input.TextArea
              rows={2}
              maxLength={500}
              placeholder="[A.1] ÷ [A.2] × 100"
              data-testid="indicator-formula"
            />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}

/** Further units: so many of one are so many of the indicator's own. */
function Units({ own }: { own: string }) {
  const { t } = useI18n()
  const needed = [{ required: true, message: t('form.required') }]
  return (
    <fieldset className={rows.rows}>
      <legend>{t('catalogue.units')}</legend>
      <Form.List name="units">
        {(fields, { add, remove }) => (
          <>
            {fields.map((field) => (
              <div key={field.key} className={rows.row}>
                <Form.Item name={[field.name, 'denominator']} rules={needed}>
                  <InputNumber
                    min={0}
                    aria-label={t('catalogue.units.denominator')}
                    data-testid={`indicator-unit-denominator-${field.name}`}
                  />
                </Form.Item>
                <Form.Item name={[field.name, 'name']} rules={needed} className={rows.grows}>
                  <Input
                    maxLength={50}
                    placeholder={t('catalogue.units.name')}
                    aria-label={t('catalogue.units.name')}
                    data-testid={`indicator-unit-name-${field.name}`}
                  />
                </Form.Item>
                <span>=</span>
                <Form.Item name={[field.name, 'numerator']} rules={needed} extra={own}>
                  <InputNumber
                    min={0}
                    aria-label={t('catalogue.units.numerator', { own })}
                    data-testid={`indicator-unit-numerator-${field.name}`}
                  />
                </Form.Item>
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t('catalogue.units.remove')}
                  onClick={() => remove(field.name)}
                />
              </div>
            ))}
            <Button
              type="dashed"
              block
              icon={<PlusOutlined />}
              onClick={() => add({ name: '', numerator: 1, denominator: 1 })}
              data-testid="indicator-unit-add"
            >
              {t('catalogue.units.add')}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}
