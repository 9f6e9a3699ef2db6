import { useQueryClient } from '@tanstack/react-query'
import { App, Form, Input } from 'antd'
import { cluster, content } from '../api/client'
import type { Member } from '../api/types'
import { useI18n } from '../app/i18n'
import { today } from '../app/i18n/dates'
import { DateField } from '../ui/DateField'
import { FormDrawer } from '../ui/FormDrawer'
import { type Named, UnitPicker } from '../ui/Picker'
import { type Origin, OriginFields, OWN, originOf } from './OriginFields'
import { refresh } from './queries'

interface Admission extends Origin {
  unitId: Named | null
  from: string
  to: string | null
}

export function AdmitMember({ clusterId, onClose }: { clusterId: string; onClose(): void }) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const required = [{ required: true, message: t('form.required') }]
  return (
    <FormDrawer<Admission>
      title={t('members.admit')}
      lead={<p>{t('members.admit.text')}</p>}
      source={{ version: null, values: { unitId: null, from: today(), to: null, ...OWN } }}
      onClose={onClose}
      send={async (typed, _, headers) => {
        const member = await content<Member>(
          cluster.POST('/api/v1/clusters/{id}/members', {
            params: { path: { id: clusterId } },
            body: {
              unitId: typed.unitId?.id ?? '',
              from: typed.from,
              to: typed.to ?? null,
              ...originOf(typed),
            },
            headers,
          }),
        )
        refresh(queries)
        message.success(t('members.admitted', { name: member.unitName }))
      }}
    >
      {() => (
        <>
          <Form.Item name="unitId" label={t('members.unit')} rules={required}>
            <UnitPicker testId="member-unit-picker" />
          </Form.Item>
          <Form.Item name="from" label={t('members.from')} rules={required}>
            <DateField data-testid="member-from" />
          </Form.Item>
          <Form.Item name="to" label={t('members.to')}>
            <DateField data-testid="member-to" placeholder={t('mandate.openEnd')} />
          </Form.Item>
          <OriginFields />
        </>
      )}
    </FormDrawer>
  )
}

export function EndMembership({ member, onClose }: { member: Member; onClose(): void }) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const required = [{ required: true, whitespace: true, message: t('form.required') }]
  return (
    <FormDrawer<{ to: string; reason: string }>
      title={t('members.leave.title')}
      lead={<strong>{member.unitName}</strong>}
      source={{ version: null, values: { to: today(), reason: '' } }}
      danger
      saveLabel={t('members.leave')}
      onClose={onClose}
      send={async (typed, _, headers) => {
        await content(
          cluster.POST('/api/v1/clusters/{id}/members/{memberId}/leaving', {
            params: { path: { id: member.clusterId, memberId: member.id } },
            body: { to: typed.to, reason: typed.reason.trim() },
            headers,
          }),
        )
        refresh(queries)
        message.success(t('members.ended', { name: member.unitName }))
      }}
    >
      {() => (
        <>
          <Form.Item name="to" label={t('members.lastDay')} rules={required}>
            <DateField data-testid="member-last-day" />
          </Form.Item>
          <Form.Item name="reason" label={t('form.reason')} extra={t('form.reason.help')} rules={required}>
            <Input.TextArea rows={3} maxLength={1000} data-testid="reason-input" />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
