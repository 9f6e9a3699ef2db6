import { useQueryClient } from '@tanstack/react-query'
import { App, Form, Input, Select } from 'antd'
import { useRef, useState } from 'react'
import { cluster, content, ifMatch } from '../api/client'
import { Intention } from '../api/intention'
import type { Draft, Minutes } from '../api/types'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { refresh } from '../clusters/queries'
import { bringIn } from '../papercounts/queries'
import { DateField } from '../ui/DateField'
import { FormDrawer } from '../ui/FormDrawer'
import { MOST_BYTES } from '../ui/scan'

const KINDS = ['REPORT', 'PLAN', 'CRITERIA', 'COMPACT', 'RESOLUTION', 'OTHER'] as const

const orNull = (text: string | null | undefined) => text?.trim() || null

function useDone() {
  const { message } = App.useApp()
  const queries = useQueryClient()
  return (words: string) => {
    refresh(queries)
    message.success(words)
  }
}

function useRequired() {
  const { t } = useI18n()
  return [{ required: true, whitespace: true, message: t('form.required') }]
}

/** The file chosen beside a form, brought in when the form is sent. */
function useFile(about: string) {
  const upload = useRef(new Intention())
  const [file, setFile] = useState<File | null>(null)
  return {
    setFile,
    chosen: file !== null,
    tooBig: file !== null && file.size > MOST_BYTES,
    async brought(): Promise<string | null> {
      if (!file) return null
      const id = await bringIn(
        file.name,
        file,
        upload.current.headersFor([about, file.name, file.size, file.lastModified]),
      )
      upload.current.fulfilled()
      return id
    },
  }
}

function FileField({ file }: { file: ReturnType<typeof useFile> }) {
  const { t } = useI18n()
  return (
    <>
      <label htmlFor="draft-file">{t('drafts.file')}</label>
      <p>
        <input
          id="draft-file"
          type="file"
          accept=".pdf,.docx,.xlsx,.txt"
          onChange={(event) => file.setFile(event.target.files?.[0] ?? null)}
          data-testid="draft-file"
        />
      </p>
      {file.tooBig && <p role="alert">{t('drafts.tooBig')}</p>}
    </>
  )
}

interface Laying {
  kind: (typeof KINDS)[number]
  title: string
  text: string | null
  commentsUntil: string | null
}

export function LayForm({ conference, onClose }: { conference: Minutes; onClose(): void }) {
  const { t } = useI18n()
  const formats = useFormats()
  const done = useDone()
  const required = useRequired()
  const file = useFile(conference.id)
  return (
    <FormDrawer<Laying>
      title={t('drafts.lay')}
      lead={<p>{t('drafts.lay.text', { date: formats.date(conference.heldOn) })}</p>}
      source={{ version: null, values: { kind: 'REPORT', title: '', text: null, commentsUntil: null } }}
      ready={(typed) => (file.chosen || orNull(typed.text) !== null) && !file.tooBig}
      onClose={onClose}
      send={async (typed, _, headers) => {
        await content(
          cluster.POST('/api/v1/drafts', {
            body: {
              conferenceId: conference.id,
              kind: typed.kind,
              title: typed.title.trim(),
              text: orNull(typed.text),
              fileId: await file.brought(),
              commentsUntil: typed.commentsUntil ?? '',
            },
            headers,
          }),
        )
        done(t('drafts.laid'))
      }}
    >
      {() => (
        <>
          <Form.Item name="kind" label={t('drafts.kind')} rules={[{ required: true }]}>
            <Select
              options={KINDS.map((value) => ({ value, label: t(`drafts.kind.${value}`) }))}
              data-testid="draft-kind"
            />
          </Form.Item>
          <Form.Item name="title" label={t('drafts.name')} rules={required}>
            <Input maxLength={500} autoComplete="off" data-testid="draft-title" />
          </Form.Item>
          <FileField file={file} />
          <Form.Item name="text" label={t('drafts.text')} extra={t('drafts.text.help')}>
            <Input.TextArea rows={8} maxLength={200_000} data-testid="draft-text" />
          </Form.Item>
          <Form.Item name="commentsUntil" label={t('deliberation.until')} rules={required}>
            <DateField data-testid="draft-until" />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}

interface Renewing {
  text: string | null
  note: string
  commentsUntil: string | null
}

interface OfOne {
  draft: Draft
  onClose(): void
}

export function VersionForm({ draft, onClose }: OfOne) {
  const { t } = useI18n()
  const formats = useFormats()
  const done = useDone()
  const required = useRequired()
  const file = useFile(draft.id)
  return (
    <FormDrawer<Renewing>
      title={t('drafts.renew')}
      lead={<p>{t('drafts.renew.text')}</p>}
      source={{
        version: draft.version,
        values: { text: draft.versions[0]?.text ?? null, note: '', commentsUntil: null },
      }}
      ready={(typed) => (file.chosen || orNull(typed.text) !== null) && !file.tooBig}
      onClose={onClose}
      send={async (typed, version, headers) => {
        await content(
          cluster.POST('/api/v1/drafts/{id}/versions', {
            params: { path: { id: draft.id } },
            body: {
              text: orNull(typed.text),
              fileId: await file.brought(),
              note: typed.note.trim(),
              commentsUntil: typed.commentsUntil,
            },
            headers: { ...headers, ...ifMatch(version ?? draft.version) },
          }),
        )
        done(t('drafts.renewed'))
      }}
    >
      {() => (
        <>
          <Form.Item name="note" label={t('drafts.note')} rules={required}>
            <Input.TextArea rows={2} maxLength={2000} data-testid="draft-note" />
          </Form.Item>
          <FileField file={file} />
          <Form.Item name="text" label={t('drafts.text')} extra={t('drafts.text.help')}>
            <Input.TextArea rows={8} maxLength={200_000} data-testid="draft-text" />
          </Form.Item>
          <Form.Item
            name="commentsUntil"
            label={t('drafts.until.new')}
            extra={t('drafts.until.same', { date: formats.date(draft.commentsUntil) })}
          >
            <DateField data-testid="draft-until" />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}

interface Saying {
  unitId: string | null
  place: string | null
  text: string
}

export function CommentForm({ draft, units, onClose }: OfOne & { units: Draft['asked'] }) {
  const { t } = useI18n()
  const done = useDone()
  const required = useRequired()
  return (
    <FormDrawer<Saying>
      title={t('deliberation.comment')}
      lead={<p>{draft.title}</p>}
      source={{ version: null, values: { unitId: units[0]?.unitId ?? null, place: null, text: '' } }}
      onClose={onClose}
      send={async (typed, _, headers) => {
        await content(
          cluster.POST('/api/v1/drafts/{id}/comments', {
            params: { path: { id: draft.id } },
            body: { unitId: typed.unitId ?? '', place: orNull(typed.place), text: typed.text.trim() },
            headers,
          }),
        )
        done(t('deliberation.comment.sent'))
      }}
    >
      {() => (
        <>
          <Form.Item name="unitId" label={t('deliberation.comment.for')} rules={required}>
            <Select
              options={units.map((unit) => ({ value: unit.unitId, label: unit.unitName }))}
              data-testid="comment-unit"
            />
          </Form.Item>
          <Form.Item name="place" label={t('drafts.place')} extra={t('drafts.place.help')}>
            <Input maxLength={200} autoComplete="off" data-testid="comment-place" />
          </Form.Item>
          <Form.Item name="text" label={t('deliberation.comment.text')} rules={required}>
            <Input.TextArea rows={6} maxLength={5000} data-testid="comment-text" />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}

export function WithdrawForm({ draft, onClose }: OfOne) {
  const { t } = useI18n()
  const done = useDone()
  const required = useRequired()
  return (
    <FormDrawer<{ reason: string }>
      title={t('drafts.withdraw')}
      lead={<p>{t('drafts.withdraw.text')}</p>}
      source={{ version: draft.version, values: { reason: '' } }}
      danger
      saveLabel={t('drafts.withdraw')}
      onClose={onClose}
      send={async (typed, version, headers) => {
        await content(
          cluster.POST('/api/v1/drafts/{id}/withdrawal', {
            params: { path: { id: draft.id } },
            body: { reason: typed.reason.trim() },
            headers: { ...headers, ...ifMatch(version ?? draft.version) },
          }),
        )
        done(t('drafts.withdraw.done'))
      }}
    >
      {() => (
        <Form.Item name="reason" label={t('form.reason')} extra={t('form.reason.help')} rules={required}>
          <Input.TextArea rows={3} maxLength={1000} data-testid="reason-input" />
        </Form.Item>
      )}
    </FormDrawer>
  )
}
