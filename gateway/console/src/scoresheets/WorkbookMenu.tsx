import { DownOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Dropdown, Modal } from 'antd'
import { useRef, useState } from 'react'
import { content, ifMatch, indicator } from '../api/client'
import { Intention } from '../api/intention'
import type { components } from '../api/schema/indicator'
import { useI18n } from '../app/i18n'
import type { Scoresheet } from '../indicators/scoreTypes'
import { FilePicker } from '../ui/FilePicker'
import { ProblemAlert } from '../ui/ProblemAlert'
import styles from './Scoresheets.module.css'

type Taken = components['schemas']['WorkbookView']
type Fault = Taken['errors'][number]

const FILE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

interface Props {
  seasonId: string
  /** The sheet on the screen; none where the season has none yet. */
  sheet: Scoresheet | null
  sheets: Scoresheet[]
  /** Why the person may not write sheets here, or null. */
  lock: string | null
  onTaken(id: string): void
}

/** Scoresheets out as workbooks, and a workbook in as a draft: judged cell by cell first. */
export function WorkbookMenu({ seasonId, sheet, sheets, lock, onTaken }: Props) {
  const { t } = useI18n()
  const picker = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState<Scoresheet | null>(null)
  const [file, setFile] = useState<File | null>(null)
  const pick = (into: Scoresheet | null) => {
    setOver(into)
    picker.current?.click()
  }
  const words = (key: 'sheetFile.in' | 'sheetFile.over') => (lock ? `${t(key)} (${lock})` : t(key))
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            ...(sheet
              ? [
                  {
                    key: 'out',
                    label: (
                      <a href={`/api/v1/scoresheets/${sheet.id}/sheet`} download data-testid="workbook-out">
                        {t('sheetFile.out')}
                      </a>
                    ),
                  },
                ]
              : []),
            {
              key: 'in',
              disabled: lock !== null,
              label: <span data-testid="workbook-in">{words('sheetFile.in')}</span>,
              onClick: () => pick(null),
            },
            ...(sheet?.status === 'DRAFT'
              ? [
                  {
                    key: 'over',
                    disabled: lock !== null,
                    label: <span data-testid="workbook-over">{words('sheetFile.over')}</span>,
                    onClick: () => pick(sheet),
                  },
                ]
              : []),
          ],
        }}
      >
        <Button data-testid="workbook-menu">
          {t('sheetFile.menu')} <DownOutlined />
        </Button>
      </Dropdown>
      <FilePicker
        picker={picker}
        label={t('sheetFile.in')}
        accept=".xlsx"
        onFile={setFile}
        testId="workbook-input"
      />
      {file && (
        <TakeWorkbook
          seasonId={seasonId}
          over={over}
          sheets={sheets}
          file={file}
          onClose={() => setFile(null)}
          onTaken={onTaken}
        />
      )}
    </>
  )
}

interface TakeProps {
  seasonId: string
  over: Scoresheet | null
  sheets: Scoresheet[]
  file: File
  onClose(): void
  onTaken(id: string): void
}

function TakeWorkbook({ seasonId, over, sheets, file, onClose, onTaken }: TakeProps) {
  const { t } = useI18n()
  const queries = useQueryClient()
  const intention = useRef(new Intention())
  const [judged, setJudged] = useState<Taken | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)

  async function take(mode: 'DRY_RUN' | 'DRAFT') {
    setBusy(true)
    setFailure(null)
    try {
      const key = intention.current.headersFor([file.name, file.size, file.lastModified, mode, over?.version])
      const sent = {
        body: file as never,
        bodySerializer: (body: unknown) => body as Blob,
        headers: { ...key, 'Content-Type': FILE, ...(over ? ifMatch(over.version) : {}) },
      }
      const taken = over
        ? await content(
            indicator.POST('/api/v1/scoresheets/{id}/sheet', {
              params: { path: { id: over.id }, query: { mode } },
              ...sent,
            }),
          )
        : await content(
            indicator.POST('/api/v1/scoresheets/sheet', { params: { query: { seasonId, mode } }, ...sent }),
          )
      intention.current.fulfilled()
      setJudged(taken)
      if (taken.scoresheetId) {
        await queries.invalidateQueries({ queryKey: ['scoresheets'] })
        onTaken(taken.scoresheetId)
        onClose()
      }
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }

  const faulty = judged === null || judged.errors.length > 0
  const same = sheets.find((one) => judged?.sha256 != null && one.sha256 === judged.sha256)
  return (
    <Modal
      open
      width={640}
      title={t(over ? 'sheetFile.title.over' : 'sheetFile.title', { name: file.name })}
      onCancel={onClose}
      afterOpenChange={(open) => open && take('DRY_RUN')}
      confirmLoading={busy}
      okText={t(over ? 'sheetFile.keep.over' : 'sheetFile.keep')}
      cancelText={t('action.cancel')}
      okButtonProps={{ disabled: faulty, ...({ 'data-testid': 'workbook-take' } as object) }}
      onOk={() => take('DRAFT')}
      data-testid="workbook-taking"
    >
      {!judged && !failure && <p>{t('sheetFile.judging')}</p>}
      {judged && judged.errors.length === 0 && (
        <p data-testid="workbook-clean">
          {t('sheetFile.clean', { rows: judged.rows })}{' '}
          {same && t('sheetFile.same', { edition: same.edition })}
        </p>
      )}
      {judged && judged.errors.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={t('sheetFile.faulty', { n: judged.errors.length })}
          description={<Faults faults={judged.errors} />}
          data-testid="workbook-errors"
        />
      )}
      {judged && judged.unfinished.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('sheetFile.unfinished', { n: judged.unfinished.length })}
          description={<Faults faults={judged.unfinished} />}
          data-testid="workbook-unfinished"
        />
      )}
      <ProblemAlert failure={failure} />
    </Modal>
  )
}

function Faults({ faults }: { faults: Fault[] }) {
  const { t } = useI18n()
  return (
    <ul className={styles.faults}>
      {faults.map((fault) => (
        <li key={`${fault.row}/${fault.column}/${fault.code}`}>
          {t('sheetFile.cell', { row: fault.row, column: fault.column, text: fault.text })}
        </li>
      ))}
    </ul>
  )
}
