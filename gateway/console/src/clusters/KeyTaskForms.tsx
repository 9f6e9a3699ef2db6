import { useQueryClient } from '@tanstack/react-query'
import { App, Form, Input, Radio } from 'antd'
import { cluster, content } from '../api/client'
import type { KeyTask, Season } from '../api/types'
import { useI18n } from '../app/i18n'
import { DateField } from '../ui/DateField'
import { FormDrawer } from '../ui/FormDrawer'
import { ConferenceSelect, MemberSelect } from './Choices'
import { OUTCOMES, type Outcome, TASK_KINDS } from './kinds'
import { type Origin, OriginFields, OWN, originOf } from './OriginFields'
import { refresh } from './queries'

interface NewTask extends Origin {
  kind: KeyTask['kind']
  text: string
  givenBy: string | null
  conferenceId: string | null
  ownerUnitId: string | null
  dueOn: string | null
}

interface NewTaskProps {
  season: Season
  /** What a conference resolved and somebody is to do now. */
  resolution?: { id: string; conferenceId: string; text: string }
  onClose(): void
}

export function KeyTaskForm({ season, resolution, onClose }: NewTaskProps) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const required = [{ required: true, whitespace: true, message: t('form.required') }]
  return (
    <FormDrawer<NewTask>
      title={t('tasks.create')}
      source={{
        version: null,
        values: {
          kind: 'KEY_TASK',
          text: resolution?.text ?? '',
          givenBy: null,
          conferenceId: resolution?.conferenceId ?? null,
          ownerUnitId: null,
          dueOn: null,
          ...OWN,
        },
      }}
      onClose={onClose}
      send={async (typed, _, headers) => {
        await content(
          cluster.POST('/api/v1/key-tasks', {
            body: {
              seasonId: season.id,
              kind: typed.kind,
              text: typed.text.trim(),
              givenBy: typed.givenBy?.trim() || null,
              conferenceId: typed.conferenceId ?? null,
              resolutionId: resolution?.id ?? null,
              ownerUnitId: typed.ownerUnitId ?? null,
              dueOn: typed.dueOn ?? null,
              ...originOf(typed),
            },
            headers,
          }),
        )
        refresh(queries)
        message.success(t('tasks.created'))
      }}
    >
      {() => (
        <>
          <Form.Item name="kind" label={t('tasks.kind')} rules={[{ required: true }]}>
            <Radio.Group
              options={TASK_KINDS.map((value) => ({ value, label: t(`tasks.kind.${value}`) }))}
              data-testid="task-kind"
            />
          </Form.Item>
          <Form.Item name="text" label={t('tasks.text')} rules={required}>
            <Input.TextArea rows={4} maxLength={2000} data-testid="task-text" />
          </Form.Item>
          <Form.Item name="givenBy" label={t('tasks.by')}>
            <Input maxLength={300} data-testid="task-given-by" />
          </Form.Item>
          <Form.Item name="conferenceId" label={t('tasks.from')} hidden={resolution !== undefined}>
            <ConferenceSelect clusterId={season.clusterId} testId="task-conference" />
          </Form.Item>
          <Form.Item name="ownerUnitId" label={t('tasks.ownerUnit')}>
            <MemberSelect clusterId={season.clusterId} testId="task-owner" />
          </Form.Item>
          <Form.Item name="dueOn" label={t('tasks.dueOn')}>
            <DateField data-testid="task-due-on" />
          </Form.Item>
          <OriginFields />
        </>
      )}
    </FormDrawer>
  )
}

interface Review {
  conferenceId: string | null
  outcome: Outcome
  note: string | null
}

/** What a conference found of the task. */
export function ReviewForm({ season, task, onClose }: { season: Season; task: KeyTask; onClose(): void }) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  return (
    <FormDrawer<Review>
      title={t('tasks.review')}
      lead={<p>{task.text}</p>}
      source={{ version: null, values: { conferenceId: null, outcome: 'GOING_ON', note: null } }}
      onClose={onClose}
      send={async (typed, _, headers) => {
        await content(
          cluster.POST('/api/v1/key-tasks/{id}/reviews', {
            params: { path: { id: task.id } },
            body: {
              conferenceId: typed.conferenceId ?? '',
              outcome: typed.outcome,
              note: typed.note?.trim() || null,
            },
            headers,
          }),
        )
        refresh(queries)
        message.success(t('tasks.reviewed'))
      }}
    >
      {() => (
        <>
          <Form.Item
            name="conferenceId"
            label={t('conferences.at')}
            rules={[{ required: true, message: t('form.required') }]}
          >
            <ConferenceSelect clusterId={season.clusterId} testId="review-conference" />
          </Form.Item>
          <Form.Item name="outcome" label={t('tasks.outcome')} rules={[{ required: true }]}>
            <Radio.Group
              vertical
              options={OUTCOMES.map((value) => ({ value, label: t(`tasks.outcome.${value}`) }))}
              data-testid="review-outcome"
            />
          </Form.Item>
          <Form.Item name="note" label={t('tasks.note')}>
            <Input.TextArea rows={3} maxLength={2000} data-testid="review-note" />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
