import { Form, Input } from 'antd'
import { useState } from 'react'
import { useI18n } from '../app/i18n'
import { DateField } from '../ui/DateField'
import { type Named, UnitPicker } from '../ui/Picker'
import { fitted } from '../ui/scan'
import styles from './Founding.module.css'

/** A founding decision as it is typed. */
export interface TypedFounding {
  number: string
  decidedOn: string | null
  issuedBy: string
  issuerUnitId: Named | null
}

export const NO_FOUNDING: TypedFounding = { number: '', decidedOn: null, issuedBy: '', issuerUnitId: null }

export const foundingOf = (typed: TypedFounding, fileId: string | null) => ({
  number: typed.number.trim(),
  // The form does not submit without a day.
  decidedOn: typed.decidedOn ?? '',
  issuedBy: typed.issuedBy.trim(),
  issuerUnitId: typed.issuerUnitId?.id ?? null,
  fileId,
})

/** @param within the field of the form that holds the decision; null where the form is the decision */
export function FoundingFields({ within }: { within: string | null }) {
  const { t } = useI18n()
  const name = (field: keyof TypedFounding) => (within ? [within, field] : field)
  const required = [{ required: true, whitespace: true, message: t('form.required') }]
  return (
    <>
      <Form.Item name={name('number')} label={t('founding.number')} rules={required}>
        <Input maxLength={60} autoComplete="off" data-testid="founding-number-input" />
      </Form.Item>
      <Form.Item
        name={name('decidedOn')}
        label={t('founding.decidedOn')}
        rules={[{ required: true, message: t('form.required') }]}
      >
        <DateField data-testid="founding-decided-on" />
      </Form.Item>
      <Form.Item
        name={name('issuedBy')}
        label={t('founding.issuedBy')}
        extra={t('founding.issuedBy.help')}
        rules={required}
      >
        <Input maxLength={300} data-testid="founding-issued-by" />
      </Form.Item>
      <Form.Item name={name('issuerUnitId')} label={t('founding.issuerUnit')}>
        <UnitPicker testId="founding-issuer-picker" />
      </Form.Item>
    </>
  )
}

/** The chosen file as it will be sent. */
export interface Scan {
  name: string
  content: Blob
}

/** The scan of the signed paper: a photograph that is too large is made smaller. */
export function ScanField({ onChoose }: { onChoose(scan: Scan | null): void }) {
  const { t } = useI18n()
  const [tooBig, setTooBig] = useState(false)
  async function choose(file: File | undefined) {
    const content = file ? await fitted(file) : null
    setTooBig(file !== undefined && content === null)
    onChoose(file && content ? { name: file.name, content } : null)
  }
  return (
    <div className={styles.scan}>
      <label htmlFor="founding-scan-file">{t('founding.scan.choose')}</label>
      <input
        id="founding-scan-file"
        type="file"
        accept=".pdf,.png,.jpg,.jpeg"
        onChange={(event) => choose(event.target.files?.[0])}
        data-testid="founding-scan-input"
      />
      {tooBig && (
        <p role="alert" className={styles.warning}>
          {t('paper.tooBig')}
        </p>
      )}
    </div>
  )
}
