import { useQueryClient } from '@tanstack/react-query'
import { Form, Input } from 'antd'
import { award, content, ifMatch } from '../api/client'
import { useI18n } from '../app/i18n'
import { FormDrawer, type Source } from '../ui/FormDrawer'
import { getNomination } from './queries'
import type { Nomination } from './types'

interface Values {
  achievements: string
  citation: string | null
}

const valuesOf = ({ achievements, citation, version }: Nomination): Source<Values> => ({
  values: { achievements, citation },
  version,
})

export function RewriteForm({ nomination, onClose }: { nomination: Nomination; onClose(): void }) {
  const { t } = useI18n()
  const queries = useQueryClient()
  return (
    <FormDrawer<Values>
      title={t('nomination.edit')}
      source={valuesOf(nomination)}
      onClose={onClose}
      reload={async () => valuesOf(await getNomination(nomination.id))}
      labels={{ achievements: t('nomination.achievements'), citation: t('nomination.citation') }}
      send={async (typed, version) => {
        await content(
          award.PUT('/api/v1/nominations/{id}', {
            params: { path: { id: nomination.id } },
            body: { achievements: typed.achievements.trim(), citation: typed.citation?.trim() || null },
            headers: ifMatch(version ?? nomination.version),
          }),
        )
        queries.invalidateQueries({ queryKey: ['nominations'] })
      }}
    >
      {() => (
        <>
          <Form.Item
            name="achievements"
            label={t('nomination.achievements')}
            rules={[{ required: true, whitespace: true, message: t('form.required') }]}
          >
            <Input.TextArea rows={9} maxLength={10000} data-testid="nomination-achievements" />
          </Form.Item>
          <Form.Item name="citation" label={t('nomination.citation')} extra={t('nomination.citation.help')}>
            <Input maxLength={300} data-testid="nomination-citation" />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
