import { useQueryClient } from '@tanstack/react-query'
import { App, Form, Input } from 'antd'
import { cluster, content, ifMatch } from '../api/client'
import type { Mandate } from '../api/types'
import { useI18n } from '../app/i18n'
import { FormDrawer } from '../ui/FormDrawer'
import { useSentence } from './useSentence'

export function WithdrawMandate({ mandate, onClose }: { mandate: Mandate; onClose(): void }) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const sentence = useSentence()
  return (
    <FormDrawer<{ reason: string }>
      title={t('mandate.withdraw.title')}
      lead={
        <div>
          <strong>{mandate.personName ?? mandate.clientId}</strong>
          <p>{sentence(mandate)}</p>
          <p>{t('mandate.withdraw.text')}</p>
        </div>
      }
      source={{ values: { reason: '' }, version: mandate.version }}
      danger
      saveLabel={t('mandate.withdraw')}
      onClose={onClose}
      send={async (typed, version, headers) => {
        await content(
          cluster.POST('/api/v1/mandates/{id}/withdrawal', {
            params: { path: { id: mandate.id } },
            body: { reason: typed.reason.trim() },
            headers: { ...headers, ...ifMatch(version ?? mandate.version) },
          }),
        )
        queries.invalidateQueries({ queryKey: ['mandates'] })
        queries.invalidateQueries({ queryKey: ['me'] })
        message.success(t('mandate.withdrawn'))
      }}
    >
      {() => (
        <Form.Item
          name="reason"
          label={t('form.reason')}
          extra={t('form.reason.help')}
          rules={[{ required: true, whitespace: true, message: t('form.required') }]}
        >
          <Input.TextArea rows={3} maxLength={1000} data-testid="reason-input" />
        </Form.Item>
      )}
    </FormDrawer>
  )
}
