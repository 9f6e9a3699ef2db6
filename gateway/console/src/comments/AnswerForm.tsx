import { useQueryClient } from '@tanstack/react-query'
import { App, Form, Input, Radio } from 'antd'
import type { DraftComment } from '../api/types'
import { useI18n } from '../app/i18n'
import { refresh } from '../clusters/queries'
import { FormDrawer } from '../ui/FormDrawer'
import styles from './Comments.module.css'

export type Answering = { outcome: NonNullable<DraftComment['answer']>['outcome']; reason: string }

/** Sends an answer to where the comment is. */
export type Answer = (
  comment: DraftComment,
  answering: Answering,
  headers: { 'Idempotency-Key': string },
) => Promise<unknown>

/** Accepted, in part, or not; always with the reason. */
export function AnswerForm({
  comment,
  answer,
  onClose,
}: {
  comment: DraftComment
  answer: Answer
  onClose(): void
}) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  return (
    <FormDrawer<Answering>
      title={t('deliberation.answer')}
      lead={<blockquote className={styles.comment}>{comment.text}</blockquote>}
      source={{ version: null, values: { outcome: 'ACCEPTED', reason: '' } }}
      onClose={onClose}
      send={async (typed, _, headers) => {
        await answer(comment, { outcome: typed.outcome, reason: typed.reason.trim() }, headers)
        refresh(queries)
        message.success(t('deliberation.answer.saved'))
      }}
    >
      {() => (
        <>
          <Form.Item name="outcome" label={t('deliberation.answer.outcome')} rules={[{ required: true }]}>
            <Radio.Group
              vertical
              options={(['ACCEPTED', 'PARTLY', 'DECLINED'] as const).map((value) => ({
                value,
                label: <span data-testid={`answer-${value}`}>{t(`deliberation.answer.${value}`)}</span>,
              }))}
            />
          </Form.Item>
          <Form.Item
            name="reason"
            label={t('deliberation.answer.reason')}
            rules={[{ required: true, whitespace: true, message: t('form.required') }]}
          >
            <Input.TextArea rows={5} maxLength={5000} data-testid="answer-reason" />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
