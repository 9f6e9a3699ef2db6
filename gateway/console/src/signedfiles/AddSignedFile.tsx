import { useQueryClient } from '@tanstack/react-query'
import { App, Form, Select } from 'antd'
import { useRef, useState } from 'react'
import { cluster, content } from '../api/client'
import { Intention } from '../api/intention'
import type { Compact } from '../api/types'
import { useI18n } from '../app/i18n'
import { refresh } from '../clusters/queries'
import { bringIn } from '../papercounts/queries'
import { FormDrawer } from '../ui/FormDrawer'
import { MOST_BYTES } from '../ui/scan'
import styles from './SignedFiles.module.css'

interface Props {
  compactId: string
  /** The members for which the person may bring a file in; one at least. */
  units: Compact['board']
  onClose(): void
}

/** Brings a digitally signed file in, to be examined and kept. */
export function AddSignedFile({ compactId, units, onClose }: Props) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const upload = useRef(new Intention())
  const [file, setFile] = useState<File | null>(null)
  const tooBig = file !== null && file.size > MOST_BYTES
  return (
    <FormDrawer<{ unitId: string | null }>
      title={t('signed.add')}
      lead={<p>{t('signed.add.text')}</p>}
      source={{
        version: null,
        values: { unitId: units.length === 1 ? (units[0]?.unitId ?? null) : null },
      }}
      ready={(typed) => file !== null && !tooBig && typed.unitId !== null}
      onClose={onClose}
      send={async ({ unitId }, _, headers) => {
        if (!file || !unitId) return
        const fileId = await bringIn(
          file.name,
          file,
          upload.current.headersFor([compactId, file.name, file.size, file.lastModified]),
        )
        await content(
          cluster.POST('/api/v1/compacts/{id}/signed-files', {
            params: { path: { id: compactId } },
            body: { unitId, fileId },
            headers,
          }),
        )
        upload.current.fulfilled()
        refresh(queries)
        message.success(t('signed.added'))
      }}
    >
      {() => (
        <>
          <Form.Item
            name="unitId"
            label={t('signed.unit')}
            rules={[{ required: true, message: t('form.required') }]}
          >
            <Select
              options={units.map((one) => ({ value: one.unitId, label: one.unitName }))}
              data-testid="signed-file-unit"
            />
          </Form.Item>
          <label htmlFor="signed-file-file">{t('signed.file')}</label>
          <p>
            <input
              id="signed-file-file"
              type="file"
              accept=".pdf,.p7s"
              onChange={(event) => setFile(event.target.files?.[0] ?? null)}
              data-testid="signed-file-input"
            />
          </p>
          {tooBig && (
            <p role="alert" className={styles.warning}>
              {t('signed.tooBig')}
            </p>
          )}
        </>
      )}
    </FormDrawer>
  )
}
