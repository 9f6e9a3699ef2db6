import { useQueryClient } from '@tanstack/react-query'
import { Alert, App, Form, Input } from 'antd'
import { cluster, content, ifMatch } from '../api/client'
import type { Person } from '../api/types'
import { useI18n } from '../app/i18n'
import { FormDrawer } from '../ui/FormDrawer'

interface Values {
  reason: string
  confirmation: string
}

/** Typed by different keyboards, the same name may be composed differently; the letters count. */
const sameName = (a: string | undefined, b: string) =>
  a?.normalize('NFC').trim() === b.normalize('NFC').trim()

export function ErasePerson({ person, onClose }: { person: Person; onClose(): void }) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const name = person.name ?? ''
  return (
    <FormDrawer<Values>
      title={t('person.erase')}
      lead={<Alert type="error" showIcon title={t('person.erase.warning')} />}
      source={{ values: { reason: '', confirmation: '' }, version: person.version }}
      danger
      saveLabel={t('person.erase')}
      ready={(values) => sameName(values.confirmation, name) && (values.reason ?? '').trim() !== ''}
      onClose={onClose}
      send={async (typed, version, headers) => {
        await content(
          cluster.POST('/api/v1/people/{id}/erasure', {
            params: { path: { id: person.id } },
            body: { reason: typed.reason.trim() },
            headers: { ...headers, ...ifMatch(version ?? person.version) },
          }),
        )
        queries.invalidateQueries({ queryKey: ['people'] })
        message.success(t('person.erase.done'))
      }}
    >
      {() => (
        <>
          <Form.Item
            name="reason"
            label={t('form.reason')}
            extra={t('form.reason.help')}
            rules={[{ required: true, whitespace: true, message: t('form.required') }]}
          >
            <Input.TextArea rows={3} maxLength={1000} data-testid="reason-input" />
          </Form.Item>
          <Form.Item
            name="confirmation"
            label={t('person.erase.confirm', { name })}
            rules={[
              { required: true, message: t('form.required') },
              {
                validator: (_, typed: string) =>
                  !typed || sameName(typed, name)
                    ? Promise.resolve()
                    : Promise.reject(new Error(t('person.erase.mismatch'))),
              },
            ]}
          >
            <Input autoComplete="off" data-testid="erase-confirmation" />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
