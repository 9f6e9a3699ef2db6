import { useQueryClient } from '@tanstack/react-query'
import { Form, Input, InputNumber } from 'antd'
import { cluster, content, ifMatch } from '../api/client'
import type { Congress } from '../api/types'
import { useI18n } from '../app/i18n'
import { today } from '../app/i18n/dates'
import { DateField } from '../ui/DateField'
import { FormDrawer, type Source } from '../ui/FormDrawer'
import { type Named, UnitPicker } from '../ui/Picker'
import { getCongress, refresh } from './queries'

interface Values {
  unitId: Named | null
  termFrom: number | null
  heldOn: string | null
  place: string
  theme: string
}

interface Props {
  /** The one to be changed; null for a new one. */
  congress: Congress | null
  onClose(): void
  onSaved(saved: Congress): void
}

export function CongressForm({ congress, onClose, onSaved }: Props) {
  const { t } = useI18n()
  const queries = useQueryClient()
  const required = [{ required: true, whitespace: true, message: t('form.required') }]
  const chosen = [{ required: true, message: t('form.required') }]
  return (
    <FormDrawer<Values>
      title={t(congress ? 'congresses.edit' : 'congresses.create')}
      source={
        congress
          ? sourceOf(congress)
          : {
              version: null,
              values: {
                unitId: null,
                termFrom: Number(today().slice(0, 4)),
                heldOn: null,
                place: '',
                theme: '',
              },
            }
      }
      reload={congress ? async () => sourceOf((await getCongress(congress.id)).congress) : undefined}
      labels={{
        termFrom: t('congresses.termFrom'),
        heldOn: t('congresses.heldOn'),
        place: t('congresses.place'),
        theme: t('congresses.theme'),
      }}
      onClose={onClose}
      send={async (typed, version, headers) => {
        const body = {
          unitId: typed.unitId?.id ?? '',
          termFrom: typed.termFrom ?? 0,
          heldOn: typed.heldOn ?? '',
          place: typed.place.trim(),
          theme: typed.theme.trim(),
        }
        const saved = congress
          ? await content(
              cluster.PUT('/api/v1/congresses/{id}', {
                params: { path: { id: congress.id } },
                body,
                headers: ifMatch(version ?? 0),
              }),
            )
          : await content(cluster.POST('/api/v1/congresses', { body, headers }))
        refresh(queries)
        onSaved(saved.congress)
      }}
    >
      {() => (
        <>
          <Form.Item name="unitId" label={t('congresses.unit')} rules={chosen} hidden={congress !== null}>
            <UnitPicker testId="congress-unit" />
          </Form.Item>
          <Form.Item name="theme" label={t('congresses.theme')} rules={required}>
            <Input.TextArea rows={2} maxLength={500} data-testid="congress-theme" />
          </Form.Item>
          <Form.Item name="termFrom" label={t('congresses.termFrom')} rules={chosen}>
            <InputNumber min={1900} max={2195} precision={0} data-testid="congress-term-from" />
          </Form.Item>
          <Form.Item name="heldOn" label={t('congresses.heldOn')} rules={required}>
            <DateField data-testid="congress-held-on" />
          </Form.Item>
          <Form.Item name="place" label={t('congresses.place')} rules={required}>
            <Input maxLength={300} data-testid="congress-place" />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}

function sourceOf(congress: Congress): Source<Values> {
  return {
    version: congress.version,
    values: {
      unitId: { id: congress.unitId, name: congress.unitName },
      termFrom: congress.termFrom,
      heldOn: congress.heldOn,
      place: congress.place,
      theme: congress.theme,
    },
  }
}
