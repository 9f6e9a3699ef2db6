import { useQueryClient } from '@tanstack/react-query'
import { App, Form, Input, Radio } from 'antd'
import { caller, cluster, content, ifMatch } from '../api/client'
import type { Exemplar, Replication } from '../api/types'
import { useI18n } from '../app/i18n'
import { today } from '../app/i18n/dates'
import { useSession } from '../app/session'
import { mandatesAtWork } from '../mandates/work'
import { DateField } from '../ui/DateField'
import { FormDrawer } from '../ui/FormDrawer'
import { type Named, UnitPicker } from '../ui/Picker'
import { COURSES } from './kinds'
import { refresh } from './queries'

/** Says what was done and asks everything of exemplars again. */
function useDone() {
  const { message } = App.useApp()
  const queries = useQueryClient()
  return (words: string) => {
    refresh(queries)
    message.success(words)
  }
}

function useRequired() {
  const { t } = useI18n()
  return [{ required: true, whitespace: true, message: t('form.required') }]
}

interface StepProps {
  exemplar: Exemplar
  onClose(): void
}

export function ReasonForm({ exemplar, step, onClose }: StepProps & { step: 'refusal' | 'withdrawal' }) {
  const { t } = useI18n()
  const done = useDone()
  const required = useRequired()
  const refusing = step === 'refusal'
  return (
    <FormDrawer<{ reason: string }>
      title={t(refusing ? 'exemplars.refuse' : 'exemplars.withdraw')}
      lead={<p>{t(refusing ? 'exemplars.refuse.text' : 'exemplars.withdraw.text')}</p>}
      source={{ version: exemplar.version, values: { reason: '' } }}
      danger
      saveLabel={t(refusing ? 'exemplars.refuse' : 'exemplars.withdraw')}
      onClose={onClose}
      send={async (typed, version, headers) => {
        await content(
          cluster.POST(refusing ? '/api/v1/exemplars/{id}/refusal' : '/api/v1/exemplars/{id}/withdrawal', {
            params: { path: { id: exemplar.id } },
            body: { reason: typed.reason.trim() },
            headers: { ...headers, ...ifMatch(version ?? 0) },
          }),
        )
        done(t(refusing ? 'exemplars.refused' : 'exemplars.withdrawn'))
      }}
    >
      {() => (
        <Form.Item name="reason" label={t('form.reason')} extra={t('form.reason.help')} rules={required}>
          <Input.TextArea rows={3} maxLength={1000} data-testid="reason-input" />
        </Form.Item>
      )}
    </FormDrawer>
  )
}

export function ConsentForm({ exemplar, onClose }: StepProps) {
  const { t } = useI18n()
  const done = useDone()
  const required = useRequired()
  return (
    <FormDrawer<{ day: string | null }>
      title={t('exemplars.consent')}
      lead={<p>{t('exemplars.consent.text')}</p>}
      source={{ version: exemplar.version, values: { day: today() } }}
      onClose={onClose}
      send={async (typed, version) => {
        await content(
          cluster.PUT('/api/v1/exemplars/{id}/consent', {
            params: { path: { id: exemplar.id } },
            body: { day: typed.day ?? '' },
            headers: ifMatch(version ?? 0),
          }),
        )
        done(t('exemplars.consent.recorded'))
      }}
    >
      {() => (
        <Form.Item name="day" label={t('exemplars.consent.day')} rules={required}>
          <DateField data-testid="consent-day" />
        </Form.Item>
      )}
    </FormDrawer>
  )
}

export function ReplicationForm({ exemplar, onClose }: StepProps) {
  const { t } = useI18n()
  const { me } = useSession()
  const done = useDone()
  const required = useRequired()
  const own = mandatesAtWork(me, caller.actingAs, today()).find(
    (mandate) =>
      (mandate.role === 'UNIT_OFFICER' || mandate.role === 'UNIT_LEADER') &&
      mandate.unitId !== exemplar.unitId,
  )
  return (
    <FormDrawer<{ unitId: Named | null; since: string | null }>
      title={t('exemplars.replicate')}
      source={{
        version: null,
        values: { unitId: own ? { id: own.unitId, name: own.unitName } : null, since: today() },
      }}
      onClose={onClose}
      send={async (typed, _, headers) => {
        await content(
          cluster.POST('/api/v1/exemplars/{id}/replications', {
            params: { path: { id: exemplar.id } },
            body: { unitId: typed.unitId?.id ?? '', since: typed.since ?? '' },
            headers,
          }),
        )
        done(t('exemplars.replicated'))
      }}
    >
      {() => (
        <>
          <Form.Item
            name="unitId"
            label={t('exemplars.replicate.unit')}
            rules={[{ required: true, message: t('form.required') }]}
          >
            <UnitPicker testId="replication-unit" />
          </Form.Item>
          <Form.Item name="since" label={t('exemplars.replicate.since')} rules={required}>
            <DateField data-testid="replication-since" />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}

interface FollowUp {
  day: string | null
  state: Replication['state']
  done: string
  reason: string
}

export function FollowUpForm({ exemplar, replication, onClose }: StepProps & { replication: Replication }) {
  const { t } = useI18n()
  const done = useDone()
  const required = useRequired()
  return (
    <FormDrawer<FollowUp>
      title={t('exemplars.followUp')}
      lead={<p>{replication.unitName}</p>}
      source={{ version: null, values: { day: today(), state: replication.state, done: '', reason: '' } }}
      onClose={onClose}
      send={async (typed, _, headers) => {
        await content(
          cluster.POST('/api/v1/exemplars/{id}/replications/{replicationId}/follow-ups', {
            params: { path: { id: exemplar.id, replicationId: replication.id } },
            body: {
              day: typed.day ?? '',
              state: typed.state,
              done: typed.done.trim(),
              reason: typed.state === 'GIVEN_UP' ? typed.reason.trim() : null,
            },
            headers,
          }),
        )
        done(t('exemplars.followUp.saved'))
      }}
    >
      {(form) => (
        <>
          <Form.Item name="day" label={t('exemplars.followUp.day')} rules={required}>
            <DateField data-testid="follow-up-day" />
          </Form.Item>
          <Form.Item name="done" label={t('exemplars.followUp.done')} rules={required}>
            <Input.TextArea rows={5} maxLength={5000} data-testid="follow-up-done" />
          </Form.Item>
          <Form.Item name="state" label={t('exemplars.followUp.state')} rules={[{ required: true }]}>
            <Radio.Group
              vertical
              options={COURSES.map((value) => ({
                value,
                label: <span data-testid={`follow-up-${value}`}>{t(`exemplars.course.${value}`)}</span>,
              }))}
            />
          </Form.Item>
          <Form.Item noStyle shouldUpdate>
            {() =>
              form.getFieldValue('state') === 'GIVEN_UP' && (
                <Form.Item name="reason" label={t('exemplars.followUp.reason')} rules={required}>
                  <Input.TextArea rows={3} maxLength={1000} data-testid="follow-up-reason" />
                </Form.Item>
              )
            }
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
