import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input } from 'antd'
import { useRef, useState } from 'react'
import { cluster as api, content, ifMatch } from '../api/client'
import { Intention } from '../api/intention'
import { useI18n } from '../app/i18n'
import { refresh } from '../clusters/queries'
import { bringIn } from '../papercounts/queries'
import { FormDrawer, type Source } from '../ui/FormDrawer'
import styles from './Founding.module.css'
import {
  FoundingFields,
  foundingOf,
  NO_FOUNDING,
  type Scan,
  ScanField,
  type TypedFounding,
} from './FoundingFields'
import { getFounding } from './queries'
import type { Founding } from './types'

interface Values extends TypedFounding {
  fileId: string | null
  reason: string
}

function sourceOf({ decision, version }: Founding): Source<Values> {
  return {
    version,
    values: decision
      ? {
          number: decision.number,
          decidedOn: decision.decidedOn,
          issuedBy: decision.issuedBy,
          issuerUnitId: decision.issuerUnitId
            ? { id: decision.issuerUnitId, name: decision.issuerName ?? '…' }
            : null,
          fileId: decision.fileId ?? null,
          reason: '',
        }
      : { ...NO_FOUNDING, fileId: null, reason: '' },
  }
}

interface Props {
  clusterId: string
  founding: Founding
  onClose(): void
}

/** Records the decision that founded the cluster, or changes it with a reason. */
export function FoundingForm({ clusterId, founding, onClose }: Props) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const upload = useRef(new Intention())
  const [scan, setScan] = useState<Scan | null>(null)
  const standing = founding.decision
  return (
    <FormDrawer<Values>
      title={t(standing ? 'founding.edit' : 'founding.record')}
      source={sourceOf(founding)}
      labels={{
        number: t('founding.number'),
        decidedOn: t('founding.decidedOn'),
        issuedBy: t('founding.issuedBy'),
        issuerUnitId: t('founding.issuerUnit'),
        fileId: t('founding.scan'),
      }}
      reload={async () => sourceOf(await getFounding(clusterId))}
      onClose={onClose}
      send={async (typed, version) => {
        const fileId = scan
          ? await bringIn(
              scan.name,
              scan.content,
              upload.current.headersFor([clusterId, scan.name, scan.content.size]),
            )
          : typed.fileId
        await content(
          api.PUT('/api/v1/clusters/{id}/founding-decision', {
            params: { path: { id: clusterId } },
            body: { ...foundingOf(typed, fileId), reason: typed.reason.trim() || null },
            headers: ifMatch(version ?? founding.version),
          }),
        )
        upload.current.fulfilled()
        refresh(queries)
        message.success(t('founding.saved'))
      }}
    >
      {(form) => (
        <>
          <FoundingFields within={null} />
          <Form.Item name="fileId" hidden>
            <Input />
          </Form.Item>
          <Form.Item noStyle dependencies={['fileId']}>
            {() =>
              form.getFieldValue('fileId') && !scan ? (
                <p className={styles.actions}>
                  {t('founding.scan.stays', { name: standing?.fileName ?? '…' })}
                  <Button
                    type="link"
                    size="small"
                    onClick={() => form.setFieldValue('fileId', null)}
                    data-testid="founding-scan-drop"
                  >
                    {t('founding.scan.drop')}
                  </Button>
                </p>
              ) : null
            }
          </Form.Item>
          <ScanField onChoose={setScan} />
          {standing && (
            <Form.Item
              name="reason"
              label={t('form.reason')}
              extra={t('form.reason.help')}
              rules={[{ required: true, whitespace: true, message: t('form.required') }]}
            >
              <Input.TextArea rows={3} maxLength={1000} data-testid="reason-input" />
            </Form.Item>
          )}
        </>
      )}
    </FormDrawer>
  )
}

/** Takes back a decision that was recorded for the wrong cluster. */
export function WithdrawFounding({ clusterId, founding, onClose }: Props) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  return (
    <FormDrawer<{ reason: string }>
      title={t('founding.withdraw')}
      lead={<p>{t('founding.withdraw.text')}</p>}
      source={{ version: founding.version, values: { reason: '' } }}
      danger
      saveLabel={t('founding.withdraw')}
      onClose={onClose}
      send={async (typed, version, headers) => {
        await content(
          api.POST('/api/v1/clusters/{id}/founding-decision/withdrawal', {
            params: { path: { id: clusterId } },
            body: { reason: typed.reason.trim() },
            headers: { ...headers, ...ifMatch(version ?? founding.version) },
          }),
        )
        refresh(queries)
        message.success(t('founding.withdrawn'))
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
