import { useQueryClient } from '@tanstack/react-query'
import { Checkbox, Form, Input, InputNumber, Radio } from 'antd'
import { award, content } from '../api/client'
import { useI18n } from '../app/i18n'
import { today } from '../app/i18n/dates'
import { DateField } from '../ui/DateField'
import { FormDrawer } from '../ui/FormDrawer'
import { type Named, UnitPicker } from '../ui/Picker'
import { useUnitName } from '../ui/UnitName'
import styles from './Awards.module.css'
import type { Nomination, OpinionInput } from './types'

type Values = Omit<OpinionInput, 'councilUnitId'> & { councilUnitId: Named | null }

/** The council's minutes as data. Only here may it depart from election and ranking, and then with its reason. */
export function OpinionForm({ nomination, onClose }: { nomination: Nomination; onClose(): void }) {
  const { t } = useI18n()
  const queries = useQueryClient()
  const council = useUnitName(nomination.organiserId)
  const required = [{ required: true, message: t('form.required') }]
  const isCandidate = nomination.eligibility?.candidate === 'CANDIDATE'
  if (!council) return null
  const counts = [
    ['eligible', 1],
    ['present', 0],
    ['votesFor', 0],
    ['votesAgainst', 0],
  ] as const
  return (
    <FormDrawer<Values>
      title={t('opinion.record')}
      lead={<p>{t('opinion.record.text')}</p>}
      source={{
        values: {
          councilUnitId: { id: nomination.organiserId, name: council },
          heldOn: today(),
          minutesNumber: '',
          eligible: undefined as never,
          present: undefined as never,
          votesFor: undefined as never,
          votesAgainst: undefined as never,
          conclusion: 'AGREE',
          departsFromCandidates: !isCandidate,
          reason: null,
        },
        version: nomination.version,
      }}
      onClose={onClose}
      send={async (typed, _, headers) => {
        await content(
          award.POST('/api/v1/nominations/{id}/opinions', {
            params: { path: { id: nomination.id } },
            body: {
              ...typed,
              councilUnitId: typed.councilUnitId?.id ?? '',
              reason: typed.reason?.trim() || null,
            },
            headers,
          }),
        )
        queries.invalidateQueries({ queryKey: ['nominations'] })
      }}
    >
      {(form) => (
        <>
          <Form.Item name="councilUnitId" label={t('opinion.council')} rules={required}>
            <UnitPicker testId="opinion-council" />
          </Form.Item>
          <Form.Item name="heldOn" label={t('opinion.heldOn')} rules={required}>
            <DateField data-testid="opinion-held-on" />
          </Form.Item>
          <Form.Item name="minutesNumber" label={t('opinion.minutes')} rules={required}>
            <Input maxLength={60} data-testid="opinion-minutes" />
          </Form.Item>
          <div className={styles.counts}>
            {counts.map(([name, min]) => (
              <Form.Item key={name} name={name} label={t(`opinion.${name}`)} rules={required}>
                <InputNumber min={min} max={1000} precision={0} data-testid={`opinion-${name}`} />
              </Form.Item>
            ))}
          </div>
          <Form.Item name="conclusion" label={t('opinion.conclusion')} rules={required}>
            <Radio.Group
              options={(['AGREE', 'DISAGREE'] as const).map((value) => ({
                value,
                label: t(`opinion.${value}`),
              }))}
              data-testid="opinion-conclusion-input"
            />
          </Form.Item>
          <Form.Item name="departsFromCandidates" valuePropName="checked" extra={t('opinion.departs.help')}>
            <Checkbox data-testid="opinion-departs">{t('opinion.departs')}</Checkbox>
          </Form.Item>
          <Form.Item noStyle dependencies={['departsFromCandidates', 'conclusion']}>
            {() => {
              const needed = form.getFieldValue('departsFromCandidates') === true
              return (
                <Form.Item
                  name="reason"
                  label={t('form.reason')}
                  rules={[{ required: needed, whitespace: true, message: t('form.required') }]}
                >
                  <Input.TextArea rows={3} maxLength={1000} data-testid="reason-input" />
                </Form.Item>
              )
            }}
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
