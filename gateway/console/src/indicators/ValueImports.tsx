import { UploadOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Progress, Tag } from 'antd'
import { useRef, useState } from 'react'
import { Link, useParams } from 'react-router'
import { Intention } from '../api/intention'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { DataTable } from '../ui/DataTable'
import { FilePicker } from '../ui/FilePicker'
import { PageHeader } from '../ui/PageHeader'
import { ProblemAlert } from '../ui/ProblemAlert'
import { rowsOf, wholeList } from '../ui/rows'
import { type ReadFile, readImport } from './importFile'
import {
  cancelImport,
  type ImportedRow,
  isGoing,
  postValues,
  useRefusedRows,
  useValueImports,
  type ValueImport,
} from './importQueries'
import styles from './Reports.module.css'
import { usePeriod } from './reportQueries'
import { RefusedLines, SaveTried, SheetPost } from './SheetImports'

const colours = {
  WAITING: 'default',
  RUNNING: 'processing',
  DONE: 'success',
  CANCELLED: 'warning',
  FAILED: 'error',
} as const

const SHAPE =
  '[{"unitCode": "X01", "indicatorCode": "KT.01", "value": 49.6, "unitOfMeasure": "tỷ đồng", "explanation": "…"}]'

/** Many values of many units from a file, taken in the background; one sees one's own and what became of each row. */
export function ValueImports() {
  const { id = '' } = useParams()
  const { t } = useI18n()
  const period = usePeriod(id)
  return (
    <>
      <PageHeader
        title={t('imports.title')}
        above={<Link to={`/periods/${id}/grid`}>{period.data?.name ?? t('cluster.grid')}</Link>}
        lead={t('imports.lead')}
      />
      <SheetPost periodId={id} />
      <Post periodId={id} />
      <Own />
    </>
  )
}

function Post({ periodId }: { periodId: string }) {
  const { t } = useI18n()
  const queries = useQueryClient()
  const picker = useRef<HTMLInputElement>(null)
  const intention = useRef(new Intention())
  const [wrong, setWrong] = useState<Extract<ReadFile, { wrong: string }>['wrong'] | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)

  async function post(file: File) {
    setFailure(null)
    setWrong(null)
    setBusy(true)
    try {
      const read = readImport(await file.text(), periodId)
      if ('wrong' in read) {
        setWrong(read.wrong)
        return
      }
      await postValues(read.body, intention.current.headersFor(read.body))
      intention.current.fulfilled()
      queries.invalidateQueries({ queryKey: ['imports'] })
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }

  return (
    <details className={styles.aside} data-testid="json-import">
      <summary>{t('imports.json')}</summary>
      <p className={styles.steps}>
        <Button
          icon={<UploadOutlined />}
          loading={busy}
          onClick={() => picker.current?.click()}
          data-testid="import-pick"
        >
          {t('imports.pick')}
        </Button>
      </p>
      <FilePicker
        picker={picker}
        label={t('imports.pick')}
        accept=".json,application/json"
        onFile={post}
        testId="import-input"
      />
      <p className={styles.times}>
        {t('imports.shape')} <code>{SHAPE}</code>
      </p>
      {wrong && (
        <Alert type="error" showIcon title={t(`imports.wrong.${wrong}`)} data-testid="import-wrong" />
      )}
      <ProblemAlert failure={failure} />
    </details>
  )
}

function Own() {
  const { t } = useI18n()
  const formats = useFormats()
  const imports = useValueImports()
  const newest = imports.data?.[0]?.id
  return (
    <>
      <div className={styles.head}>
        <h2>{t('imports.own')}</h2>
      </div>
      <DataTable<ValueImport>
        label={t('imports.own')}
        testId="imports-table"
        list={wholeList(imports)}
        rowKey={({ id }) => id}
        rowTestId={({ state }) => `import-${state}`}
        empty={{ title: t('imports.empty'), text: t('imports.empty.text') }}
        opened={(one) => one.id === newest && one.refused > 0 && !isGoing(one)}
        expand={(one) =>
          one.refused === 0 ? (
            <p>{t('imports.noneRefused')}</p>
          ) : one.form === 'SHEET' ? (
            <RefusedLines one={one} />
          ) : (
            <Refused one={one} />
          )
        }
        columns={[
          {
            key: 'at',
            title: t('imports.at'),
            phone: 'heading',
            width: 150,
            show: ({ createdAt }) => formats.instant(createdAt),
          },
          { key: 'period', title: t('imports.period'), wrap: true, show: ({ periodName }) => periodName },
          {
            key: 'state',
            title: t('imports.state'),
            show: (one) => (
              <Tag color={colours[one.state]} title={one.errorId ?? undefined}>
                {t(one.dry && one.state === 'DONE' ? 'imports.tried' : `imports.state.${one.state}`)}
              </Tag>
            ),
          },
          {
            key: 'progress',
            title: t('imports.progress'),
            width: 190,
            show: ({ done, total, state }) => (
              <Progress
                percent={Math.floor((100 * done) / total)}
                size="small"
                status={state === 'FAILED' ? 'exception' : state === 'DONE' ? 'success' : 'normal'}
                aria-label={t('imports.of', { done, total })}
                format={() => t('imports.of', { done, total })}
              />
            ),
          },
          {
            key: 'counts',
            title: t('imports.counts'),
            wrap: true,
            show: ({ dry, saved, unchanged, refused }) =>
              t(dry ? 'imports.judged' : 'imports.counted', { saved, unchanged, refused }),
          },
          {
            key: 'cancel',
            title: '',
            show: (one) =>
              isGoing(one) ? (
                <Cancel id={one.id} />
              ) : (
                one.dry && one.state === 'DONE' && one.id === newest && <SaveTried one={one} />
              ),
          },
        ]}
      />
    </>
  )
}

function Cancel({ id }: { id: string }) {
  const { t } = useI18n()
  const queries = useQueryClient()
  const intention = useRef(new Intention())
  const [failure, setFailure] = useState<unknown>(null)
  return (
    <>
      <Button
        size="small"
        onClick={async () => {
          setFailure(null)
          try {
            await cancelImport(id, intention.current.headersFor(['cancel', id]))
            intention.current.fulfilled()
          } catch (error) {
            setFailure(error)
          }
          queries.invalidateQueries({ queryKey: ['imports'] })
        }}
        data-testid="import-cancel"
      >
        {t('imports.cancel')}
      </Button>
      <ProblemAlert failure={failure} />
    </>
  )
}

function Refused({ one }: { one: ValueImport }) {
  const { t } = useI18n()
  return (
    <DataTable<ImportedRow>
      label={t('imports.refused')}
      testId="import-refused"
      list={rowsOf(useRefusedRows(one.id, one.refused))}
      rowKey={({ number }) => String(number)}
      empty={{ title: t('imports.noneRefused') }}
      columns={[
        {
          key: 'row',
          title: t('imports.row'),
          phone: 'heading',
          width: 70,
          show: ({ number }) => number + 1,
        },
        { key: 'unit', title: t('imports.unit'), show: ({ unitCode }) => unitCode },
        { key: 'indicator', title: t('imports.indicator'), show: ({ indicatorCode }) => indicatorCode },
        {
          key: 'why',
          title: t('imports.why'),
          wrap: true,
          show: ({ errors, detail }) =>
            errors.length > 0
              ? errors.map((error) => (
                  <div key={`${error.pointer} ${error.code}`}>
                    {error.detail} <code>{error.pointer}</code>
                  </div>
                ))
              : detail,
        },
      ]}
    />
  )
}
