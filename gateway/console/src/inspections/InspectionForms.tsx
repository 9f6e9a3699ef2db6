import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input } from 'antd'
import { useRef, useState } from 'react'
import { cluster, content, ifMatch } from '../api/client'
import { Intention } from '../api/intention'
import type { Inspection, Season } from '../api/types'
import { useI18n } from '../app/i18n'
import { today } from '../app/i18n/dates'
import { MemberSelect } from '../clusters/Choices'
import { type Origin, OriginFields, OWN, originOf } from '../clusters/OriginFields'
import { refresh } from '../clusters/queries'
import { DateField } from '../ui/DateField'
import { FormDrawer } from '../ui/FormDrawer'
import styles from '../ui/FormRows.module.css'
import { ProblemAlert } from '../ui/ProblemAlert'

type Finding = Inspection['findings'][number]

interface NewInspection extends Origin {
  unitId: string | null
  inspector: string
  subject: string
  heldOn: string | null
  conclusion: string | null
  findings: { text: string; dueOn: string | null }[]
}

export function InspectionForm({ season, onClose }: { season: Season; onClose(): void }) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const required = [{ required: true, message: t('form.required') }]
  const words = [{ required: true, whitespace: true, message: t('form.required') }]
  return (
    <FormDrawer<NewInspection>
      title={t('inspection.create')}
      source={{
        version: null,
        values: {
          unitId: null,
          inspector: '',
          subject: '',
          heldOn: null,
          conclusion: null,
          findings: [{ text: '', dueOn: null }],
          ...OWN,
        },
      }}
      onClose={onClose}
      send={async (typed, _, headers) => {
        await content(
          cluster.POST('/api/v1/inspections', {
            body: {
              seasonId: season.id,
              unitId: typed.unitId ?? '',
              inspector: typed.inspector.trim(),
              subject: typed.subject.trim(),
              heldOn: typed.heldOn ?? '',
              conclusion: typed.conclusion?.trim() || null,
              findings: typed.findings
                .filter((one) => one.text?.trim())
                .map((one) => ({ text: one.text.trim(), dueOn: one.dueOn ?? null })),
              ...originOf(typed),
            },
            headers,
          }),
        )
        refresh(queries)
        message.success(t('inspection.created'))
      }}
    >
      {() => (
        <>
          <Form.Item name="unitId" label={t('inspection.unit')} rules={required}>
            <MemberSelect clusterId={season.clusterId} testId="inspection-unit" />
          </Form.Item>
          <Form.Item name="inspector" label={t('inspection.inspector')} rules={words}>
            <Input maxLength={300} data-testid="inspection-inspector" />
          </Form.Item>
          <Form.Item name="subject" label={t('inspection.subject')} rules={words}>
            <Input maxLength={500} data-testid="inspection-subject" />
          </Form.Item>
          <Form.Item name="heldOn" label={t('inspection.heldOn')} rules={required}>
            <DateField data-testid="inspection-held-on" />
          </Form.Item>
          <Form.Item name="conclusion" label={t('inspection.conclusion')}>
            <Input.TextArea rows={3} maxLength={10000} data-testid="inspection-conclusion" />
          </Form.Item>
          <Findings />
          <OriginFields />
        </>
      )}
    </FormDrawer>
  )
}

function Findings() {
  const { t } = useI18n()
  return (
    <fieldset className={styles.rows}>
      <legend>{t('inspection.findings')}</legend>
      <Form.List name="findings">
        {(fields, { add, remove }) => (
          <>
            {fields.map((field) => (
              <div key={field.key} className={styles.row}>
                <div className={styles.grows}>
                  <Form.Item name={[field.name, 'text']} label={t('inspection.finding.text')}>
                    <Input.TextArea
                      rows={2}
                      maxLength={5000}
                      data-testid={`inspection-finding-${field.name}`}
                    />
                  </Form.Item>
                  <Form.Item name={[field.name, 'dueOn']} label={t('inspection.finding.dueOn')}>
                    <DateField data-testid={`inspection-finding-due-${field.name}`} />
                  </Form.Item>
                </div>
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t('inspection.finding.remove')}
                  onClick={() => remove(field.name)}
                />
              </div>
            ))}
            <Button
              type="dashed"
              block
              icon={<PlusOutlined />}
              onClick={() => add({ text: '', dueOn: null })}
            >
              {t('inspection.finding.add')}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}

interface Answer {
  remedy: string
  remediedOn: string | null
}

interface OfFinding {
  inspection: Inspection
  finding: Finding
}

/** What the inspected unit did about it. */
export function RemedyForm({ inspection, finding, onClose }: OfFinding & { onClose(): void }) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  return (
    <FormDrawer<Answer>
      title={t('inspection.remedy')}
      lead={<p>{finding.text}</p>}
      source={{
        version: null,
        values: { remedy: finding.remedy ?? '', remediedOn: finding.remediedOn ?? today() },
      }}
      onClose={onClose}
      send={async (typed, _, headers) => {
        await content(
          cluster.POST('/api/v1/inspections/{id}/findings/{findingId}/remedy', {
            params: { path: { id: inspection.id, findingId: finding.id } },
            body: { remedy: typed.remedy.trim(), remediedOn: typed.remediedOn ?? '' },
            headers,
          }),
        )
        refresh(queries)
        message.success(t('inspection.remedied'))
      }}
    >
      {() => (
        <>
          <Form.Item
            name="remedy"
            label={t('inspection.remedy.text')}
            rules={[{ required: true, whitespace: true, message: t('form.required') }]}
          >
            <Input.TextArea rows={4} maxLength={5000} data-testid="finding-remedy-text" />
          </Form.Item>
          <Form.Item
            name="remediedOn"
            label={t('inspection.remedy.on')}
            rules={[{ required: true, message: t('form.required') }]}
          >
            <DateField data-testid="finding-remedied-on" />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}

/** Agreeing that it was put right; asked once more, as it is for good. */
export function CloseFinding({ inspection, finding, locked }: OfFinding & { locked: boolean }) {
  const { t } = useI18n()
  const { message, modal } = App.useApp()
  const queries = useQueryClient()
  const [failure, setFailure] = useState<unknown>(null)
  const intention = useRef(new Intention())
  async function close() {
    setFailure(null)
    try {
      await content(
        cluster.POST('/api/v1/inspections/{id}/findings/{findingId}/closing', {
          params: { path: { id: inspection.id, findingId: finding.id } },
          headers: intention.current.headersFor(['closing', finding.id]),
        }),
      )
      intention.current.fulfilled()
      refresh(queries)
      message.success(t('inspection.closed'))
    } catch (error) {
      setFailure(error)
    }
  }
  return (
    <>
      <Button
        size="small"
        type="primary"
        disabled={locked}
        onClick={() =>
          modal.confirm({
            title: t('inspection.close'),
            content: t('inspection.close.text'),
            okText: t('inspection.close'),
            okButtonProps: { 'data-testid': 'confirm-button' },
            cancelText: t('action.cancel'),
            onOk: close,
          })
        }
        data-testid="finding-close"
      >
        {t('inspection.close')}
      </Button>
      <ProblemAlert failure={failure} />
    </>
  )
}

/** Taking back what was recorded wrongly, with the reason. */
export function WithdrawInspection({ inspection, locked }: { inspection: Inspection; locked: boolean }) {
  const { t } = useI18n()
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button
        size="small"
        type="link"
        disabled={locked}
        onClick={() => setAsking(true)}
        data-testid="inspection-withdraw"
      >
        {t('inspection.withdraw')}
      </Button>
      {asking && (
        <FormDrawer<{ reason: string }>
          title={t('inspection.withdraw')}
          lead={<p>{t('inspection.withdraw.text')}</p>}
          danger
          source={{ version: inspection.version, values: { reason: '' } }}
          onClose={() => setAsking(false)}
          send={async (typed, version, headers) => {
            await content(
              cluster.POST('/api/v1/inspections/{id}/withdrawal', {
                params: { path: { id: inspection.id } },
                body: { reason: typed.reason.trim() },
                headers: { ...headers, ...ifMatch(version ?? 0) },
              }),
            )
            refresh(queries)
          }}
        >
          {() => (
            <Form.Item
              name="reason"
              label={t('inspection.reason')}
              rules={[{ required: true, whitespace: true, message: t('form.required') }]}
            >
              <Input.TextArea rows={3} maxLength={1000} data-testid="reason-input" />
            </Form.Item>
          )}
        </FormDrawer>
      )}
    </>
  )
}
