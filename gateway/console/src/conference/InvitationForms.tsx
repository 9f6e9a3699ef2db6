import { useQueryClient } from '@tanstack/react-query'
import { App, Form, Input, Radio, Select } from 'antd'
import { cluster, content, ifMatch } from '../api/client'
import type { ConferenceInvitation, Minutes } from '../api/types'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { refresh } from '../clusters/queries'
import { FormDrawer } from '../ui/FormDrawer'
import { type Named, UnitPicker } from '../ui/Picker'

const orNull = (text: string | null) => text?.trim() || null

function useDone() {
  const { message } = App.useApp()
  const queries = useQueryClient()
  return (words: string) => {
    refresh(queries)
    message.success(words)
  }
}

interface Invite {
  capacity: ConferenceInvitation['capacity']
  unitId: Named | null
  name: string | null
  office: string | null
  email: string | null
}

/** One more unit, or one guest by name. */
export function InviteForm({ conference, onClose }: { conference: Minutes; onClose(): void }) {
  const { t } = useI18n()
  const formats = useFormats()
  const done = useDone()
  return (
    <FormDrawer<Invite>
      title={t('invitations.other')}
      lead={<p>{t('invitations.other.text')}</p>}
      source={{
        version: null,
        values: { capacity: 'GUEST', unitId: null, name: null, office: null, email: null },
      }}
      ready={({ unitId, name }) => (unitId !== null && unitId !== undefined) !== (orNull(name) !== null)}
      onClose={onClose}
      send={async (typed, _, headers) => {
        const { capacity, unitId } = typed
        const { sent } = await content(
          cluster.POST('/api/v1/conferences/{id}/invitations', {
            params: { path: { id: conference.id } },
            body: {
              members: false,
              units: unitId ? [{ unitId: unitId.id, capacity }] : [],
              guests: unitId
                ? []
                : [
                    {
                      name: typed.name?.trim() ?? '',
                      office: orNull(typed.office),
                      email: orNull(typed.email),
                      capacity,
                    },
                  ],
            },
            headers,
          }),
        )
        done(sent > 0 ? t('invitations.sent', { n: formats.number(sent) }) : t('invitations.sent.none'))
      }}
    >
      {() => (
        <>
          <Form.Item name="capacity" label={t('invitations.capacity')} rules={[{ required: true }]}>
            <Select
              options={(['MEMBER', 'GUEST', 'SUPERIOR', 'CHAIR'] as const).map((value) => ({
                value,
                label: t(`attendance.${value}`),
              }))}
              data-testid="invitation-capacity"
            />
          </Form.Item>
          <Form.Item name="unitId" label={t('members.unit')} extra={t('invitations.other.one')}>
            <UnitPicker testId="invitation-unit" />
          </Form.Item>
          <Form.Item name="name" label={t('invitations.guest')}>
            <Input maxLength={200} autoComplete="off" data-testid="invitation-name" />
          </Form.Item>
          <Form.Item name="office" label={t('attendance.office')}>
            <Input maxLength={500} autoComplete="off" data-testid="invitation-office" />
          </Form.Item>
          <Form.Item
            name="email"
            label={t('invitations.email')}
            extra={t('invitations.email.help')}
            rules={[{ type: 'email', message: t('invitations.email.wrong') }]}
          >
            <Input maxLength={200} autoComplete="off" data-testid="invitation-email" />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}

interface Answer {
  answer: NonNullable<ConferenceInvitation['answer']>
  delegate: string | null
  delegateOffice: string | null
  reason: string | null
}

interface OfOne {
  conference: Minutes
  invitation: ConferenceInvitation
  onClose(): void
}

/** Comes, sends somebody, or cannot; said anew as long as the day has not passed. */
export function AnswerForm({ conference, invitation, onClose }: OfOne) {
  const { t } = useI18n()
  const formats = useFormats()
  const done = useDone()
  const required = [{ required: true, whitespace: true, message: t('form.required') }]
  return (
    <FormDrawer<Answer>
      title={t('invitations.answer')}
      lead={<p>{t('invitations.answer.text', { date: formats.date(conference.heldOn) })}</p>}
      source={{
        version: invitation.version,
        values: {
          answer: invitation.answer ?? 'COMES',
          delegate: invitation.delegate,
          delegateOffice: invitation.delegateOffice,
          reason: invitation.reason,
        },
      }}
      onClose={onClose}
      send={async (typed, version) => {
        const sends = typed.answer === 'SENDS'
        await content(
          cluster.PUT('/api/v1/conferences/{id}/invitations/{invitationId}/answer', {
            params: { path: { id: conference.id, invitationId: invitation.id } },
            body: {
              answer: typed.answer,
              delegate: sends ? orNull(typed.delegate) : null,
              delegateOffice: sends ? orNull(typed.delegateOffice) : null,
              reason: typed.answer === 'CANNOT' ? orNull(typed.reason) : null,
            },
            headers: ifMatch(version ?? invitation.version),
          }),
        )
        done(t('invitations.answered'))
      }}
    >
      {() => (
        <>
          <Form.Item name="answer" label={t('invitations.answer.coming')} rules={[{ required: true }]}>
            <Radio.Group
              options={(['COMES', 'SENDS', 'CANNOT'] as const).map((value) => ({
                value,
                label: <span data-testid={`coming-${value}`}>{t(`invitations.answer.${value}`)}</span>,
              }))}
            />
          </Form.Item>
          <Form.Item noStyle shouldUpdate={(was, is) => was.answer !== is.answer}>
            {({ getFieldValue }) =>
              getFieldValue('answer') === 'SENDS' ? (
                <>
                  <Form.Item name="delegate" label={t('invitations.delegate')} rules={required}>
                    <Input maxLength={200} autoComplete="off" data-testid="answer-delegate" />
                  </Form.Item>
                  <Form.Item name="delegateOffice" label={t('attendance.office')}>
                    <Input maxLength={500} autoComplete="off" data-testid="answer-delegate-office" />
                  </Form.Item>
                </>
              ) : (
                getFieldValue('answer') === 'CANNOT' && (
                  <Form.Item name="reason" label={t('invitations.reason')} rules={required}>
                    <Input.TextArea rows={3} maxLength={1000} data-testid="answer-reason" />
                  </Form.Item>
                )
              )
            }
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}

export function WithdrawForm({ conference, invitation, onClose }: OfOne) {
  const { t } = useI18n()
  const done = useDone()
  return (
    <FormDrawer<{ reason: string }>
      title={t('invitations.withdraw')}
      lead={<p>{t('invitations.withdraw.text')}</p>}
      danger
      source={{ version: invitation.version, values: { reason: '' } }}
      onClose={onClose}
      send={async (typed, version, headers) => {
        await content(
          cluster.POST('/api/v1/conferences/{id}/invitations/{invitationId}/withdrawal', {
            params: { path: { id: conference.id, invitationId: invitation.id } },
            body: { reason: typed.reason.trim() },
            headers: { ...headers, ...ifMatch(version ?? invitation.version) },
          }),
        )
        done(t('invitations.withdrawn'))
      }}
    >
      {() => (
        <Form.Item
          name="reason"
          label={t('invitations.reason')}
          rules={[{ required: true, whitespace: true, message: t('form.required') }]}
        >
          <Input.TextArea rows={3} maxLength={1000} data-testid="reason-input" />
        </Form.Item>
      )}
    </FormDrawer>
  )
}
