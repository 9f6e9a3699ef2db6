import { FileOutlined, FormOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Form, Input, Tag } from 'antd'
import { useRef, useState } from 'react'
import { cluster, content } from '../api/client'
import { Intention } from '../api/intention'
import type { PaperCount } from '../api/types'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { useSession } from '../app/session'
import clusters from '../clusters/Clusters.module.css'
import { refresh } from '../clusters/queries'
import { Facts } from '../ui/Facts'
import { Failed } from '../ui/Failed'
import { FormDrawer } from '../ui/FormDrawer'
import { ProblemAlert } from '../ui/ProblemAlert'
import { Lock } from '../ui/ReasonOfLock'
import type { Option } from './option'
import styles from './PaperCounts.module.css'
import { usePaperCounts } from './queries'
import { RecordForm } from './RecordForm'

interface Props {
  kind: PaperCount['kind']
  pollId: string
  options: Option[]
  /** Whether the vote may still be counted on paper. */
  open: boolean
}

/** What tellers counted on paper: recorded by one, confirmed by another, with the signed minutes. */
export function PaperCounts({ kind, pollId, options, open }: Props) {
  const { t } = useI18n()
  const { may } = useSession()
  const [recording, setRecording] = useState(false)
  const { data, error, refetch } = usePaperCounts(pollId)
  if (!data) return error ? <Failed failure={error} retry={() => refetch()} /> : null
  const standing = data.find((count) => count.status !== 'REJECTED')
  const rejected = data.filter((count) => count.status === 'REJECTED')
  const tells = may('VOTES_TELL')
  if (data.length === 0 && !(open && tells)) return null
  return (
    <section className={styles.counts} data-testid="paper-counts">
      <h3 className={clusters.heading}>{t('paper.title')}</h3>
      {standing && <Count count={standing} options={options} open={open} />}
      {open && !standing && (
        <Lock reason={tells ? undefined : t('paper.lock')}>
          {(locked) => (
            <Button
              icon={<FormOutlined />}
              disabled={locked}
              onClick={() => setRecording(true)}
              data-testid="paper-record"
            >
              {t('paper.record')}
            </Button>
          )}
        </Lock>
      )}
      {rejected.map((count) => (
        <details key={count.id} className={clusters.more}>
          <summary>{t('paper.rejected', { reason: count.reason ?? '' })}</summary>
          <Count count={count} options={options} open={false} />
        </details>
      ))}
      {recording && (
        <RecordForm kind={kind} pollId={pollId} options={options} onClose={() => setRecording(false)} />
      )}
    </section>
  )
}

function Count({ count, options, open }: { count: PaperCount; options: Option[]; open: boolean }) {
  const { t } = useI18n()
  const formats = useFormats()
  const label = (option: string) => options.find((one) => one.option === option)?.label ?? '…'
  const numbers = ['issued', 'collected', 'valid', 'invalid', 'blank'] as const
  return (
    <div className={styles.count} data-testid={`paper-count-${count.status}`}>
      <p className={clusters.marks}>
        <Tag
          color={
            count.status === 'CONFIRMED' ? 'success' : count.status === 'RECORDED' ? 'warning' : 'default'
          }
        >
          {t(`paper.status.${count.status}`)}
        </Tag>
        <span className={clusters.quiet}>
          {t('paper.recordedBy', {
            name: count.recordedBy ?? t('person.erased'),
            time: formats.instant(count.recordedAt),
          })}
        </span>
        {count.judgedAt && count.status === 'CONFIRMED' && (
          <span className={clusters.quiet}>
            {t('paper.confirmedBy', {
              name: count.judgedBy ?? t('person.erased'),
              time: formats.instant(count.judgedAt),
            })}
          </span>
        )}
      </p>
      <Facts
        items={[
          ...numbers.map((one) => ({ label: t(`paper.${one}`), value: formats.number(count[one]) })),
          ...count.votes.map((one) => ({ label: label(one.option), value: formats.number(one.votes) })),
        ]}
      />
      <p>
        <FileOutlined aria-hidden />{' '}
        <a
          href={`/api/v1/files/cluster/${count.fileId}`}
          target="_blank"
          rel="noreferrer"
          data-testid="paper-scan"
        >
          {t('paper.scan', { name: count.fileName })}
        </a>
      </p>
      <p className={styles.hash}>
        SHA-256 <code>{count.fileSha256}</code>
      </p>
      {open && count.status === 'RECORDED' && <Judgement count={count} />}
    </div>
  )
}

/** For the second teller: confirm what the minutes say, or reject it with the reason. */
function Judgement({ count }: { count: PaperCount }) {
  const { t } = useI18n()
  const { modal, message } = App.useApp()
  const { may } = useSession()
  const queries = useQueryClient()
  const intention = useRef(new Intention())
  const [failure, setFailure] = useState<unknown>(null)
  const [rejecting, setRejecting] = useState(false)
  const lock = may('VOTES_TELL') ? undefined : t('paper.lock')

  async function confirm() {
    setFailure(null)
    try {
      await content(
        cluster.POST('/api/v1/paper-counts/{id}/confirmation', {
          params: { path: { id: count.id } },
          headers: intention.current.headersFor(['confirmation', count.id]),
        }),
      )
      intention.current.fulfilled()
      refresh(queries)
      message.success(t('paper.confirmed'))
    } catch (error) {
      setFailure(error)
    }
  }

  const ask = () =>
    modal.confirm({
      title: t('paper.confirm.sure'),
      content: t('paper.confirm.text'),
      okText: t('paper.confirm'),
      okButtonProps: { 'data-testid': 'paper-confirm-sure' },
      cancelText: t('action.cancel'),
      onOk: confirm,
    })
  return (
    <>
      <Alert type="info" showIcon title={t('paper.second')} />
      <ProblemAlert failure={failure} />
      <div className={clusters.foot}>
        <Lock reason={lock}>
          {(locked) => (
            <Button type="primary" disabled={locked} onClick={ask} data-testid="paper-confirm">
              {t('paper.confirm')}
            </Button>
          )}
        </Lock>
        {!lock && (
          <Button type="text" danger onClick={() => setRejecting(true)} data-testid="paper-reject">
            {t('paper.reject')}
          </Button>
        )}
      </div>
      {rejecting && <RejectForm count={count} onClose={() => setRejecting(false)} />}
    </>
  )
}

function RejectForm({ count, onClose }: { count: PaperCount; onClose(): void }) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  return (
    <FormDrawer<{ reason: string }>
      title={t('paper.reject')}
      lead={<p>{t('paper.reject.text')}</p>}
      source={{ version: null, values: { reason: '' } }}
      danger
      saveLabel={t('paper.reject')}
      onClose={onClose}
      send={async (typed, _, headers) => {
        await content(
          cluster.POST('/api/v1/paper-counts/{id}/rejection', {
            params: { path: { id: count.id } },
            body: { reason: typed.reason.trim() },
            headers,
          }),
        )
        refresh(queries)
        message.success(t('paper.reject.done'))
      }}
    >
      {() => (
        <Form.Item
          name="reason"
          label={t('form.reason')}
          extra={t('form.reason.help')}
          rules={[{ required: true, whitespace: true, message: t('form.required') }]}
        >
          <Input.TextArea rows={3} maxLength={1000} data-testid="reason-input" />
        </Form.Item>
      )}
    </FormDrawer>
  )
}
