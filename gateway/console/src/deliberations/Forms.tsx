import { useQueryClient } from '@tanstack/react-query'
import { App, Form, Input, Select } from 'antd'
import { cluster, content } from '../api/client'
import type { Deliberation, Member, Season } from '../api/types'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { refresh } from '../clusters/queries'
import { VoteRules } from '../clusters/VoteRules'
import styles from '../comments/Comments.module.css'
import { DateField } from '../ui/DateField'
import { FormDrawer } from '../ui/FormDrawer'
import type { Paragraph } from './paragraphs'

/** Says what was done and asks everything of clusters again. */
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

interface BeginProps {
  season: Season
  draft: number
  onClose(): void
}

export function BeginForm({ season, draft, onClose }: BeginProps) {
  const { t } = useI18n()
  const formats = useFormats()
  const done = useDone()
  const required = useRequired()
  return (
    <FormDrawer<{ commentsUntil: string | null }>
      title={t('deliberation.begin')}
      lead={<p>{t('deliberation.begin.text', { n: formats.number(draft) })}</p>}
      source={{ version: null, values: { commentsUntil: null } }}
      saveLabel={t('deliberation.begin')}
      onClose={onClose}
      send={async (typed, _, headers) => {
        await content(
          cluster.POST('/api/v1/deliberations', {
            body: { seasonId: season.id, draft, commentsUntil: typed.commentsUntil ?? '' },
            headers,
          }),
        )
        done(t('deliberation.begun'))
      }}
    >
      {() => (
        <Form.Item name="commentsUntil" label={t('deliberation.until')} rules={required}>
          <DateField data-testid="comments-until" />
        </Form.Item>
      )}
    </FormDrawer>
  )
}

interface CommentProps {
  deliberation: Deliberation
  units: Member[]
  paragraph: Paragraph | null
  onClose(): void
}

export function CommentForm({ deliberation, units, paragraph, onClose }: CommentProps) {
  const { t } = useI18n()
  const formats = useFormats()
  const done = useDone()
  const required = useRequired()
  return (
    <FormDrawer<{ unitId: string | null; text: string }>
      title={
        paragraph
          ? t('deliberation.comment.on', { n: formats.number(paragraph.number) })
          : t('deliberation.comment.whole')
      }
      lead={paragraph && <blockquote className={styles.comment}>{paragraph.text}</blockquote>}
      source={{ version: null, values: { unitId: units[0]?.unitId ?? null, text: '' } }}
      onClose={onClose}
      send={async (typed, _, headers) => {
        await content(
          cluster.POST('/api/v1/deliberations/{id}/comments', {
            params: { path: { id: deliberation.id } },
            body: {
              unitId: typed.unitId ?? '',
              paragraph: paragraph?.number ?? null,
              text: typed.text.trim(),
            },
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
          <Form.Item name="text" label={t('deliberation.comment.text')} rules={required}>
            <Input.TextArea rows={6} maxLength={5000} data-testid="comment-text" />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}

interface VotingProps {
  deliberation: Deliberation
  number: number
  onClose(): void
}

type Rules = Pick<Deliberation, 'quorum' | 'threshold' | 'base'>

export function VotingForm({ deliberation, number, onClose }: VotingProps) {
  const { t } = useI18n()
  const formats = useFormats()
  const done = useDone()
  const usual = {
    quorum: { numerator: 2, denominator: 3 },
    threshold: { numerator: 1, denominator: 2 },
    base: 'ALL_MEMBERS',
  } as const
  return (
    <FormDrawer<Rules>
      title={t('deliberation.voting')}
      lead={<p>{t('deliberation.voting.text', { n: formats.number(number) })}</p>}
      source={{ version: null, values: usual }}
      saveLabel={t('deliberation.voting')}
      onClose={onClose}
      send={async (typed, _, headers) => {
        await content(
          cluster.POST('/api/v1/deliberations/{id}/voting', {
            params: { path: { id: deliberation.id } },
            body: {
              number,
              quorum: typed.quorum ?? usual.quorum,
              threshold: typed.threshold ?? usual.threshold,
              base: typed.base ?? usual.base,
            },
            headers,
          }),
        )
        done(t('deliberation.voting.opened'))
      }}
    >
      {() => <VoteRules kind="voting" />}
    </FormDrawer>
  )
}

export function WithdrawForm({ deliberation, onClose }: { deliberation: Deliberation; onClose(): void }) {
  const { t } = useI18n()
  const done = useDone()
  const required = useRequired()
  return (
    <FormDrawer<{ reason: string }>
      title={t('deliberation.withdraw')}
      lead={<p>{t('deliberation.withdraw.text')}</p>}
      source={{ version: null, values: { reason: '' } }}
      danger
      saveLabel={t('deliberation.withdraw')}
      onClose={onClose}
      send={async (typed, _, headers) => {
        await content(
          cluster.POST('/api/v1/deliberations/{id}/withdrawal', {
            params: { path: { id: deliberation.id } },
            body: { reason: typed.reason.trim() },
            headers,
          }),
        )
        done(t('deliberation.withdraw.done'))
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
