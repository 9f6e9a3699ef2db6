import { useQueryClient } from '@tanstack/react-query'
import { App, Form, Input, Select } from 'antd'
import { cluster, content } from '../api/client'
import type { Headship, Season } from '../api/types'
import { useI18n } from '../app/i18n'
import { DateField } from '../ui/DateField'
import { FormDrawer } from '../ui/FormDrawer'
import { ConferenceSelect, MemberSelect } from './Choices'
import { HOWS } from './kinds'
import { type Origin, OriginFields, OWN, originOf } from './OriginFields'
import { refresh } from './queries'

interface Values extends Origin {
  unitId: string | null
  role: Headship['role']
  how: Headship['how']
  conferenceId: string | null
  handedOverOn: string | null
  representative: string | null
}

export function HeadshipForm({
  season,
  role,
  onClose,
}: {
  season: Season
  role: Headship['role']
  onClose(): void
}) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const required = [{ required: true, message: t('form.required') }]
  return (
    <FormDrawer<Values>
      title={t('heads.add')}
      source={{
        version: null,
        values: {
          unitId: null,
          role,
          how: 'ROTATION',
          conferenceId: null,
          handedOverOn: null,
          representative: null,
          ...OWN,
        },
      }}
      onClose={onClose}
      send={async (typed, _, headers) => {
        const made = await content<Headship>(
          cluster.POST('/api/v1/seasons/{id}/headships', {
            params: { path: { id: season.id } },
            body: {
              unitId: typed.unitId ?? '',
              role: typed.role,
              how: typed.how,
              conferenceId: typed.conferenceId ?? null,
              handedOverOn: typed.handedOverOn ?? null,
              representative: typed.representative?.trim() || null,
              ...originOf(typed),
            },
            headers,
          }),
        )
        refresh(queries)
        message.success(t('heads.added', { name: made.unitName }))
      }}
    >
      {() => (
        <>
          <Form.Item name="unitId" label={t('members.unit')} rules={required}>
            <MemberSelect clusterId={season.clusterId} testId="headship-unit" />
          </Form.Item>
          <Form.Item name="role" label={t('heads.role')} rules={required} extra={t('heads.role.help')}>
            <Select
              options={(['HEAD', 'DEPUTY', 'STANDING_GROUP'] as const).map((value) => ({
                value,
                label: t(`heads.${value}`),
              }))}
              optionRender={({ data }) => <span data-testid={`option-${data.value}`}>{data.label}</span>}
              data-testid="headship-role"
            />
          </Form.Item>
          <Form.Item name="how" label={t('heads.how')} rules={required}>
            <Select
              options={HOWS.map((value) => ({ value, label: t(`heads.how.${value}`) }))}
              optionRender={({ data }) => <span data-testid={`option-${data.value}`}>{data.label}</span>}
              data-testid="headship-how"
            />
          </Form.Item>
          <Form.Item name="conferenceId" label={t('conferences.at')}>
            <ConferenceSelect clusterId={season.clusterId} testId="headship-conference" />
          </Form.Item>
          <Form.Item name="handedOverOn" label={t('heads.handedOverOn')}>
            <DateField data-testid="headship-handed-over" />
          </Form.Item>
          <Form.Item name="representative" label={t('heads.representative')}>
            <Input maxLength={300} data-testid="headship-representative" />
          </Form.Item>
          <OriginFields />
        </>
      )}
    </FormDrawer>
  )
}
