import { useQueryClient } from '@tanstack/react-query'
import { App, Form, Input } from 'antd'
import { cluster, content, ifMatch } from '../api/client'
import type { Season } from '../api/types'
import { useI18n } from '../app/i18n'
import { FormDrawer } from '../ui/FormDrawer'
import { refresh } from './queries'

/** Opens or closes a season, with the reason kept. */
export function MoveSeason({
  season,
  way,
  onClose,
}: {
  season: Season
  way: 'opening' | 'closing'
  onClose(): void
}) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  return (
    <FormDrawer<{ reason: string }>
      title={t(`seasons.${way}`)}
      lead={
        <div>
          <strong>
            {season.clusterName}, {t('seasons.named', { name: season.name })}
          </strong>
          <p>{t(`seasons.${way}.text`)}</p>
        </div>
      }
      source={{ version: season.version, values: { reason: '' } }}
      saveLabel={t(`seasons.${way}`)}
      danger={way === 'closing'}
      onClose={onClose}
      send={async (typed, version, headers) => {
        await content(
          cluster.POST(`/api/v1/seasons/{id}/${way}`, {
            params: { path: { id: season.id } },
            body: { reason: typed.reason.trim() || null },
            headers: { ...headers, ...ifMatch(version ?? season.version) },
          }),
        )
        refresh(queries)
        message.success(t(`seasons.${way}.done`))
      }}
    >
      {() => (
        <Form.Item name="reason" label={t('form.reason')} extra={t(`seasons.${way}.help`)} rules={[]}>
          <Input.TextArea rows={3} maxLength={1000} data-testid="reason-input" />
        </Form.Item>
      )}
    </FormDrawer>
  )
}
