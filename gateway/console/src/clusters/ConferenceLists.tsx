import { useQueryClient } from '@tanstack/react-query'
import { App, Form, Input, Select } from 'antd'
import { cluster, content } from '../api/client'
import type { Minutes } from '../api/types'
import { useI18n } from '../app/i18n'
import { FormDrawer } from '../ui/FormDrawer'
import { type Named, UnitPicker } from '../ui/Picker'
import { SeasonSelect } from './Choices'
import { refresh } from './queries'

interface Props {
  conference: Minutes
  onClose(): void
}

const orNull = (text: string | null) => text?.trim() || null

interface Attendance {
  capacity: Minutes['attendances'][number]['capacity']
  unitId: Named | null
  name: string | null
  office: string | null
}

export function AttendanceForm({ conference, onClose }: Props) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  return (
    <FormDrawer<Attendance>
      title={t('attendance.add')}
      lead={<p>{t('attendance.add.text')}</p>}
      source={{ version: null, values: { capacity: 'MEMBER', unitId: null, name: null, office: null } }}
      onClose={onClose}
      send={async (typed, _, headers) => {
        await content(
          cluster.POST('/api/v1/conferences/{id}/attendances', {
            params: { path: { id: conference.id } },
            body: {
              capacity: typed.capacity,
              unitId: typed.unitId?.id ?? null,
              name: orNull(typed.name),
              office: orNull(typed.office),
            },
            headers,
          }),
        )
        refresh(queries)
        message.success(t('attendance.added'))
      }}
    >
      {() => (
        <>
          <Form.Item name="capacity" label={t('attendance.capacity')} rules={[{ required: true }]}>
            <Select
              options={(['MEMBER', 'CHAIR', 'GUEST', 'SUPERIOR'] as const).map((value) => ({
                value,
                label: t(`attendance.${value}`),
              }))}
              data-testid="attendance-capacity"
            />
          </Form.Item>
          <Form.Item name="unitId" label={t('members.unit')}>
            <UnitPicker testId="attendance-unit" />
          </Form.Item>
          <Form.Item name="name" label={t('person.name')}>
            <Input maxLength={200} autoComplete="off" data-testid="attendance-name" />
          </Form.Item>
          <Form.Item name="office" label={t('attendance.office')}>
            <Input maxLength={500} autoComplete="off" data-testid="attendance-office" />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}

export function PaperForm({ conference, onClose }: Props) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const required = [{ required: true, whitespace: true, message: t('form.required') }]
  return (
    <FormDrawer<{ title: string; unitId: Named | null; text: string | null }>
      title={t('papers.add')}
      source={{ version: null, values: { title: '', unitId: null, text: null } }}
      onClose={onClose}
      send={async (typed, _, headers) => {
        await content(
          cluster.POST('/api/v1/conferences/{id}/papers', {
            params: { path: { id: conference.id } },
            body: { title: typed.title.trim(), unitId: typed.unitId?.id ?? null, text: orNull(typed.text) },
            headers,
          }),
        )
        refresh(queries)
        message.success(t('papers.added'))
      }}
    >
      {() => (
        <>
          <Form.Item name="title" label={t('papers.name')} rules={required}>
            <Input.TextArea rows={2} maxLength={500} data-testid="paper-title" />
          </Form.Item>
          <Form.Item name="unitId" label={t('members.unit')}>
            <UnitPicker testId="paper-unit" />
          </Form.Item>
          <Form.Item name="text" label={t('papers.text')}>
            <Input.TextArea rows={10} maxLength={100000} data-testid="paper-text" />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}

export function ResolutionForm({ conference, onClose }: Props) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const required = [{ required: true, whitespace: true, message: t('form.required') }]
  return (
    <FormDrawer<{ seasonId: string | null; text: string }>
      title={t('resolutions.add')}
      source={{ version: null, values: { seasonId: null, text: '' } }}
      onClose={onClose}
      send={async (typed, _, headers) => {
        await content(
          cluster.POST('/api/v1/conferences/{id}/resolutions', {
            params: { path: { id: conference.id } },
            body: { seasonId: typed.seasonId ?? null, text: typed.text.trim() },
            headers,
          }),
        )
        refresh(queries)
        message.success(t('resolutions.added'))
      }}
    >
      {() => (
        <>
          <Form.Item name="text" label={t('resolutions.text')} rules={required}>
            <Input.TextArea rows={6} maxLength={10000} data-testid="resolution-text" />
          </Form.Item>
          <Form.Item name="seasonId" label={t('seasons.one')}>
            <SeasonSelect clusterId={conference.clusterId} testId="resolution-season" />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
