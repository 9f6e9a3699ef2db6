import { useQueryClient } from '@tanstack/react-query'
import { App, Form, Input, Select } from 'antd'
import { cluster, content, ifMatch } from '../api/client'
import type { Movement, MovementCourse, MovementReview } from '../api/types'
import { useI18n } from '../app/i18n'
import { today } from '../app/i18n/dates'
import { useFormats } from '../app/i18n/useFormats'
import { DateField } from '../ui/DateField'
import { FormDrawer } from '../ui/FormDrawer'
import { isOf, keyOf, milestoneOf, milestonesOf } from './kinds'
import { refresh } from './queries'

/** Says what was done and asks everything of movements again. */
export function useDone() {
  const { message } = App.useApp()
  const queries = useQueryClient()
  return (words: string) => {
    refresh(queries)
    message.success(words)
  }
}

export function useRequired() {
  const { t } = useI18n()
  return [{ required: true, whitespace: true, message: t('form.required') }]
}

/** Why: kept beside what is done. */
export function ReasonField({ optional }: { optional?: string }) {
  const { t } = useI18n()
  const required = useRequired()
  return (
    <Form.Item
      name="reason"
      label={t('form.reason')}
      extra={optional ?? t('form.reason.help')}
      rules={optional ? [] : required}
    >
      <Input.TextArea rows={3} maxLength={1000} data-testid="reason-input" />
    </Form.Item>
  )
}

interface Of {
  movement: Movement
  onClose(): void
}

interface ReviewValues {
  of: string
  reviewedOn: string | null
  text: string
}

export function ReviewForm({ course, onClose }: { course: MovementCourse; onClose(): void }) {
  const { t } = useI18n()
  const done = useDone()
  const required = useRequired()
  const formats = useFormats()
  const left = milestonesOf(course.reportingDays).filter(
    (one) => !course.reviews.some((review) => isOf(review, one)),
  )
  return (
    <FormDrawer<ReviewValues>
      title={t('movements.review')}
      lead={<p>{t('movements.review.text')}</p>}
      source={{
        version: null,
        values: { of: left[0] ? keyOf(left[0]) : 'FINAL', reviewedOn: today(), text: '' },
      }}
      onClose={onClose}
      send={async (typed, _, headers) => {
        await content(
          cluster.POST('/api/v1/movements/{id}/reviews', {
            params: { path: { id: course.movement.id } },
            body: {
              kind: milestoneOf(typed.of).kind,
              reportingDay: milestoneOf(typed.of).day,
              reviewedOn: typed.reviewedOn ?? '',
              text: typed.text.trim(),
            },
            headers,
          }),
        )
        done(t('movements.reviewed'))
      }}
    >
      {() => (
        <>
          <Form.Item name="of" label={t('movements.review.kind')} rules={[{ required: true }]}>
            <Select
              options={left.map((one) => ({
                value: keyOf(one),
                label: one.day
                  ? `${t(`movements.review.${one.kind}`)} ${formats.date(one.day)}`
                  : t(`movements.review.${one.kind}`),
              }))}
              data-testid="review-kind"
            />
          </Form.Item>
          <Form.Item name="reviewedOn" label={t('movements.review.on')} rules={required}>
            <DateField data-testid="review-on" />
          </Form.Item>
          <Form.Item name="text" label={t('movements.review.body')} rules={required}>
            <Input.TextArea rows={8} maxLength={20000} data-testid="review-text" />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}

export function ReviewWithdrawalForm({ movement, review, onClose }: Of & { review: MovementReview }) {
  const { t } = useI18n()
  const done = useDone()
  return (
    <FormDrawer<{ reason: string }>
      title={t('movements.review.withdraw')}
      lead={<p>{t('movements.review.withdraw.text')}</p>}
      source={{ version: null, values: { reason: '' } }}
      danger
      saveLabel={t('movements.review.withdraw')}
      onClose={onClose}
      send={async (typed, _, headers) => {
        await content(
          cluster.POST('/api/v1/movements/{id}/reviews/{reviewId}/withdrawal', {
            params: { path: { id: movement.id, reviewId: review.id } },
            body: { reason: typed.reason.trim() },
            headers,
          }),
        )
        done(t('movements.review.withdrawn'))
      }}
    >
      {() => <ReasonField />}
    </FormDrawer>
  )
}

interface ClosingValues {
  closedOn: string | null
  reason: string
}

export function ClosingForm({ course, onClose }: { course: MovementCourse; onClose(): void }) {
  const { t } = useI18n()
  const done = useDone()
  const required = useRequired()
  const reviewed = course.reviews.some((review) => review.kind === 'FINAL')
  return (
    <FormDrawer<ClosingValues>
      title={t('movements.close')}
      lead={<p>{t('movements.close.text')}</p>}
      source={{ version: course.movement.version, values: { closedOn: today(), reason: '' } }}
      saveLabel={t('movements.close')}
      onClose={onClose}
      send={async (typed, version, headers) => {
        await content(
          cluster.POST('/api/v1/movements/{id}/closing', {
            params: { path: { id: course.movement.id } },
            body: { closedOn: typed.closedOn ?? '', reason: typed.reason.trim() || null },
            headers: { ...headers, ...ifMatch(version ?? 0) },
          }),
        )
        done(t('movements.closed'))
      }}
    >
      {() => (
        <>
          <Form.Item name="closedOn" label={t('movements.closedOn')} rules={required}>
            <DateField data-testid="closing-on" />
          </Form.Item>
          <ReasonField optional={reviewed ? t('movements.close.reviewed') : undefined} />
        </>
      )}
    </FormDrawer>
  )
}

export function ReopeningForm({ movement, onClose }: Of) {
  const { t } = useI18n()
  const done = useDone()
  return (
    <FormDrawer<{ reason: string }>
      title={t('movements.reopen')}
      lead={<p>{t('movements.reopen.text')}</p>}
      source={{ version: movement.version, values: { reason: '' } }}
      saveLabel={t('movements.reopen')}
      onClose={onClose}
      send={async (typed, version, headers) => {
        await content(
          cluster.POST('/api/v1/movements/{id}/reopening', {
            params: { path: { id: movement.id } },
            body: { reason: typed.reason.trim() },
            headers: { ...headers, ...ifMatch(version ?? 0) },
          }),
        )
        done(t('movements.reopened'))
      }}
    >
      {() => <ReasonField />}
    </FormDrawer>
  )
}
