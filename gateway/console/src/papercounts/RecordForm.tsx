import { useQueryClient } from '@tanstack/react-query'
import { App, Form, InputNumber } from 'antd'
import { useRef, useState } from 'react'
import { cluster, content } from '../api/client'
import { Intention } from '../api/intention'
import type { PaperCount } from '../api/types'
import { useI18n } from '../app/i18n'
import { refresh } from '../clusters/queries'
import { FormDrawer } from '../ui/FormDrawer'
import { fitted } from '../ui/scan'
import type { Option } from './option'
import styles from './PaperCounts.module.css'
import { bringIn } from './queries'
import { type Numbers, wrongSums } from './sums'

interface Props {
  kind: PaperCount['kind']
  pollId: string
  options: Option[]
  onClose(): void
}

/** The chosen file as it will be sent. */
interface Scan {
  name: string
  content: Blob
}

const FIELDS = ['issued', 'collected', 'valid', 'invalid', 'blank'] as const

/** What the minutes of the count say, number by number, and the signed minutes themselves. */
export function RecordForm({ kind, pollId, options, onClose }: Props) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const upload = useRef(new Intention())
  const [scan, setScan] = useState<Scan | null>(null)
  const [tooBig, setTooBig] = useState(false)
  const required = [{ required: true, message: t('form.required') }]
  const numbers = (typed: Numbers) => options.map((_, i) => typed.votes?.[i] ?? null)

  async function choose(file: File | undefined) {
    const content = file ? await fitted(file) : null
    setTooBig(file !== undefined && content === null)
    setScan(file && content ? { name: file.name, content } : null)
  }

  return (
    <FormDrawer<Numbers>
      title={t('paper.record')}
      lead={<p>{t('paper.record.text')}</p>}
      source={{
        version: null,
        values: {
          issued: null,
          collected: null,
          valid: null,
          invalid: 0,
          blank: 0,
          votes: options.map(() => null),
        },
      }}
      ready={() => scan !== null}
      onClose={onClose}
      send={async (typed, _, headers) => {
        if (!scan) return
        const fileId = await bringIn(
          scan.name,
          scan.content,
          upload.current.headersFor([pollId, scan.name, scan.content.size]),
        )
        await content(
          cluster.POST('/api/v1/paper-counts', {
            body: {
              kind,
              pollId,
              issued: typed.issued ?? 0,
              collected: typed.collected ?? 0,
              valid: typed.valid ?? 0,
              invalid: typed.invalid ?? 0,
              blank: typed.blank ?? 0,
              votes: options.map((one, i) => ({ option: one.option, votes: typed.votes[i] ?? 0 })),
              fileId,
            },
            headers,
          }),
        )
        upload.current.fulfilled()
        refresh(queries)
        message.success(t('paper.recorded'))
      }}
    >
      {(form) => (
        <>
          <div className={styles.numbers}>
            {FIELDS.map((field) => (
              <Form.Item key={field} name={field} label={t(`paper.${field}`)} rules={required}>
                <InputNumber min={0} max={1000} precision={0} data-testid={`paper-${field}`} />
              </Form.Item>
            ))}
            {options.map((one, i) => (
              <Form.Item key={one.option} name={['votes', i]} label={one.label} rules={required}>
                <InputNumber min={0} max={1000} precision={0} data-testid={`paper-votes-${i}`} />
              </Form.Item>
            ))}
          </div>
          <Form.Item noStyle shouldUpdate>
            {() => {
              const typed = form.getFieldsValue(true) as Numbers
              return wrongSums({ ...typed, votes: numbers(typed) }).map((sum) => (
                <p key={sum} role="alert" className={styles.warning} data-testid={`paper-wrong-${sum}`}>
                  {t(`paper.wrong.${sum}`)}
                </p>
              ))
            }}
          </Form.Item>
          <label htmlFor="paper-scan-file">{t('paper.scan.choose')}</label>
          <p>
            <input
              id="paper-scan-file"
              type="file"
              accept=".pdf,.png,.jpg,.jpeg"
              onChange={(event) => choose(event.target.files?.[0])}
              data-testid="paper-scan-input"
            />
          </p>
          {tooBig && (
            <p role="alert" className={styles.warning}>
              {t('paper.tooBig')}
            </p>
          )}
        </>
      )}
    </FormDrawer>
  )
}
