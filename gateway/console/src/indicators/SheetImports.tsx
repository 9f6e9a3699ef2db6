import { DownloadOutlined, UploadOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Progress } from 'antd'
import { useRef, useState } from 'react'
import { Intention } from '../api/intention'
import { useI18n } from '../app/i18n'
import { DataTable } from '../ui/DataTable'
import { FilePicker } from '../ui/FilePicker'
import { ProblemAlert } from '../ui/ProblemAlert'
import { rowsOf } from '../ui/rows'
import { type ImportedLine, saveTried, tryWorkbook, useRefusedLines, type ValueImport } from './importQueries'
import styles from './Reports.module.css'

/** A workbook with a line for each unit: taken out, and sent back to be judged. */
export function SheetPost({ periodId }: { periodId: string }) {
  const { t } = useI18n()
  const queries = useQueryClient()
  const picker = useRef<HTMLInputElement>(null)
  const intention = useRef(new Intention())
  const [sending, setSending] = useState<{ name: string; part: number } | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const form = `/api/v1/periods/${periodId}/grid/sheet`

  async function send(file: File) {
    setFailure(null)
    const told = (part: number) => setSending({ name: file.name, part })
    told(0)
    try {
      const what = [periodId, file.name, file.size, file.lastModified]
      await tryWorkbook(file, periodId, intention.current.headersFor(what), told)
      intention.current.fulfilled()
      queries.invalidateQueries({ queryKey: ['imports'] })
    } catch (error) {
      setFailure(error)
    } finally {
      setSending(null)
    }
  }

  return (
    <section className={styles.period} aria-labelledby="sheet-import">
      <div className={styles.head}>
        <h2 id="sheet-import">{t('imports.sheet')}</h2>
      </div>
      <p className={styles.times}>{t('imports.sheet.lead')}</p>
      <p className={`${styles.state} ${styles.steps}`}>
        <a href={`${form}?scope=WRITABLE`} download data-testid="sheet-form">
          <DownloadOutlined aria-hidden /> {t('imports.sheet.form')}
        </a>
        <a href={form} download data-testid="sheet-all">
          <DownloadOutlined aria-hidden /> {t('imports.sheet.all')}
        </a>
        <Button
          type="primary"
          icon={<UploadOutlined />}
          loading={sending !== null}
          onClick={() => picker.current?.click()}
          data-testid="sheet-pick"
        >
          {t('imports.sheet.pick')}
        </Button>
      </p>
      {sending && (
        <div role="status" data-testid="sheet-sending">
          {t(sending.part < 1 ? 'imports.sheet.sending' : 'imports.sheet.judging', { name: sending.name })}
          <Progress percent={Math.floor(sending.part * 100)} size="small" aria-label={sending.name} />
        </div>
      )}
      <FilePicker
        picker={picker}
        label={t('imports.sheet.pick')}
        accept=".xlsx"
        onFile={send}
        testId="sheet-input"
      />
      <ProblemAlert failure={failure} />
    </section>
  )
}

/** Saves a workbook that was only judged, as far as it was right. */
export function SaveTried({ one }: { one: ValueImport }) {
  const { t } = useI18n()
  const queries = useQueryClient()
  const intention = useRef(new Intention())
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  return (
    <>
      <Button
        size="small"
        type="primary"
        loading={busy}
        disabled={one.saved === 0}
        onClick={async () => {
          setBusy(true)
          setFailure(null)
          try {
            await saveTried(one.id, intention.current.headersFor(['save', one.id]))
          } catch (error) {
            setFailure(error)
          }
          setBusy(false)
          queries.invalidateQueries({ queryKey: ['imports'] })
        }}
        data-testid="sheet-save"
      >
        {one.saved === 0 ? t('table.nothing') : t('imports.sheet.save', { n: one.saved })}
      </Button>
      <ProblemAlert failure={failure} />
    </>
  )
}

/** The refused cells line by line, and the lines to be mended. */
export function RefusedLines({ one }: { one: ValueImport }) {
  const { t } = useI18n()
  return (
    <>
      <p>
        <a href={`/api/v1/value-imports/${one.id}/failures`} download data-testid="sheet-failures">
          <DownloadOutlined aria-hidden /> {t('imports.sheet.failures')}
        </a>
      </p>
      <DataTable<ImportedLine>
        label={t('imports.refused')}
        testId="sheet-refused"
        list={rowsOf(useRefusedLines(one.id, one.refused))}
        rowKey={({ number }) => String(number)}
        empty={{ title: t('imports.noneRefused') }}
        columns={[
          { key: 'row', title: t('imports.row'), width: 70, show: ({ number }) => number },
          { key: 'unit', title: t('imports.unit'), phone: 'heading', show: ({ unitCode }) => unitCode },
          {
            key: 'why',
            title: t('imports.why'),
            wrap: true,
            show: ({ cells, detail }) =>
              detail ??
              cells.map(({ cell, indicatorName, indicatorCode, shown, errors }) => (
                <div key={cell}>
                  <code>{cell}</code> {indicatorCode} {indicatorName} “{shown}”:{' '}
                  {errors.map((error) => error.detail).join('; ')}
                </div>
              )),
          },
        ]}
      />
    </>
  )
}
