import { useQueryClient } from '@tanstack/react-query'
import { App, Form, Input, Radio, Segmented, Select } from 'antd'
import { cluster, content } from '../api/client'
import type { Mandate, MandateGrant, Role } from '../api/types'
import { useI18n } from '../app/i18n'
import { today } from '../app/i18n/dates'
import { DateField } from '../ui/DateField'
import { FormDrawer } from '../ui/FormDrawer'
import { type Named, PersonPicker, UnitPicker } from '../ui/Picker'
import { ROLES } from './roles'

interface Values {
  holder: 'person' | 'agency'
  personId: Named | null
  clientId: string | null
  unitId: Named | null
  role: Role | null
  scope: Mandate['scope']
  validFrom: string
  validTo: string | null
}

const fresh = (): Values => ({
  holder: 'person',
  personId: null,
  clientId: null,
  unitId: null,
  role: null,
  scope: 'UNIT',
  validFrom: today(),
  validTo: null,
})

export function GrantMandate({ onClose }: { onClose(): void }) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const required = [{ required: true, message: t('form.required') }]
  return (
    <FormDrawer<Values>
      title={t('mandates.grant')}
      source={{ values: fresh(), version: null }}
      onClose={onClose}
      send={async (typed, _, headers) => {
        const person = typed.holder === 'person'
        const body = {
          personId: person ? (typed.personId?.id ?? null) : null,
          clientId: person ? null : (typed.clientId?.trim() ?? null),
          unitId: typed.unitId?.id,
          role: person ? typed.role : 'AGENCY',
          scope: typed.scope,
          validFrom: typed.validFrom,
          validTo: typed.validTo ?? null,
        } as MandateGrant // the form does not let an empty unit or role through
        await content(cluster.POST('/api/v1/mandates', { body, headers }))
        queries.invalidateQueries({ queryKey: ['mandates'] })
        queries.invalidateQueries({ queryKey: ['me'] })
        message.success(t('mandate.granted'))
      }}
    >
      {(form) => (
        <>
          <Form.Item name="holder" label={t('mandate.holderKind')} rules={required}>
            <Segmented
              block
              options={[
                { value: 'person', label: t('mandate.holder.person') },
                { value: 'agency', label: t('mandate.holder.agency') },
              ]}
            />
          </Form.Item>
          <Form.Item noStyle dependencies={['holder']}>
            {() =>
              form.getFieldValue('holder') === 'agency' ? (
                <Form.Item name="clientId" label={t('mandate.client')} rules={required}>
                  <Input autoComplete="off" spellCheck={false} data-testid="mandate-client-input" />
                </Form.Item>
              ) : (
                <>
                  <Form.Item name="personId" label={t('mandate.holder')} rules={required}>
                    <PersonPicker testId="mandate-person-picker" />
                  </Form.Item>
                  <Form.Item name="role" label={t('mandate.role')} rules={required}>
                    <Select
                      placeholder={t('form.pick')}
                      options={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
                      optionRender={({ data }) => (
                        <span data-testid={`option-${data.value}`}>{data.label}</span>
                      )}
                      data-testid="mandate-role"
                    />
                  </Form.Item>
                </>
              )
            }
          </Form.Item>
          <Form.Item name="unitId" label={t('mandate.unit')} rules={required}>
            <UnitPicker testId="mandate-unit-picker" />
          </Form.Item>
          <Form.Item name="scope" label={t('mandate.scope')} rules={required}>
            <Radio.Group
              vertical
              options={(['UNIT', 'SUBTREE'] as const).map((value) => ({ value, label: t(`scope.${value}`) }))}
              data-testid="mandate-scope"
            />
          </Form.Item>
          <Form.Item name="validFrom" label={t('mandate.validFrom')} rules={required}>
            <DateField data-testid="mandate-valid-from" />
          </Form.Item>
          <Form.Item name="validTo" label={t('mandate.validTo')}>
            <DateField data-testid="mandate-valid-to" placeholder={t('mandate.openEnd')} />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
