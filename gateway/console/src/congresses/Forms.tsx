import { useQueryClient } from '@tanstack/react-query'
import { App, Form, Input, InputNumber } from 'antd'
import { cluster, content, ifMatch } from '../api/client'
import type { CongressDetails, CongressResolution, Delegate } from '../api/types'
import { useI18n } from '../app/i18n'
import { today } from '../app/i18n/dates'
import { DateField } from '../ui/DateField'
import { FormDrawer } from '../ui/FormDrawer'
import { type Named, Picker, UnitPicker } from '../ui/Picker'
import { refresh } from './queries'

/** Says what was done and asks everything of congresses again. */
function useDone() {
  const { message } = App.useApp()
  const queries = useQueryClient()
  return (words: string) => {
    refresh(queries)
    message.success(words)
  }
}

function useRules() {
  const { t } = useI18n()
  return {
    words: [{ required: true, whitespace: true, message: t('form.required') }],
    chosen: [{ required: true, message: t('form.required') }],
  }
}

interface Props {
  details: CongressDetails
  onClose(): void
}

/** One unit at a time; the others keep what they have. */
export function AllotForm({ details, onClose }: Props) {
  const { t } = useI18n()
  const done = useDone()
  const rules = useRules()
  return (
    <FormDrawer<{ unitId: Named | null; delegates: number | null }>
      title={t('congresses.allot')}
      source={{ version: details.congress.version, values: { unitId: null, delegates: 1 } }}
      onClose={onClose}
      send={async (typed, version) => {
        const unitId = typed.unitId?.id ?? ''
        const others = details.allotments.filter((one) => one.unitId !== unitId)
        await content(
          cluster.PUT('/api/v1/congresses/{id}/allotments', {
            params: { path: { id: details.congress.id } },
            body: {
              allotments: [
                ...others.map(({ unitId: id, delegates }) => ({ unitId: id, delegates })),
                { unitId, delegates: typed.delegates ?? 0 },
              ],
            },
            headers: ifMatch(version ?? 0),
          }),
        )
        done(t('congresses.allotted'))
      }}
    >
      {() => (
        <>
          <Form.Item name="unitId" label={t('congresses.delegate.unit')} rules={rules.chosen}>
            <UnitPicker testId="allot-unit" />
          </Form.Item>
          <Form.Item name="delegates" label={t('congresses.allot.number')} rules={rules.chosen}>
            <InputNumber min={1} max={1000} precision={0} data-testid="allot-number" />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}

interface DelegateValues {
  unitId: Named | null
  exemplarId: Named | null
  name: string
  capacity: string
}

export function DelegateForm({ details, onClose }: Props) {
  const { t } = useI18n()
  const done = useDone()
  const rules = useRules()
  return (
    <FormDrawer<DelegateValues>
      title={t('congresses.delegate.add')}
      source={{ version: null, values: { unitId: null, exemplarId: null, name: '', capacity: '' } }}
      onClose={onClose}
      send={async (typed, _, headers) => {
        await content(
          cluster.POST('/api/v1/congresses/{id}/delegates', {
            params: { path: { id: details.congress.id } },
            body: {
              unitId: typed.unitId?.id ?? '',
              exemplarId: typed.exemplarId?.id ?? null,
              name: typed.name.trim() || null,
              capacity: typed.capacity.trim() || null,
            },
            headers,
          }),
        )
        done(t('congresses.delegate.added'))
      }}
    >
      {() => (
        <>
          <Form.Item name="unitId" label={t('congresses.delegate.unit')} rules={rules.chosen}>
            <UnitPicker testId="delegate-unit" />
          </Form.Item>
          <Form.Item
            name="exemplarId"
            label={t('congresses.delegate.exemplar')}
            extra={t('congresses.delegate.exemplar.help')}
          >
            <ExemplarPicker />
          </Form.Item>
          <Form.Item name="name" label={t('congresses.delegate.name')}>
            <Input maxLength={200} data-testid="delegate-name" />
          </Form.Item>
          <Form.Item
            name="capacity"
            label={t('congresses.delegate.capacity')}
            extra={t('congresses.delegate.capacity.help')}
          >
            <Input maxLength={300} data-testid="delegate-capacity" />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}

function ExemplarPicker(props: { value?: Named | null; onChange?(value: Named | null): void; id?: string }) {
  const { t } = useI18n()
  return (
    <Picker
      {...props}
      testId="delegate-exemplar"
      queryKey="published exemplars"
      placeholder={t('exemplars.search')}
      nothing={t('exemplars.empty')}
      find={async (words) => {
        const page = await content(
          cluster.GET('/api/v1/exemplars', {
            params: { query: { state: 'PUBLISHED', q: words || undefined, limit: 20 } },
          }),
        )
        return page.items.map((one) => ({ id: one.id, name: one.title ?? '…', note: one.name }))
      }}
    />
  )
}

export function RemoveForm({ details, delegate, onClose }: Props & { delegate: Delegate }) {
  const { t } = useI18n()
  const done = useDone()
  const rules = useRules()
  return (
    <FormDrawer<{ reason: string }>
      title={t('congresses.delegate.remove')}
      lead={<p>{t('congresses.delegate.remove.text')}</p>}
      source={{ version: null, values: { reason: '' } }}
      danger
      saveLabel={t('congresses.delegate.remove')}
      onClose={onClose}
      send={async (typed, _, headers) => {
        await content(
          cluster.POST('/api/v1/congresses/{id}/delegates/{delegateId}/withdrawal', {
            params: { path: { id: details.congress.id, delegateId: delegate.id } },
            body: { reason: typed.reason.trim() },
            headers,
          }),
        )
        done(t('congresses.delegate.removed'))
      }}
    >
      {() => (
        <Form.Item name="reason" label={t('form.reason')} extra={t('form.reason.help')} rules={rules.words}>
          <Input.TextArea rows={3} maxLength={1000} data-testid="reason-input" />
        </Form.Item>
      )}
    </FormDrawer>
  )
}

interface ResolutionValues {
  text: string
  unitId: Named | null
  dueOn: string | null
}

export function ResolutionForm({ details, onClose }: Props) {
  const { t } = useI18n()
  const done = useDone()
  const rules = useRules()
  return (
    <FormDrawer<ResolutionValues>
      title={t('congresses.resolve')}
      source={{ version: null, values: { text: '', unitId: null, dueOn: null } }}
      onClose={onClose}
      send={async (typed, _, headers) => {
        await content(
          cluster.POST('/api/v1/congresses/{id}/resolutions', {
            params: { path: { id: details.congress.id } },
            body: { text: typed.text.trim(), unitId: typed.unitId?.id ?? '', dueOn: typed.dueOn ?? '' },
            headers,
          }),
        )
        done(t('congresses.resolved'))
      }}
    >
      {() => (
        <>
          <Form.Item name="text" label={t('congresses.resolution.text')} rules={rules.words}>
            <Input.TextArea rows={4} maxLength={5000} data-testid="resolution-text" />
          </Form.Item>
          <Form.Item name="unitId" label={t('congresses.resolution.unit')} rules={rules.chosen}>
            <UnitPicker testId="resolution-unit" />
          </Form.Item>
          <Form.Item name="dueOn" label={t('congresses.resolution.dueOn')} rules={rules.words}>
            <DateField data-testid="resolution-due-on" />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}

export function CompleteForm({ details, resolution, onClose }: Props & { resolution: CongressResolution }) {
  const { t } = useI18n()
  const done = useDone()
  const rules = useRules()
  return (
    <FormDrawer<{ doneOn: string | null; note: string }>
      title={t('congresses.complete')}
      lead={<p>{resolution.text}</p>}
      source={{ version: null, values: { doneOn: today(), note: '' } }}
      onClose={onClose}
      send={async (typed, _, headers) => {
        await content(
          cluster.POST('/api/v1/congresses/{id}/resolutions/{resolutionId}/completion', {
            params: { path: { id: details.congress.id, resolutionId: resolution.id } },
            body: { doneOn: typed.doneOn ?? '', note: typed.note.trim() },
            headers,
          }),
        )
        done(t('congresses.completed'))
      }}
    >
      {() => (
        <>
          <Form.Item name="doneOn" label={t('congresses.complete.day')} rules={rules.words}>
            <DateField data-testid="completion-day" />
          </Form.Item>
          <Form.Item name="note" label={t('congresses.complete.note')} rules={rules.words}>
            <Input.TextArea rows={4} maxLength={5000} data-testid="completion-note" />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
