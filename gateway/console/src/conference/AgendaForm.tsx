import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { cluster, content, ifMatch } from '../api/client'
import type { Minutes } from '../api/types'
import { useI18n } from '../app/i18n'
import { usePurposes } from '../clusters/purposes'
import { getMinutes, refresh } from '../clusters/queries'
import { FormDrawer, type Source } from '../ui/FormDrawer'
import { HourField, useHourRule } from '../ui/HourField'
import { type Named, UnitPicker } from '../ui/Picker'
import styles from './Conference.module.css'

interface Item {
  startsAt: string | null
  minutes: number | null
  title: string
  unitId: Named | null
  presenter: string | null
  /** Its position when the form was opened: what was begun keeps its times by it. */
  was: number | null
  /** Purpose and season in one, as a choice has one value. */
  serves: string | null
}

interface Values {
  items: Item[]
}

const MOST = 100
const EMPTY: Item = {
  startsAt: null,
  minutes: null,
  title: '',
  unitId: null,
  presenter: null,
  was: null,
  serves: null,
}

type Serving = Pick<Minutes['purposes'][number], 'purpose' | 'seasonId'>
const together = (serving: Serving) => `${serving.purpose} ${serving.seasonId}`

function apart(serves: string): Serving {
  const [purpose, seasonId] = serves.split(' ')
  return { purpose: purpose as Serving['purpose'], seasonId: seasonId ?? '' }
}

function sourceOf(conference: Minutes): Source<Values> {
  return {
    version: conference.version,
    values: {
      items: conference.agenda.map((item) => ({
        startsAt: item.startsAt,
        minutes: item.minutes,
        title: item.title,
        unitId: item.unitId ? { id: item.unitId, name: item.unitName ?? '…' } : null,
        presenter: item.presenter,
        was: item.position,
        serves:
          item.purpose && item.seasonId ? together({ purpose: item.purpose, seasonId: item.seasonId }) : null,
      })),
    },
  }
}

/** The whole agenda at once; items change their places by their buttons, with the focus staying on the moved one. */
export function AgendaForm({ conference, onClose }: { conference: Minutes; onClose(): void }) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  return (
    <FormDrawer<Values>
      title={t('agenda.edit')}
      source={sourceOf(conference)}
      labels={{ items: t('agenda.title') }}
      reload={async () => sourceOf(await getMinutes(conference.id))}
      onClose={onClose}
      send={async (typed, version) => {
        await content(
          cluster.PUT('/api/v1/conferences/{id}/agenda', {
            params: { path: { id: conference.id } },
            body: {
              items: typed.items.map((item) => ({
                startsAt: item.startsAt?.trim() || null,
                minutes: item.minutes ?? null,
                title: item.title.trim(),
                unitId: item.unitId?.id ?? null,
                presenter: item.presenter?.trim() || null,
                serves: item.serves ? apart(item.serves) : null,
                was: item.was ?? null,
              })),
            },
            headers: ifMatch(version ?? conference.version),
          }),
        )
        refresh(queries)
        message.success(t('agenda.saved'))
      }}
    >
      {() => <Items conference={conference} />}
    </FormDrawer>
  )
}

function Items({ conference }: { conference: Minutes }) {
  const { t } = useI18n()
  const [said, setSaid] = useState('')
  return (
    <Form.List name="items">
      {(fields, { add, remove, move }) => {
        const moved = (from: number, to: number) => {
          move(from, to)
          setSaid(t('agenda.moved', { n: String(to + 1) }))
          const wanted = to < from ? 'up' : 'down'
          const other = wanted === 'up' ? 'down' : 'up'
          // The list is drawn anew first; at its end the button that led there is locked.
          requestAnimationFrame(() => {
            const button = (way: string) =>
              document.querySelector<HTMLButtonElement>(`[data-testid="agenda-${way}-${to}"]`)
            const kept = button(wanted)
            ;(kept?.disabled ? button(other) : kept)?.focus()
          })
        }
        return (
          <div className={styles.items}>
            <span className="heard" role="status">
              {said}
            </span>
            {fields.map((field, at) => {
              const n = String(at + 1)
              return (
                <fieldset key={field.key} className={styles.item}>
                  <legend>{t('agenda.item', { n })}</legend>
                  <span className={styles.tools}>
                    <Button
                      type="text"
                      size="small"
                      icon={<ArrowUpOutlined />}
                      aria-label={t('agenda.item.up', { n })}
                      disabled={at === 0}
                      onClick={() => moved(at, at - 1)}
                      data-testid={`agenda-up-${at}`}
                    />
                    <Button
                      type="text"
                      size="small"
                      icon={<ArrowDownOutlined />}
                      aria-label={t('agenda.item.down', { n })}
                      disabled={at === fields.length - 1}
                      onClick={() => moved(at, at + 1)}
                      data-testid={`agenda-down-${at}`}
                    />
                    <Button
                      type="text"
                      size="small"
                      icon={<DeleteOutlined />}
                      aria-label={t('agenda.item.remove', { n })}
                      onClick={() => remove(field.name)}
                      data-testid={`agenda-remove-${at}`}
                    />
                  </span>
                  <ItemFields name={field.name} conference={conference} />
                </fieldset>
              )
            })}
            <Button
              type="dashed"
              icon={<PlusOutlined />}
              disabled={fields.length >= MOST}
              onClick={() => add(EMPTY)}
              data-testid="agenda-add"
            >
              {t('agenda.add')}
            </Button>
          </div>
        )
      }}
    </Form.List>
  )
}

function ItemFields({ name, conference }: { name: number; conference: Minutes }) {
  const { t } = useI18n()
  const hour = useHourRule()
  const purposes = usePurposes()
  return (
    <>
      <Form.Item
        name={[name, 'title']}
        label={t('agenda.item.title')}
        rules={[{ required: true, whitespace: true, message: t('form.required') }]}
      >
        <Input.TextArea rows={2} maxLength={500} data-testid={`agenda-title-${name}`} />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name={[name, 'startsAt']} label={t('agenda.item.startsAt')} rules={[hour]}>
          <HourField testId={`agenda-starts-at-${name}`} />
        </Form.Item>
        <Form.Item name={[name, 'minutes']} label={t('agenda.item.minutes')}>
          <InputNumber min={1} max={600} precision={0} data-testid={`agenda-minutes-${name}`} />
        </Form.Item>
      </div>
      <Form.Item name={[name, 'unitId']} label={t('agenda.item.unit')}>
        <UnitPicker testId={`agenda-unit-${name}`} />
      </Form.Item>
      <Form.Item name={[name, 'presenter']} label={t('agenda.item.presenter')}>
        <Input maxLength={200} autoComplete="off" data-testid={`agenda-presenter-${name}`} />
      </Form.Item>
      <Form.Item name={[name, 'serves']} label={t('agenda.item.serves')}>
        <Select
          allowClear
          placeholder={t('form.pick')}
          options={conference.purposes.map((one) => ({ value: together(one), label: purposes([one])[0] }))}
          data-testid={`agenda-serves-${name}`}
        />
      </Form.Item>
    </>
  )
}
