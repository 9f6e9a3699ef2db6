import { useQueryClient } from '@tanstack/react-query'
import { App, Form, Input } from 'antd'
import { cluster, content, ifMatch } from '../api/client'
import type { Council } from '../api/types'
import { useI18n } from '../app/i18n'
import { FormDrawer } from '../ui/FormDrawer'

export function WithdrawCouncil({ council, onClose }: { council: Council; onClose(): void }) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  return (
    <FormDrawer<{ reason: string }>
      title={t('councils.withdraw.title')}
      lead={
        <div>
          <strong>
            {council.unitName} · {council.decisionNumber}
          </strong>
          <p>{t('councils.withdraw.text')}</p>
        </div>
      }
      source={{ values: { reason: '' }, version: council.version }}
      danger
      saveLabel={t('councils.withdraw')}
      onClose={onClose}
      send={async (typed, version, headers) => {
        await content(
          cluster.POST('/api/v1/councils/{id}/withdrawal', {
            params: { path: { id: council.id } },
            body: { reason: typed.reason.trim() },
            headers: { ...headers, ...ifMatch(version ?? council.version) },
          }),
        )
        for (const changed of ['councils', 'mandates', 'me']) {
          queries.invalidateQueries({ queryKey: [changed] })
        }
        message.success(t('councils.withdrawn'))
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
