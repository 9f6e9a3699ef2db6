import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { award as api, content, ifMatch } from '../api/client'
import { useI18n } from '../app/i18n'
import { today } from '../app/i18n/dates'
import { DateField } from '../ui/DateField'
import { FormDrawer, type Source } from '../ui/FormDrawer'
import { type Named, UnitPicker } from '../ui/Picker'
import styles from './Awards.module.css'
import type { Award, AwardRule, Condition } from './types'

type Values = Omit<AwardRule, 'unitId'> & { unitId: Named | null }

const TYPES: Condition['type'][] = [
  'LEADER_OF_CLUSTER',
  'RANK_AT_MOST',
  'TARGETS_EXCEEDED',
  'NOT_UNDER_DISCIPLINE',
  'HELD_BEFORE',
  'DECLARED',
]

const LINEAGES = ['RENAME', 'MERGE', 'SPLIT', 'TRANSFER'] as const

function valuesOf(award: Award | null): Source<Values> {
  if (!award) {
    return {
      values: {
        unitId: null,
        code: '',
        name: '',
        kind: 'TITLE',
        level: 'PROVINCE',
        subject: 'COLLECTIVE',
        decidedBy: '',
        standard: [],
        effectiveFrom: today(),
        effectiveTo: null,
        source: '',
        verified: false,
      },
      version: null,
    }
  }
  const { id: _, version, unitId, ...rest } = award
  return { values: { ...rest, unitId: { id: unitId, name: '…' } }, version }
}

/** Only what the type of condition needs is sent; what another type left in the form is dropped. */
export function tidy(condition: Condition): Condition {
  const { type } = condition
  return {
    type,
    rank: type === 'RANK_AT_MOST' ? condition.rank : null,
    awardCode: type === 'HELD_BEFORE' ? condition.awardCode : null,
    times: type === 'HELD_BEFORE' ? condition.times : null,
    lineages: type === 'HELD_BEFORE' && condition.lineages?.length ? condition.lineages : null,
    text: type === 'DECLARED' ? condition.text : null,
  }
}

export function RuleForm({ award, onClose }: { award: Award | null; onClose(): void }) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const required = [{ required: true, message: t('form.required') }]
  const options = <V extends string>(values: readonly V[], label: (value: V) => string) =>
    values.map((value) => ({ value, label: label(value) }))
  return (
    <FormDrawer<Values>
      title={award ? t('rules.edit') : t('rules.create')}
      source={valuesOf(award)}
      onClose={onClose}
      reload={
        award
          ? async () =>
              valuesOf(await content(api.GET('/api/v1/awards/{id}', { params: { path: { id: award.id } } })))
          : undefined
      }
      send={async (typed, version, headers) => {
        const body = {
          ...typed,
          unitId: typed.unitId?.id ?? '',
          standard: typed.standard.map(tidy),
          effectiveTo: typed.effectiveTo ?? null,
        }
        await content(
          award
            ? api.PUT('/api/v1/awards/{id}', {
                params: { path: { id: award.id } },
                body,
                headers: ifMatch(version ?? award.version),
              })
            : api.POST('/api/v1/awards', { body, headers }),
        )
        queries.invalidateQueries({ queryKey: ['awards'] })
        message.success(t('rules.saved', { name: typed.name }))
      }}
    >
      {(form) => (
        <>
          <Form.Item name="unitId" label={t('rules.unit')} rules={required}>
            <UnitPicker testId="rule-unit-picker" />
          </Form.Item>
          <Form.Item name="code" label={t('unit.code')} rules={required} extra={t('unit.code.help')}>
            <Input disabled={award !== null} data-testid="rule-code-input" />
          </Form.Item>
          <Form.Item name="name" label={t('rules.name')} rules={required}>
            <Input maxLength={300} data-testid="rule-name-input" />
          </Form.Item>
          <Form.Item name="kind" label={t('rules.kind')} rules={required}>
            <Select options={options(['TITLE', 'FORM'] as const, (v) => t(`award.kind.${v}`))} />
          </Form.Item>
          <Form.Item name="level" label={t('rules.level')} rules={required}>
            <Select
              options={options(['STATE', 'PROVINCE', 'GRASSROOTS'] as const, (v) => t(`award.level.${v}`))}
            />
          </Form.Item>
          <Form.Item name="subject" label={t('rules.subject')} rules={required}>
            <Select
              options={options(['COLLECTIVE', 'INDIVIDUAL', 'HOUSEHOLD'] as const, (v) =>
                t(`award.subject.${v}`),
              )}
            />
          </Form.Item>
          <Form.Item name="decidedBy" label={t('rules.decidedBy')} rules={required}>
            <Input maxLength={200} data-testid="rule-decided-by" />
          </Form.Item>
          <Form.List name="standard">
            {(fields, { add, remove }) => (
              <fieldset className={styles.conditions}>
                <legend>{t('rules.standard')}</legend>
                {fields.map((field) => (
                  <div key={field.key} className={styles.condition}>
                    <Form.Item name={[field.name, 'type']} rules={required} noStyle>
                      <Select
                        aria-label={t('rules.condition')}
                        options={options(TYPES, (v) => t(`condition.type.${v}`))}
                      />
                    </Form.Item>
                    <Form.Item noStyle shouldUpdate>
                      {() => {
                        const type = form.getFieldValue(['standard', field.name, 'type'])
                        return (
                          <>
                            {type === 'RANK_AT_MOST' && (
                              <Form.Item name={[field.name, 'rank']} rules={required} noStyle>
                                <InputNumber min={1} max={1000} aria-label={t('condition.rank')} />
                              </Form.Item>
                            )}
                            {type === 'HELD_BEFORE' && (
                              <>
                                <Form.Item name={[field.name, 'awardCode']} rules={required} noStyle>
                                  <Input placeholder={t('condition.awardCode')} maxLength={35} />
                                </Form.Item>
                                <Form.Item name={[field.name, 'times']} rules={required} noStyle>
                                  <InputNumber min={1} max={100} aria-label={t('condition.times')} />
                                </Form.Item>
                                <Form.Item name={[field.name, 'lineages']} noStyle>
                                  <Select
                                    mode="multiple"
                                    allowClear
                                    aria-label={t('condition.lineages')}
                                    placeholder={t('condition.lineages')}
                                    options={options(LINEAGES, (v) => t(`lineage.kind.${v}`))}
                                    data-testid={`condition-lineages-${field.name}`}
                                  />
                                </Form.Item>
                                <p className={styles.quiet}>{t('condition.lineages.help')}</p>
                              </>
                            )}
                            {type === 'DECLARED' && (
                              <Form.Item name={[field.name, 'text']} rules={required} noStyle>
                                <Input.TextArea rows={2} maxLength={1000} placeholder={t('condition.text')} />
                              </Form.Item>
                            )}
                          </>
                        )
                      }}
                    </Form.Item>
                    <Button
                      type="text"
                      icon={<DeleteOutlined />}
                      aria-label={t('rules.condition.remove')}
                      onClick={() => remove(field.name)}
                    />
                  </div>
                ))}
                <Button icon={<PlusOutlined />} onClick={() => add({ type: 'LEADER_OF_CLUSTER' })}>
                  {t('rules.condition.add')}
                </Button>
              </fieldset>
            )}
          </Form.List>
          <Form.Item name="effectiveFrom" label={t('unit.validFrom')} rules={required}>
            <DateField data-testid="rule-from" />
          </Form.Item>
          <Form.Item name="effectiveTo" label={t('unit.validTo')}>
            <DateField placeholder={t('mandate.openEnd')} />
          </Form.Item>
          <Form.Item name="source" label={t('rules.source')} extra={t('rules.source.help')} rules={required}>
            <Input.TextArea rows={3} maxLength={1000} data-testid="rule-source-input" />
          </Form.Item>
          <Form.Item name="verified" valuePropName="checked">
            <Checkbox data-testid="rule-verified">{t('rules.verified.check')}</Checkbox>
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
