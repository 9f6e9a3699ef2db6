import { MinusCircleOutlined, PlusOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Select } from 'antd'
import { cluster, content, ifMatch } from '../api/client'
import type { Minutes } from '../api/types'
import { useI18n } from '../app/i18n'
import { today } from '../app/i18n/dates'
import { DateField } from '../ui/DateField'
import { FormDrawer, type Source } from '../ui/FormDrawer'
import { HourField, useHourRule } from '../ui/HourField'
import { type Named, UnitPicker } from '../ui/Picker'
import { SeasonSelect } from './Choices'
import styles from './Conference.module.css'
import { type Origin, OriginFields, OWN, originOf } from './OriginFields'
import { PURPOSES, type Purpose } from './purposes'
import { getMinutes, refresh } from './queries'

interface Values extends Origin {
  heldOn: string
  startsAt: string | null
  place: string
  hostUnitId: Named | null
  title: string
  purposes: { purpose: Purpose; seasonId: string | null }[]
}

function sourceOf(conference: Minutes | null, seasonId: string | undefined): Source<Values> {
  return conference
    ? {
        version: conference.version,
        values: {
          ...conference,
          hostUnitId: conference.hostUnitId
            ? { id: conference.hostUnitId, name: conference.hostUnitName ?? '…' }
            : null,
          purposes: conference.purposes.map(({ purpose, seasonId: season }) => ({
            purpose,
            seasonId: season,
          })),
        },
      }
    : {
        version: null,
        values: {
          heldOn: today(),
          startsAt: null,
          place: '',
          hostUnitId: null,
          title: '',
          purposes: [{ purpose: 'YEAR_END', seasonId: seasonId ?? null }],
          ...OWN,
        },
      }
}

interface Props {
  clusterId: string
  /** Proposed for the first purpose of a new one. */
  seasonId?: string
  /** Null for a new one. */
  conference: Minutes | null
  onClose(): void
  onSaved(conference: Minutes): void
}

/** One meeting may close one season, adopt the plan of the next, sign and hand over: every purpose names its season. */
export function ConferenceForm({ clusterId, seasonId, conference, onClose, onSaved }: Props) {
  const { t } = useI18n()
  const queries = useQueryClient()
  const required = [{ required: true, whitespace: true, message: t('form.required') }]
  const hour = useHourRule()
  return (
    <FormDrawer<Values>
      title={t(conference ? 'conferences.edit' : 'conferences.create')}
      source={sourceOf(conference, seasonId)}
      labels={{
        heldOn: t('conferences.heldOn'),
        startsAt: t('conferences.startsAt'),
        place: t('conferences.place'),
        hostUnitId: t('conferences.host'),
        title: t('conferences.name'),
        purposes: t('conferences.purposes'),
        agenda: t('agenda.title'),
        provenance: t('form.provenance'),
        source: t('provenance.source'),
      }}
      reload={conference ? async () => sourceOf(await getMinutes(conference.id), seasonId) : undefined}
      onClose={onClose}
      send={async (typed, version, headers) => {
        const body = {
          clusterId,
          heldOn: typed.heldOn,
          startsAt: typed.startsAt?.trim() || null,
          place: typed.place.trim(),
          hostUnitId: typed.hostUnitId?.id ?? null,
          title: typed.title.trim(),
          purposes: typed.purposes.map((one) => ({ purpose: one.purpose, seasonId: one.seasonId ?? '' })),
          ...originOf(typed),
        }
        const saved = conference
          ? await content<Minutes>(
              cluster.PUT('/api/v1/conferences/{id}', {
                params: { path: { id: conference.id } },
                body,
                headers: { ...headers, ...ifMatch(version ?? conference.version) },
              }),
            )
          : await content<Minutes>(cluster.POST('/api/v1/conferences', { body, headers }))
        refresh(queries)
        onSaved(saved)
      }}
    >
      {() => (
        <>
          <Form.Item name="title" label={t('conferences.name')} rules={required}>
            <Input.TextArea rows={2} maxLength={500} data-testid="conference-title" />
          </Form.Item>
          <Form.Item name="heldOn" label={t('conferences.heldOn')} rules={required}>
            <DateField data-testid="conference-held-on" />
          </Form.Item>
          <Form.Item name="startsAt" label={t('conferences.startsAt')} rules={[hour]}>
            <HourField testId="conference-starts-at" />
          </Form.Item>
          <Form.Item name="place" label={t('conferences.place')} rules={required}>
            <Input maxLength={300} data-testid="conference-place" />
          </Form.Item>
          <Form.Item name="hostUnitId" label={t('conferences.host')} extra={t('conferences.host.help')}>
            <UnitPicker testId="conference-host" />
          </Form.Item>
          <Form.Item label={t('conferences.purposes')} required>
            <Form.List name="purposes">
              {(fields, { add, remove }) => (
                <div className={styles.purposes}>
                  {fields.map((field) => (
                    <div key={field.key} className={styles.purpose}>
                      <Form.Item
                        name={[field.name, 'purpose']}
                        rules={[{ required: true, message: t('form.required') }]}
                        noStyle
                      >
                        <Select
                          aria-label={t('conferences.purposes')}
                          options={PURPOSES.map((value) => ({
                            value,
                            label: t(`conferences.purpose.${value}`),
                          }))}
                          optionRender={({ data }) => (
                            <span data-testid={`option-${data.value}`}>{data.label}</span>
                          )}
                          data-testid={`purpose-${field.name}`}
                        />
                      </Form.Item>
                      <Form.Item
                        name={[field.name, 'seasonId']}
                        rules={[{ required: true, message: t('form.required') }]}
                        noStyle
                      >
                        <SeasonSelect clusterId={clusterId} testId={`purpose-season-${field.name}`} />
                      </Form.Item>
                      <Button
                        type="text"
                        icon={<MinusCircleOutlined />}
                        aria-label={t('conferences.purposes.remove')}
                        onClick={() => remove(field.name)}
                      />
                    </div>
                  ))}
                  <Button
                    type="dashed"
                    icon={<PlusOutlined />}
                    onClick={() => add({ purpose: 'SIGNING', seasonId: seasonId ?? null })}
                    data-testid="purpose-add"
                  >
                    {t('conferences.purposes.add')}
                  </Button>
                </div>
              )}
            </Form.List>
          </Form.Item>
          <OriginFields />
        </>
      )}
    </FormDrawer>
  )
}
