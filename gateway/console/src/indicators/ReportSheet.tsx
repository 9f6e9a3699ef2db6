import { DownOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Dropdown, Modal } from 'antd'
import { useRef, useState } from 'react'
import { content, indicator } from '../api/client'
import { Intention } from '../api/intention'
import type { components } from '../api/schema/indicator'
import { useI18n } from '../app/i18n'
import { FilePicker } from '../ui/FilePicker'
import { ProblemAlert } from '../ui/ProblemAlert'
import styles from './Report.module.css'

type Taken = components['schemas']['TakenSheet']
type Mode = Taken['mode']

const FILE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const asFile = (headers: Record<string, string> = {}) => ({
  bodySerializer: (body: unknown) => body as Blob,
  headers: { ...headers, 'Content-Type': FILE },
})

/** What goes out and comes in: one report, or all that one sees of a period. */
type Source = { of: 'reports' | 'periods'; id: string }

/** Reports out as a spreadsheet, and a filled one in: judged first, saved when the person says so. */
export function ReportSheet({ of, id, lock }: Source & { lock: string | null }) {
  const { t } = useI18n()
  const picker = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<File | null>(null)
  const out = `/api/v1/${of}/${id}/sheet`
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            {
              key: 'xlsx',
              label: (
                <a href={`${out}?format=XLSX`} download data-testid="sheet-xlsx">
                  {t('sheet.xlsx')}
                </a>
              ),
            },
            {
              key: 'csv',
              label: (
                <a href={`${out}?format=CSV`} download data-testid="sheet-csv">
                  {t('sheet.csv')}
                </a>
              ),
            },
            {
              key: 'in',
              disabled: lock !== null,
              label: (
                <span data-testid="sheet-in">{lock ? `${t('sheet.in')} (${lock})` : t('sheet.in')}</span>
              ),
              onClick: () => picker.current?.click(),
            },
          ],
        }}
      >
        <Button data-testid="sheet-menu">
          Excel <DownOutlined />
        </Button>
      </Dropdown>
      <FilePicker
        picker={picker}
        label={t('sheet.in')}
        accept=".xlsx"
        onFile={setFile}
        testId="sheet-input"
      />
      {file && <TakeSheet of={of} id={id} file={file} onClose={() => setFile(null)} />}
    </>
  )
}

function TakeSheet({ of, id, file, onClose }: Source & { file: File; onClose(): void }) {
  const { t } = useI18n()
  const queries = useQueryClient()
  const intention = useRef(new Intention())
  const [judged, setJudged] = useState<Taken | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)

  async function take(mode: Mode) {
    setBusy(true)
    setFailure(null)
    try {
      const key = intention.current.headersFor([file.name, file.size, file.lastModified, mode])
      const taken = await content(
        indicator.POST(`/api/v1/${of}/{id}/sheet`, {
          params: { path: { id }, query: { mode } },
          body: file as never,
          ...asFile(key),
        }),
      )
      intention.current.fulfilled()
      setJudged(taken)
      if (taken.applied) {
        queries.invalidateQueries({ queryKey: ['reports'] })
        queries.invalidateQueries({ queryKey: ['periods'] })
      }
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }

  async function faultyRows() {
    setFailure(null)
    try {
      const rows = await content(
        indicator.POST(`/api/v1/${of}/{id}/sheet/failures`, {
          params: { path: { id } },
          body: file as never,
          parseAs: 'blob',
          ...asFile(intention.current.headersFor([file.name, file.size, file.lastModified, 'failures'])),
        }),
      )
      intention.current.fulfilled()
      const link = document.createElement('a')
      link.href = URL.createObjectURL(rows as unknown as Blob)
      link.download = file.name.replace(/\.xlsx$/i, '') + t('sheet.faulty.suffix')
      link.click()
      URL.revokeObjectURL(link.href)
    } catch (error) {
      setFailure(error)
    }
  }

  const done = judged?.applied === true
  const something = judged !== null && judged.saved > 0
  return (
    <Modal
      open
      title={t('sheet.take.title', { name: file.name })}
      onCancel={onClose}
      afterOpenChange={(open) => open && take('DRY_RUN')}
      confirmLoading={busy}
      okText={done ? t('action.close') : t('sheet.take', { n: judged?.saved ?? 0 })}
      cancelText={t('action.cancel')}
      okButtonProps={{ disabled: !done && !something, ...({ 'data-testid': 'sheet-take' } as object) }}
      onOk={() => (done ? onClose() : take('PARTIAL'))}
      data-testid="sheet-taking"
    >
      {judged && (
        <p data-testid="sheet-judged">
          {t(done ? 'sheet.done' : 'sheet.judged', {
            saved: judged.saved,
            unchanged: judged.unchanged,
            refused: judged.refused + judged.stale,
          })}
        </p>
      )}
      {judged && judged.errors.length > 0 && (
        <>
          <Alert
            type="warning"
            showIcon
            title={t('sheet.errors')}
            description={
              <ul className={styles.sheetErrors}>
                {judged.errors.map((error) => (
                  <li key={`${error.row}/${error.column}/${error.code}`}>
                    {t('sheet.error', { row: error.row, column: error.column, detail: error.detail })}
                  </li>
                ))}
              </ul>
            }
          />
          <Button type="link" onClick={faultyRows} data-testid="sheet-faulty">
            {t('sheet.faulty')}
          </Button>
        </>
      )}
      <ProblemAlert failure={failure} />
    </Modal>
  )
}
