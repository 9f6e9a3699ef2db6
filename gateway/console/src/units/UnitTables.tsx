import { DownloadOutlined, UploadOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import { cluster, content } from '../api/client'
import { Intention } from '../api/intention'
import type { TakenTable } from '../api/types'
import { Guarded } from '../app/Guarded'
import { useI18n } from '../app/i18n'
import { DataTable } from '../ui/DataTable'
import { Panel } from '../ui/Facts'
import { PageHeader } from '../ui/PageHeader'
import { type Named, UnitPicker } from '../ui/Picker'
import { ProblemAlert } from '../ui/ProblemAlert'
import styles from './UnitTables.module.css'

const FILE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const TABLES = '/api/v1/unit-tables'

type Mode = TakenTable['mode']
type RowError = TakenTable['errors'][number]

const asFile = (headers: Record<string, string>) => ({
  bodySerializer: (body: unknown) => body as Blob,
  headers: { ...headers, 'Content-Type': FILE },
})

/** Units in from a spreadsheet: judged row by row first, saved when the person says so. */
export function UnitTables() {
  return (
    <Guarded ability="UNITS_WRITE">
      <Screen />
    </Guarded>
  )
}

function Screen() {
  const { t } = useI18n()
  const picker = useRef<HTMLInputElement>(null)
  const [under, setUnder] = useState<Named | null>(null)
  const [chosen, setChosen] = useState<{ file: File; time: number } | null>(null)
  return (
    <>
      <PageHeader
        above={<Link to="/units">{t('nav.units')}</Link>}
        title={t('unitTable.title')}
        lead={t('unitTable.lead')}
        actions={
          <Button
            type="primary"
            icon={<UploadOutlined />}
            onClick={() => picker.current?.click()}
            data-testid="unit-table-choose"
          >
            {t('unitTable.choose')}
          </Button>
        }
      />
      <input
        ref={picker}
        type="file"
        className="heard"
        tabIndex={-1}
        aria-label={t('unitTable.choose')}
        accept=".xlsx"
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file) setChosen({ file, time: Date.now() })
          event.target.value = ''
        }}
        data-testid="unit-table-input"
      />
      <Panel>
        <div className={styles.out}>
          <a href={TABLES} download data-testid="unit-table-template">
            <DownloadOutlined aria-hidden /> {t('unitTable.template')}
          </a>
          <div className={styles.under}>
            <UnitPicker
              value={under}
              onChange={setUnder}
              label={t('unitTable.under')}
              placeholder={t('unitTable.under')}
              testId="unit-table-under"
            />
          </div>
          {under && (
            <a href={`${TABLES}?under=${under.id}`} download data-testid="unit-table-filled">
              <DownloadOutlined aria-hidden /> {t('unitTable.filled')}
            </a>
          )}
        </div>
      </Panel>
      {chosen && <Taking key={chosen.time} file={chosen.file} />}
    </>
  )
}

function Taking({ file }: { file: File }) {
  const { t } = useI18n()
  const queries = useQueryClient()
  const intention = useRef(new Intention())
  const begun = useRef(false)
  const [judged, setJudged] = useState<TakenTable | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const [reason, setReason] = useState('')
  const key = (what: string) =>
    intention.current.headersFor([file.name, file.size, file.lastModified, what, reason])

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
      const taken = await content<TakenTable>(
        cluster.POST('/api/v1/unit-tables', {
          params: { query: { mode, reason: reason.trim() || undefined } },
          body: file as never,
          ...asFile(key(mode)),
        }),
      )
      setJudged(taken)
      if (taken.applied) queries.invalidateQueries({ queryKey: ['units'] })
    })

  const failures = () =>
    trying(async () => {
      const rows = await content(
        cluster.POST('/api/v1/unit-tables/failures', {
          body: file as never,
          parseAs: 'blob',
          ...asFile(key('failures')),
        }),
      )
      const link = document.createElement('a')
      link.href = URL.createObjectURL(rows as unknown as Blob)
      link.download = file.name.replace(/\.xlsx$/i, '') + t('unitTable.suffix')
      link.click()
      URL.revokeObjectURL(link.href)
    })

  // biome-ignore lint/correctness/useExhaustiveDependencies: the file was chosen to be judged, once
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    take('DRY_RUN')
  }, [])

  const right = judged ? judged.founded + judged.changed : 0
  const reasonNeeded = judged !== null && judged.changed > 0
  return (
    <div className={styles.taking}>
      <Panel title={t('unitTable.chosen', { name: file.name })} testId="unit-table-taking">
        {judged && (
          <Alert
            type={judged.applied ? 'success' : 'info'}
            showIcon
            role="status"
            data-testid="unit-table-judged"
            title={t(judged.applied ? 'unitTable.saved' : 'unitTable.judged', {
              rows: judged.rows,
              founded: judged.founded,
              changed: judged.changed,
              unchanged: judged.unchanged,
              refused: judged.refused,
            })}
          />
        )}
        <ProblemAlert failure={failure} />
        {judged && !judged.applied && (
          <div className={styles.save}>
            {reasonNeeded && (
              <div className={styles.reason}>
                <label htmlFor="unit-table-reason">{t('unitTable.reason')}</label>
                <Input
                  id="unit-table-reason"
                  maxLength={1000}
                  value={reason}
                  onChange={(event) => setReason(event.target.value)}
                  data-testid="unit-table-reason"
                />
                <p>{t('unitTable.reason.help')}</p>
              </div>
            )}
            <Button
              type="primary"
              loading={busy}
              disabled={right === 0 || (reasonNeeded && reason.trim() === '')}
              onClick={() => take('PARTIAL')}
              data-testid="unit-table-save"
            >
              {right === 0 ? t('unitTable.nothing') : t('unitTable.save', { n: right })}
            </Button>
          </div>
        )}
      </Panel>
      {judged && judged.refused > 0 && (
        <>
          <Button icon={<DownloadOutlined />} onClick={failures} data-testid="unit-table-failures">
            {t('unitTable.failures')}
          </Button>
          <DataTable<RowError>
            label={t('unitTable.errors')}
            testId="unit-table-errors"
            list={{ rows: judged.errors, failure: null, loadedAt: 0, retry: () => {} }}
            rowKey={(error) => `${error.row}${error.pointer}${error.code}`}
            rowTestId={(error) => `unit-table-error-${error.row}`}
            empty={{ title: t('unitTable.errors.none') }}
            columns={[
              { key: 'row', title: t('unitTable.row'), width: 90, show: (error) => error.row },
              { key: 'column', title: t('unitTable.column'), show: (error) => error.column },
              {
                key: 'fault',
                title: t('unitTable.fault'),
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
