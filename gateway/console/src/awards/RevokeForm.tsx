import { useQueryClient } from '@tanstack/react-query'
import { Form, Input, Radio } from 'antd'
import { award, content } from '../api/client'
import { useI18n } from '../app/i18n'
import { today } from '../app/i18n/dates'
import { DateField } from '../ui/DateField'
import { FormDrawer } from '../ui/FormDrawer'

const GROUNDS = ['FRAUD', 'FALSE_PAPERS', 'AGAINST_PROCEDURE', 'STANDARD_BROKEN'] as const

interface Values {
  ground: (typeof GROUNDS)[number] | null
  decisionNumber: string
  decidedOn: string
  reason: string
}

/** The authority takes a document back, by a decision of its own; the public check says so from then on. */
export function RevokeForm({ id, recipient, onClose }: { id: string; recipient: string; onClose(): void }) {
  const { t } = useI18n()
  const queries = useQueryClient()
  const required = [{ required: true, whitespace: true, message: t('form.required') }]
  return (
    <FormDrawer<Values>
      title={t('document.revoke')}
      lead={<p>{t('document.revoke.text', { unit: recipient })}</p>}
      source={{ values: { ground: null, decisionNumber: '', decidedOn: today(), reason: '' }, version: null }}
      danger
      saveLabel={t('document.revoke')}
      onClose={onClose}
      send={async ({ ground, decisionNumber, decidedOn, reason }, _, headers) => {
        if (!ground) return
        await content(
          award.POST('/api/v1/award-documents/{id}/revocation', {
            params: { path: { id } },
            body: { ground, decisionNumber: decisionNumber.trim(), decidedOn, reason: reason.trim() },
            headers,
          }),
        )
        queries.invalidateQueries({ queryKey: ['award-documents'] })
      }}
    >
      {() => (
        <>
          <Form.Item
            name="ground"
            label={t('document.ground')}
            rules={[{ required: true, message: t('form.required') }]}
          >
            <Radio.Group
              vertical
              options={GROUNDS.map((value) => ({
                value,
                label: <span data-testid={`ground-${value}`}>{t(`document.ground.${value}`)}</span>,
              }))}
            />
          </Form.Item>
          <Form.Item name="decisionNumber" label={t('document.revoke.number')} rules={required}>
            <Input maxLength={60} placeholder="123/QĐ-UBND" data-testid="revocation-number" />
          </Form.Item>
          <Form.Item name="decidedOn" label={t('decision.decidedOn')} rules={required}>
            <DateField data-testid="revocation-decided-on" />
          </Form.Item>
          <Form.Item name="reason" label={t('form.reason')} rules={required}>
            <Input.TextArea rows={4} maxLength={1000} data-testid="reason-input" />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
