import { useQueryClient } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import { useNavigate } from 'react-router'
import { award, content, ifMatch } from '../api/client'
import { useI18n } from '../app/i18n'
import { FormDrawer, type Source } from '../ui/FormDrawer'
import { type Named, UnitPicker } from '../ui/Picker'
import { getDecision, useNominations } from './queries'
import type { Decision } from './types'

interface Values {
  authorityUnitId: Named | null
  title: string
  grounds: string
  nominationIds: string[]
}

function valuesOf(decision: Decision | null): Source<Values> {
  return decision
    ? {
        values: {
          authorityUnitId: { id: decision.authorityUnitId, name: '…' },
          title: decision.title,
          grounds: decision.grounds,
          nominationIds: decision.nominationIds,
        },
        version: decision.version,
      }
    : { values: { authorityUnitId: null, title: '', grounds: '', nominationIds: [] }, version: null }
}

/** A draft on nominations to which the council agreed. */
export function DecisionForm({ decision, onClose }: { decision: Decision | null; onClose(): void }) {
  const { t } = useI18n()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const ready = useNominations({ state: 'OPINION_GIVEN' })
  const required = [{ required: true, message: t('form.required') }]
  const choices = ready.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <FormDrawer<Values>
      title={decision ? t('decision.edit') : t('decision.create')}
      source={valuesOf(decision)}
      onClose={onClose}
      reload={decision ? async () => valuesOf(await getDecision(decision.id)) : undefined}
      labels={{ title: t('decision.title'), grounds: t('decision.grounds') }}
      send={async (typed, version, headers) => {
        const body = {
          title: typed.title.trim(),
          grounds: typed.grounds.trim(),
          nominationIds: typed.nominationIds,
        }
        const made = await content(
          decision
            ? award.PUT('/api/v1/decisions/{id}', {
                params: { path: { id: decision.id } },
                body,
                headers: ifMatch(version ?? decision.version),
              })
            : award.POST('/api/v1/decisions', {
                body: { ...body, authorityUnitId: typed.authorityUnitId?.id ?? '' },
                headers,
              }),
        )
        queries.invalidateQueries({ queryKey: ['decisions'] })
        queries.invalidateQueries({ queryKey: ['nominations'] })
        if (!decision) navigate(`/decisions/${made.id}`)
      }}
    >
      {() => (
        <>
          {!decision && (
            <Form.Item
              name="authorityUnitId"
              label={t('decision.authority')}
              extra={t('decision.authority.help')}
              rules={required}
            >
              <UnitPicker testId="decision-unit-picker" />
            </Form.Item>
          )}
          <Form.Item name="title" label={t('decision.title')} rules={required}>
            <Input maxLength={500} data-testid="decision-title-input" />
          </Form.Item>
          <Form.Item
            name="grounds"
            label={t('decision.grounds')}
            extra={t('decision.grounds.help')}
            rules={required}
          >
            <Input.TextArea rows={6} maxLength={10000} data-testid="decision-grounds-input" />
          </Form.Item>
          <Form.Item
            name="nominationIds"
            label={t('decision.nominations')}
            extra={t('decision.nominations.help')}
            rules={required}
          >
            <Select
              mode="multiple"
              showSearch={{ optionFilterProp: 'label' }}
              placeholder={t('form.pick')}
              notFoundContent={t('decision.nominations.none')}
              data-testid="decision-nominations"
              options={[
                ...choices.map((one) => ({
                  value: one.id,
                  label: `${one.unitName ?? '…'} · ${one.awardName} · ${one.seasonName ?? ''}`,
                })),
                ...(decision?.nominationIds ?? [])
                  .filter((id) => !choices.some((one) => one.id === id))
                  .map((id) => ({ value: id, label: id })),
              ]}
            />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
