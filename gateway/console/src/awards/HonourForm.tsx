import { useQueryClient } from '@tanstack/react-query'
import { App, Form, Input, Select } from 'antd'
import { award, content } from '../api/client'
import { useI18n } from '../app/i18n'
import { DateField } from '../ui/DateField'
import { FormDrawer } from '../ui/FormDrawer'
import { type Named, UnitPicker } from '../ui/Picker'
import { SeasonPicker } from './SeasonPicker'
import type { HonourInput } from './types'

type Values = Omit<HonourInput, 'registerUnitId' | 'recipientUnitId'> & {
  registerUnitId: Named | null
  recipientUnitId: Named | null
}

/** An honour of the past, as its source states it: an empty field means "not stated", and no rule is run. */
export function HonourForm({ onClose }: { onClose(): void }) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const required = [{ required: true, message: t('form.required') }]
  const unstated = t('honours.unstated')
  return (
    <FormDrawer<Values>
      title={t('honours.record')}
      lead={<p>{t('honours.record.text')}</p>}
      source={{
        values: {
          registerUnitId: null,
          awardName: '',
          awardId: null,
          recipientUnitId: null,
          recipientText: '',
          givenBy: '',
          seasonId: null,
          givenOn: null,
          decisionNumber: null,
          decisionDate: null,
          provenance: 'IN_DOCUMENT',
          source: null,
        },
        version: null,
      }}
      onClose={onClose}
      send={async (typed, _, headers) => {
        await content(
          award.POST('/api/v1/honours', {
            body: {
              ...typed,
              registerUnitId: typed.registerUnitId?.id ?? '',
              recipientUnitId: typed.recipientUnitId?.id ?? null,
              decisionNumber: typed.decisionNumber?.trim() || null,
              source: typed.source?.trim() || null,
            },
            headers,
          }),
        )
        queries.invalidateQueries({ queryKey: ['honours'] })
        message.success(t('honours.recorded'))
      }}
    >
      {() => (
        <>
          <Form.Item name="registerUnitId" label={t('honours.register')} rules={required}>
            <UnitPicker testId="honour-register-picker" />
          </Form.Item>
          <Form.Item
            name="awardName"
            label={t('honours.award')}
            extra={t('honours.asPrinted')}
            rules={required}
          >
            <Input maxLength={300} data-testid="honour-award-input" />
          </Form.Item>
          <Form.Item
            name="recipientText"
            label={t('honours.recipient')}
            extra={t('honours.asPrinted')}
            rules={required}
          >
            <Input maxLength={500} data-testid="honour-recipient-input" />
          </Form.Item>
          <Form.Item name="recipientUnitId" label={t('honours.recipientUnit')}>
            <UnitPicker testId="honour-unit-picker" />
          </Form.Item>
          <Form.Item
            name="givenBy"
            label={t('honours.givenBy')}
            extra={t('honours.asPrinted')}
            rules={required}
          >
            <Input maxLength={300} data-testid="honour-given-by-input" />
          </Form.Item>
          <Form.Item name="seasonId" label={t('nomination.season')}>
            <SeasonPicker />
          </Form.Item>
          <Form.Item name="givenOn" label={t('honours.givenOn')}>
            <DateField placeholder={unstated} />
          </Form.Item>
          <Form.Item name="decisionNumber" label={t('honours.decision')}>
            <Input maxLength={60} placeholder={unstated} data-testid="honour-decision-input" />
          </Form.Item>
          <Form.Item name="decisionDate" label={t('honours.decisionDate')}>
            <DateField placeholder={unstated} />
          </Form.Item>
          <Form.Item name="provenance" label={t('honours.provenance')} rules={required}>
            <Select
              options={(['IN_DOCUMENT', 'NOT_IN_DOCUMENT', 'INVENTED'] as const).map((value) => ({
                value,
                label: t(`provenance.${value}`),
              }))}
            />
          </Form.Item>
          <Form.Item
            name="source"
            label={t('provenance.source')}
            dependencies={['provenance']}
            rules={[
              ({ getFieldValue }) => ({
                required: getFieldValue('provenance') === 'IN_DOCUMENT',
                message: t('form.required'),
              }),
            ]}
          >
            <Input.TextArea rows={2} maxLength={1000} data-testid="honour-source-input" />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
