import { DownloadOutlined, UploadOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Input } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Intention } from '../api/intention'
import type { TakenTable } from '../api/types'
import { useI18n } from '../app/i18n'
import { DataTable } from '../ui/DataTable'
import { Panel } from '../ui/Facts'
import { FilePicker } from '../ui/FilePicker'
import { PageHeader } from '../ui/PageHeader'
import { type Named, UnitPicker } from '../ui/Picker'
import { ProblemAlert } from '../ui/ProblemAlert'
import styles from './TableIntake.module.css'

const FILE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export type Mode = TakenTable['mode']
type RowError = TakenTable['errors'][number]

/** What every table that comes in answers; how it counts what is new is its own affair. */
interface Taken {
  applied: boolean
  rows: number
  unchanged: number
  refused: number
  errors: RowError[]
}

/** The file as the body of a request. */
export interface FileBody {
  body: never
  bodySerializer: (body: unknown) => Blob
  headers: Record<string, string>
}

const asBody = (file: File, headers: Record<string, string>): FileBody => ({
  body: file as never,
  bodySerializer: (body) => body as Blob,
  headers: { ...headers, 'Content-Type': FILE },
})

/** A kind of table: where it goes out and comes in, and what is said of it. */
export interface TableKind<T extends Taken> {
  /** Address of the form; with `?under=` it comes filled. */
  path: string
  /** Begins the names that browser tests use. */
  name: string
  above: ReactNode
  title: string
  lead: string
  actions?: ReactNode
  take(mode: Mode, reason: string | undefined, file: FileBody): Promise<T>
  failures(file: FileBody): Promise<unknown>
  sentence(taken: T): string
  /** What is said beside the reason; a kind without asks for none. */
  reasonHelp?: string
  reasonNeeded?(judged: T): boolean
  /** What is asked again once rows were saved. */
  concerns: string[]
}

/** A table in from a spreadsheet: judged row by row first, saved when the person says so. */
export function TableIntake<T extends Taken>({ kind }: { kind: TableKind<T> }) {
  const { t } = useI18n()
  const picker = useRef<HTMLInputElement>(null)
  const [under, setUnder] = useState<Named | null>(null)
  const [chosen, setChosen] = useState<{ file: File; time: number } | null>(null)
  return (
    <>
      <PageHeader
        above={kind.above}
        title={kind.title}
        lead={kind.lead}
        actions={
          <>
            {kind.actions}
            <Button
              type="primary"
              icon={<UploadOutlined />}
              onClick={() => picker.current?.click()}
              data-testid={`${kind.name}-choose`}
            >
              {t('table.choose')}
            </Button>
          </>
        }
      />
      <FilePicker
        picker={picker}
        label={t('table.choose')}
        accept=".xlsx"
        onFile={(file) => setChosen({ file, time: Date.now() })}
        testId={`${kind.name}-input`}
      />
      <Panel>
        <div className={styles.out}>
          <a href={kind.path} download data-testid={`${kind.name}-template`}>
            <DownloadOutlined aria-hidden /> {t('table.template')}
          </a>
          <div className={styles.under}>
            <UnitPicker
              value={under}
              onChange={setUnder}
              label={t('table.under')}
              placeholder={t('table.under')}
              testId={`${kind.name}-under`}
            />
          </div>
          {under && (
            <a href={`${kind.path}?under=${under.id}`} download data-testid={`${kind.name}-filled`}>
              <DownloadOutlined aria-hidden /> {t('table.filled')}
            </a>
          )}
        </div>
      </Panel>
      {chosen && <Taking key={chosen.time} kind={kind} file={chosen.file} />}
    </>
  )
}

function Taking<T extends Taken>({ kind, file }: { kind: TableKind<T>; file: File }) {
  const { t } = useI18n()
  const queries = useQueryClient()
  const intention = useRef(new Intention())
  const begun = useRef(false)
  const [judged, setJudged] = useState<T | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const [reason, setReason] = useState('')
  const body = (what: string) =>
    asBody(file, intention.current.headersFor([file.name, file.size, file.lastModified, what, reason]))

  async function trying(work: () => Promise<void>) {
    setBusy(true)
    setFailure(null)
    try {
      await work()
      intention.current.fulfilled()
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }

  const take = (mode: Mode) =>
    trying(async () => {
      const taken = await kind.take(mode, reason.trim() || undefined, body(mode))
      setJudged(taken)
      if (taken.applied) {
        for (const key of kind.concerns) queries.invalidateQueries({ queryKey: [key] })
      }
    })

  const failures = () =>
    trying(async () => {
      const rows = await kind.failures(body('failures'))
      const link = document.createElement('a')
      link.href = URL.createObjectURL(rows as Blob)
      link.download = file.name.replace(/\.xlsx$/i, '') + t('table.suffix')
      link.click()
      URL.revokeObjectURL(link.href)
    })

  // biome-ignore lint/correctness/useExhaustiveDependencies: the file was chosen to be judged, once
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    take('DRY_RUN')
  }, [])

  const right = judged ? judged.rows - judged.unchanged - judged.refused : 0
  const reasonNeeded = judged !== null && (kind.reasonNeeded?.(judged) ?? false)
  return (
    <div className={styles.taking}>
      <Panel title={t('table.chosen', { name: file.name })} testId={`${kind.name}-taking`}>
        {judged && (
          <Alert
            type={judged.applied ? 'success' : 'info'}
            showIcon
            role="status"
            data-testid={`${kind.name}-judged`}
            title={kind.sentence(judged)}
          />
        )}
        <ProblemAlert failure={failure} />
        {judged && !judged.applied && (
          <div className={styles.save}>
            {reasonNeeded && (
              <div className={styles.reason}>
                <label htmlFor={`${kind.name}-reason`}>{t('table.reason')}</label>
                <Input
                  id={`${kind.name}-reason`}
                  maxLength={1000}
                  value={reason}
                  onChange={(event) => setReason(event.target.value)}
                  data-testid={`${kind.name}-reason`}
                />
                <p>{kind.reasonHelp}</p>
              </div>
            )}
            <Button
              type="primary"
              loading={busy}
              disabled={right === 0 || (reasonNeeded && reason.trim() === '')}
              onClick={() => take('PARTIAL')}
              data-testid={`${kind.name}-save`}
            >
              {right === 0 ? t('table.nothing') : t('table.save', { n: right })}
            </Button>
          </div>
        )}
      </Panel>
      {judged && judged.refused > 0 && (
        <>
          <Button icon={<DownloadOutlined />} onClick={failures} data-testid={`${kind.name}-failures`}>
            {t('table.failures')}
          </Button>
          <DataTable<RowError>
            label={t('table.errors')}
            testId={`${kind.name}-errors`}
            list={{ rows: judged.errors, failure: null, loadedAt: 0, retry: () => {} }}
            rowKey={(error) => `${error.row}${error.pointer}${error.code}`}
            rowTestId={(error) => `${kind.name}-error-${error.row}`}
            empty={{ title: t('table.errors.none') }}
            columns={[
              { key: 'row', title: t('table.row'), width: 90, show: (error) => error.row },
              { key: 'column', title: t('table.column'), show: (error) => error.column },
              {
                key: 'fault',
                title: t('table.fault'),
                phone: 'heading',
                wrap: true,
                show: (error) => error.detail,
              },
            ]}
          />
        </>
      )}
    </div>
  )
}
