import { useQueryClient } from '@tanstack/react-query'
import { Form, Input } from 'antd'
import { award, content } from '../api/client'
import { useI18n } from '../app/i18n'
import { FormDrawer } from '../ui/FormDrawer'
import type { Nomination } from './types'

export function RefuseForm({ nomination, onClose }: { nomination: Nomination; onClose(): void }) {
  const { t } = useI18n()
  const queries = useQueryClient()
  return (
    <FormDrawer<{ reason: string }>
      title={t('nomination.refuse')}
      lead={<p>{t('nomination.refuse.text', { unit: nomination.unitName ?? '…' })}</p>}
      source={{ values: { reason: '' }, version: nomination.version }}
      danger
      saveLabel={t('nomination.refuse')}
      onClose={onClose}
      send={async (typed, _, headers) => {
        await content(
          award.POST('/api/v1/nominations/{id}/refusal', {
            params: { path: { id: nomination.id } },
            body: { reason: typed.reason.trim() },
            headers,
          }),
        )
        queries.invalidateQueries({ queryKey: ['nominations'] })
      }}
    >
      {() => (
        <Form.Item
          name="reason"
          label={t('form.reason')}
          rules={[{ required: true, whitespace: true, message: t('form.required') }]}
        >
          <Input.TextArea rows={3} maxLength={1000} data-testid="reason-input" />
        </Form.Item>
      )}
    </FormDrawer>
  )
}
