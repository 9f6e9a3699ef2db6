import { useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, InputNumber, Radio, Select } from 'antd'
import { useRef, useState } from 'react'
import { caller, cluster, content, ifMatch } from '../api/client'
import { Intention } from '../api/intention'
import type { Exemplar, ExemplarContent } from '../api/types'
import { useI18n } from '../app/i18n'
import { today } from '../app/i18n/dates'
import { useSession } from '../app/session'
import { mandatesAtWork } from '../mandates/work'
import { bringIn } from '../papercounts/queries'
import { FormDrawer, type Source } from '../ui/FormDrawer'
import { type Named, UnitPicker } from '../ui/Picker'
import styles from './Exemplars.module.css'
import { LEVELS, SUBJECTS } from './kinds'
import { MovementPicker, NameablePicker } from './pickers'
import { pictureOf } from './picture'
import { getExemplar, refresh } from './queries'

interface Values {
  unitId: Named | null
  subject: Exemplar['subject']
  personId: Named | null
  name: string
  place: string
  title: string
  story: string
  field: string
  level: Exemplar['level']
  year: number | null
  movementId: Named | null
  pictureId: string | null
}

interface Props {
  /** The one to be written anew; null for a new one. */
  exemplar: Exemplar | null
  onClose(): void
  onSaved(saved: Exemplar): void
}

export function ExemplarForm({ exemplar, onClose, onSaved }: Props) {
  const { t } = useI18n()
  const { me } = useSession()
  const queries = useQueryClient()
  const upload = useRef(new Intention())
  const [picture, setPicture] = useState<Blob | null>(null)
  const [unreadable, setUnreadable] = useState(false)
  const required = [{ required: true, whitespace: true, message: t('form.required') }]
  const chosen = [{ required: true, message: t('form.required') }]
  const own = mandatesAtWork(me, caller.actingAs, today()).find(
    (mandate) => mandate.role === 'UNIT_OFFICER' || mandate.role === 'UNIT_LEADER',
  )

  async function choose(file: File | undefined) {
    const drawn = file ? await pictureOf(file) : null
    setUnreadable(file !== undefined && drawn === null)
    setPicture(drawn)
    upload.current.fulfilled()
  }

  async function body(typed: Values): Promise<ExemplarContent> {
    // Its name is kept with the file for good and in the audit, so it is not the one on somebody's disk.
    const pictureId = picture
      ? await bringIn('anh-dien-hinh.jpg', picture, upload.current.headersFor(picture.size))
      : typed.pictureId
    const known = typed.subject === 'PERSON' && typed.personId
    return {
      unitId: typed.unitId?.id ?? '',
      subject: typed.subject,
      personId: known ? known.id : null,
      name: known ? null : typed.name.trim() || null,
      place: typed.subject === 'HOUSEHOLD' ? typed.place.trim() || null : null,
      title: typed.title.trim(),
      story: typed.story.trim(),
      field: typed.field.trim() || null,
      level: typed.level,
      year: typed.year ?? 0,
      movementId: typed.movementId?.id ?? null,
      pictureId,
    }
  }

  return (
    <FormDrawer<Values>
      title={t(exemplar ? 'exemplars.edit' : 'exemplars.propose')}
      source={
        exemplar
          ? sourceOf(exemplar)
          : {
              version: null,
              values: {
                unitId: own ? { id: own.unitId, name: own.unitName } : null,
                subject: 'PERSON',
                personId: null,
                name: '',
                place: '',
                title: '',
                story: '',
                field: '',
                level: 'UNIT',
                year: Number(today().slice(0, 4)),
                movementId: null,
                pictureId: null,
              },
            }
      }
      reload={exemplar ? async () => sourceOf(await getExemplar(exemplar.id)) : undefined}
      labels={{
        name: t('exemplars.name'),
        place: t('exemplars.place'),
        title: t('exemplars.headline'),
        story: t('exemplars.story'),
        field: t('exemplars.field'),
        year: t('exemplars.year'),
        pictureId: t('exemplars.picture'),
      }}
      onClose={onClose}
      send={async (typed, version, headers) => {
        const saved = exemplar
          ? await content(
              cluster.PUT('/api/v1/exemplars/{id}', {
                params: { path: { id: exemplar.id } },
                body: await body(typed),
                headers: ifMatch(version ?? 0),
              }),
            )
          : await content(cluster.POST('/api/v1/exemplars', { body: await body(typed), headers }))
        upload.current.fulfilled()
        refresh(queries)
        onSaved(saved)
      }}
    >
      {(form) => (
        <>
          <Form.Item name="unitId" label={t('exemplars.unit')} rules={chosen} hidden={exemplar !== null}>
            <UnitPicker testId="exemplar-unit" />
          </Form.Item>
          <Form.Item name="subject" label={t('exemplars.subject')} rules={chosen}>
            <Radio.Group
              options={SUBJECTS.map((value) => ({
                value,
                label: <span data-testid={`subject-${value}`}>{t(`exemplars.subject.${value}`)}</span>,
              }))}
            />
          </Form.Item>
          <Form.Item noStyle shouldUpdate>
            {() => {
              const { subject, unitId, personId } = form.getFieldsValue(true) as Values
              const person = subject === 'PERSON'
              return (
                <>
                  {person && (
                    <Form.Item
                      name="personId"
                      label={t('exemplars.person')}
                      extra={t('exemplars.person.help')}
                    >
                      <NameablePicker unitId={unitId?.id ?? null} />
                    </Form.Item>
                  )}
                  {!(person && personId) && (
                    <Form.Item
                      name="name"
                      label={t(person ? 'exemplars.name.person' : 'exemplars.name')}
                      rules={required}
                    >
                      <Input maxLength={200} data-testid="exemplar-name" />
                    </Form.Item>
                  )}
                  {subject === 'HOUSEHOLD' && (
                    <Form.Item name="place" label={t('exemplars.place')} rules={required}>
                      <Input maxLength={300} data-testid="exemplar-place" />
                    </Form.Item>
                  )}
                </>
              )
            }}
          </Form.Item>
          <Form.Item name="title" label={t('exemplars.headline')} rules={required}>
            <Input maxLength={300} data-testid="exemplar-title" />
          </Form.Item>
          <Form.Item
            name="story"
            label={t('exemplars.story')}
            extra={t('exemplars.story.help')}
            rules={required}
          >
            <Input.TextArea rows={10} maxLength={20_000} data-testid="exemplar-story" />
          </Form.Item>
          <Form.Item name="field" label={t('exemplars.field')}>
            <Input maxLength={200} data-testid="exemplar-field" />
          </Form.Item>
          <Form.Item name="level" label={t('exemplars.level')} rules={chosen}>
            <Select
              options={LEVELS.map((value) => ({ value, label: t(`exemplars.level.${value}`) }))}
              data-testid="exemplar-level"
            />
          </Form.Item>
          <Form.Item name="year" label={t('exemplars.year')} rules={chosen}>
            <InputNumber min={1900} max={2200} precision={0} data-testid="exemplar-year" />
          </Form.Item>
          <Form.Item name="movementId" label={t('exemplars.movement')}>
            <MovementPicker />
          </Form.Item>
          <Form.Item name="pictureId" hidden>
            <Input />
          </Form.Item>
          <Form.Item noStyle shouldUpdate>
            {() =>
              form.getFieldValue('pictureId') && !picture ? (
                <p>
                  {t('exemplars.picture.keep')}{' '}
                  <Button size="small" onClick={() => form.setFieldValue('pictureId', null)}>
                    {t('exemplars.picture.remove')}
                  </Button>
                </p>
              ) : null
            }
          </Form.Item>
          <label htmlFor="exemplar-picture-file">{t('exemplars.picture.choose')}</label>
          <p>
            <input
              id="exemplar-picture-file"
              type="file"
              accept=".jpg,.jpeg,.png"
              onChange={(event) => choose(event.target.files?.[0])}
              data-testid="exemplar-picture-input"
            />
          </p>
          {unreadable && (
            <p role="alert" className={styles.warning}>
              {t('exemplars.picture.bad')}
            </p>
          )}
        </>
      )}
    </FormDrawer>
  )
}

function sourceOf(exemplar: Exemplar): Source<Values> {
  return {
    version: exemplar.version,
    values: {
      unitId: { id: exemplar.unitId, name: exemplar.unitName },
      subject: exemplar.subject,
      personId: exemplar.personId ? { id: exemplar.personId, name: exemplar.name ?? '…' } : null,
      name: exemplar.personId ? '' : (exemplar.name ?? ''),
      place: exemplar.place ?? '',
      title: exemplar.title ?? '',
      story: exemplar.story ?? '',
      field: exemplar.field ?? '',
      level: exemplar.level,
      year: exemplar.year,
      movementId: exemplar.movementId
        ? { id: exemplar.movementId, name: exemplar.movementName ?? '…' }
        : null,
      pictureId: exemplar.pictureId,
    },
  }
}
