import { useQueryClient } from '@tanstack/react-query'
import { App, Form, Input } from 'antd'
import { cluster, content } from '../api/client'
import type { Compact, Season } from '../api/types'
import { useI18n } from '../app/i18n'
import { DateField } from '../ui/DateField'
import { FormDrawer } from '../ui/FormDrawer'
import { Capacities } from './Capacities'
import { ConferenceSelect } from './Choices'
import { type Origin, OriginFields, OWN, originOf } from './OriginFields'
import { refresh } from './queries'

interface Values extends Origin {
  title: string
  preamble: string | null
  signedOn: string | null
  conferenceId: string | null
  capacities: string[]
}

/** Draws up the compact of a live season from its frozen targets, or records one of the past. */
export function DraftCompact({ season, onClose }: { season: Season; onClose(): void }) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const live = season.mode === 'LIVE'
  const required = [{ required: true, whitespace: true, message: t('form.required') }]
  return (
    <FormDrawer<Values>
      title={t(live ? 'compact.draft' : 'compact.record')}
      lead={live && <p>{t('compact.draft.text')}</p>}
      source={{
        version: null,
        values: {
          title: t('compact.titleFor', { season: season.name }),
          preamble: null,
          signedOn: null,
          conferenceId: null,
          capacities: [],
          ...(live ? OWN : { provenance: 'IN_DOCUMENT', source: null }),
        },
      }}
      onClose={onClose}
      send={async (typed, _, headers) => {
        await content(
          cluster.POST('/api/v1/compacts', {
            body: {
              seasonId: season.id,
              title: typed.title.trim(),
              preamble: typed.preamble?.trim() || null,
              conferenceId: typed.conferenceId ?? null,
              ...(live
                ? { capacities: typed.capacities }
                : { signedOn: typed.signedOn ?? null, ...originOf(typed) }),
            },
            headers,
          }),
        )
        refresh(queries)
        message.success(t('compact.drafted'))
      }}
    >
      {() => (
        <>
          <Form.Item name="title" label={t('compact.name')} rules={required}>
            <Input maxLength={300} data-testid="compact-title" />
          </Form.Item>
          <Form.Item name="preamble" label={t('compact.preamble')} extra={live && t('compact.preamble.help')}>
            <Input.TextArea rows={8} maxLength={10000} data-testid="compact-preamble" />
          </Form.Item>
          <Form.Item name="conferenceId" label={t('conferences.at')}>
            <ConferenceSelect clusterId={season.clusterId} testId="compact-conference" />
          </Form.Item>
          {live && <Capacities more={t('compact.capacities.all')} />}
          {!live && (
            <>
              <Form.Item name="signedOn" label={t('compact.date')}>
                <DateField data-testid="compact-signed-on" />
              </Form.Item>
              <OriginFields />
            </>
          )}
        </>
      )}
    </FormDrawer>
  )
}

/** Draws up what the members sign instead of the compact in force, from the targets as they are frozen now. */
export function AmendCompact({ compact, onClose }: { compact: Compact; onClose(): void }) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const required = [{ required: true, whitespace: true, message: t('form.required') }]
  return (
    <FormDrawer<{ title: string; preamble: string | null; reason: string }>
      title={t('compact.amend')}
      lead={<p>{t('compact.amend.text')}</p>}
      source={{ version: null, values: { title: compact.title, preamble: compact.preamble, reason: '' } }}
      onClose={onClose}
      send={async (typed, _, headers) => {
        await content(
          cluster.POST('/api/v1/compacts/{id}/amendment', {
            params: { path: { id: compact.id } },
            body: {
              title: typed.title.trim(),
              preamble: typed.preamble?.trim() || null,
              reason: typed.reason.trim(),
            },
            headers,
          }),
        )
        refresh(queries)
        message.success(t('compact.amended'))
      }}
    >
      {() => (
        <>
          <Form.Item name="title" label={t('compact.name')} rules={required}>
            <Input maxLength={300} data-testid="compact-title" />
          </Form.Item>
          <Form.Item name="preamble" label={t('compact.preamble')} extra={t('compact.preamble.help')}>
            <Input.TextArea rows={8} maxLength={10000} data-testid="compact-preamble" />
          </Form.Item>
          <Form.Item name="reason" label={t('form.reason')} rules={required}>
            <Input.TextArea rows={3} maxLength={1000} data-testid="reason-input" />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}

export function WithdrawCompact({ compact, onClose }: { compact: Compact; onClose(): void }) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  return (
    <FormDrawer<{ reason: string }>
      title={t('compact.withdraw')}
      lead={<p>{t('compact.withdraw.text')}</p>}
      source={{ version: null, values: { reason: '' } }}
      danger
      saveLabel={t('compact.withdraw')}
      onClose={onClose}
      send={async (typed, _, headers) => {
        await content(
          cluster.POST('/api/v1/compacts/{id}/withdrawal', {
            params: { path: { id: compact.id } },
            body: { reason: typed.reason.trim() },
            headers,
          }),
        )
        refresh(queries)
        message.success(t('compact.withdrawn.done'))
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
