import { useQueryClient } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import { useNavigate } from 'react-router'
import { award, content } from '../api/client'
import { useI18n } from '../app/i18n'
import { today } from '../app/i18n/dates'
import { FormDrawer } from '../ui/FormDrawer'
import { type Named, UnitPicker } from '../ui/Picker'
import { useUnitName } from '../ui/UnitName'
import { useAwardChoices } from './queries'
import { SeasonPicker } from './SeasonPicker'

interface Values {
  awardId: string | null
  seasonId: string | null
  unitId: Named | null
  achievements: string
  citation: string | null
}

/** A draft; what is met of the rule is seen there before it is submitted. */
export function NominateForm(props: { seasonId: string | null; unitId: string | null; onClose(): void }) {
  const { t } = useI18n()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const awards = useAwardChoices(today())
  const name = useUnitName(props.unitId ?? undefined)
  const required = [{ required: true, message: t('form.required') }]
  if (props.unitId && !name) return null
  return (
    <FormDrawer<Values>
      title={t('nomination.create')}
      lead={<p>{t('nomination.create.text')}</p>}
      source={{
        values: {
          awardId: null,
          seasonId: props.seasonId,
          unitId: props.unitId && name ? { id: props.unitId, name } : null,
          achievements: '',
          citation: null,
        },
        version: null,
      }}
      onClose={props.onClose}
      send={async (typed, _, headers) => {
        const made = await content(
          award.POST('/api/v1/nominations', {
            body: {
              awardId: typed.awardId ?? '',
              seasonId: typed.seasonId ?? '',
              unitId: typed.unitId?.id ?? '',
              achievements: typed.achievements.trim(),
              citation: typed.citation?.trim() || null,
            },
            headers,
          }),
        )
        queries.invalidateQueries({ queryKey: ['nominations'] })
        navigate(`/nominations/${made.id}`)
      }}
    >
      {() => (
        <>
          <Form.Item name="awardId" label={t('nomination.award')} rules={required}>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              placeholder={t('form.pick')}
              data-testid="nomination-award"
              options={awards.data?.map((one) => ({ value: one.id, label: one.name }))}
            />
          </Form.Item>
          <Form.Item name="seasonId" label={t('nomination.season')} rules={required}>
            <SeasonPicker testId="nomination-season" />
          </Form.Item>
          <Form.Item name="unitId" label={t('nomination.unit')} rules={required}>
            <UnitPicker testId="nomination-unit-picker" />
          </Form.Item>
          <Form.Item name="achievements" label={t('nomination.achievements')} rules={required}>
            <Input.TextArea rows={7} maxLength={10000} data-testid="nomination-achievements" />
          </Form.Item>
          <Form.Item name="citation" label={t('nomination.citation')} extra={t('nomination.citation.help')}>
            <Input maxLength={300} data-testid="nomination-citation" />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
