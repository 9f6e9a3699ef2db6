import { useQueryClient } from '@tanstack/react-query'
import { Alert, App, Form, Input } from 'antd'
import { content, indicator } from '../api/client'
import { useI18n } from '../app/i18n'
import { FormDrawer } from '../ui/FormDrawer'
import { TypedConfirmation } from '../ui/TypedConfirmation'
import styles from './Report.module.css'
import { useFindings } from './reportQueries'
import type { ReportCell } from './reportTypes'
import type { Warning } from './warnings'

interface SubmitProps {
  reportId: string
  total: number
  empty: ReportCell[]
  warned: { cell: ReportCell; warnings: Warning[] }[]
  /** Typed but not on the server, or not readable. */
  unsaved: number
  onClose(): void
}

/** What is missing and what looks odd is read once more before the figures are out of the unit's hands. */
export function SubmitReport({ reportId, total, empty, warned, unsaved, onClose }: SubmitProps) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  // Empty cells are told of their own. Where the checks cannot be asked, handing in asks them.
  const refused = (useFindings(reportId).data?.findings ?? []).filter(
    ({ blocks, kind }) => blocks && kind !== 'EMPTY',
  )
  const odd = warned.filter(({ cell }) =>
    refused.every(({ indicatorId }) => indicatorId !== cell.indicatorId),
  )
  return (
    <TypedConfirmation
      title={t('report.submit.title')}
      okLabel={t('report.submit')}
      blocked={unsaved > 0 || empty.length > 0 || refused.length > 0}
      onClose={onClose}
      testId="submit-summary"
      onConfirm={async (headers) => {
        await content(
          indicator.POST('/api/v1/reports/{id}/submission', { params: { path: { id: reportId } }, headers }),
        )
        queries.invalidateQueries({ queryKey: ['reports'] })
        message.success(t('report.submitted'))
      }}
    >
      <div className={styles.summary}>
        {unsaved > 0 && <Alert type="error" showIcon title={t('report.submit.unsaved', { n: unsaved })} />}
        {empty.length === 0 ? (
          <Alert type="success" showIcon title={t('report.submit.all', { m: total })} />
        ) : (
          <Alert
            type="warning"
            showIcon
            data-testid="submit-missing"
            title={t('report.submit.missing', { n: empty.length })}
            description={
              <ul>
                {empty.map((cell) => (
                  <li key={cell.indicatorId}>
                    {cell.code} · {cell.name}
                  </li>
                ))}
              </ul>
            }
          />
        )}
        {refused.length > 0 && (
          <Alert
            type="error"
            showIcon
            data-testid="submit-refused"
            title={t('report.submit.refused', { n: refused.length })}
            description={
              <ul>
                {refused.map((finding) => (
                  <li key={`${finding.indicatorId} ${finding.kind}`}>
                    <strong>{finding.name}</strong>: {finding.text}
                  </li>
                ))}
              </ul>
            }
          />
        )}
        {odd.length > 0 && (
          <Alert
            type="info"
            showIcon
            data-testid="submit-warned"
            title={t('report.submit.warned', { n: odd.length })}
            description={
              <ul>
                {odd.map(({ cell, warnings }) => (
                  <li key={cell.indicatorId}>
                    <strong>{cell.name}</strong>:{' '}
                    {warnings.map((warning) => t(`report.warn.${warning}`)).join(' ')}
                  </li>
                ))}
              </ul>
            }
          />
        )}
        <p>{t('report.submit.after')}</p>
      </div>
    </TypedConfirmation>
  )
}

export function AcceptReport(props: { reportId: string; unverified: number; onClose(): void }) {
  const { t } = useI18n()
  const queries = useQueryClient()
  return (
    <TypedConfirmation
      title={t('report.accept.title')}
      okLabel={t('report.accept')}
      onClose={props.onClose}
      onConfirm={async (headers) => {
        await content(
          indicator.POST('/api/v1/reports/{id}/acceptance', {
            params: { path: { id: props.reportId } },
            headers,
          }),
        )
        queries.invalidateQueries({ queryKey: ['reports'] })
      }}
    >
      <p>{t('report.accept.text')}</p>
      {props.unverified > 0 && (
        <Alert type="warning" showIcon title={t('report.accept.unverified', { n: props.unverified })} />
      )}
    </TypedConfirmation>
  )
}

export function ReturnReport({ reportId, onClose }: { reportId: string; onClose(): void }) {
  const { t } = useI18n()
  const queries = useQueryClient()
  return (
    <FormDrawer<{ reason: string }>
      title={t('report.return.title')}
      lead={<p>{t('report.return.text')}</p>}
      source={{ values: { reason: '' }, version: null }}
      saveLabel={t('report.return')}
      onClose={onClose}
      send={async (typed, _, headers) => {
        await content(
          indicator.POST('/api/v1/reports/{id}/return', {
            params: { path: { id: reportId } },
            body: { reason: typed.reason.trim() },
            headers,
          }),
        )
        queries.invalidateQueries({ queryKey: ['reports'] })
      }}
    >
      {() => (
        <Form.Item
          name="reason"
          label={t('form.reason')}
          rules={[{ required: true, whitespace: true, message: t('form.required') }]}
        >
          <Input.TextArea rows={4} maxLength={1000} data-testid="reason-input" />
        </Form.Item>
      )}
    </FormDrawer>
  )
}
