import { DeleteOutlined, FileOutlined, UploadOutlined } from '@ant-design/icons'
import { Button, Drawer, Grid } from 'antd'
import { useRef, useState } from 'react'
import { content, indicator } from '../api/client'
import { Intention } from '../api/intention'
import { useI18n } from '../app/i18n'
import { Nothing } from '../ui/Nothing'
import { ProblemAlert } from '../ui/ProblemAlert'
import { fitted } from '../ui/scan'
import type { Autosave } from '../ui/sheet/autosave'
import { FateSign, Trouble } from '../ui/sheet/Fate'
import { useAutosave } from '../ui/sheet/useAutosaves'
import styles from './Report.module.css'
import type { Row } from './report'
import type { Evidence, ReportCell } from './reportTypes'

interface Props {
  cell: ReportCell
  save: Autosave<Row> | undefined
  writable: boolean
  files: Map<string, Evidence>
  onUploaded(file: Evidence): void
  onClose(): void
}

export function EvidenceDrawer(props: Props) {
  const { t } = useI18n()
  const wide = Grid.useBreakpoint().md !== false
  return (
    <Drawer
      open
      title={t('evidence.title', { name: props.cell.name })}
      size={wide ? 480 : '100%'}
      onClose={props.onClose}
      data-testid="evidence-drawer"
    >
      {props.save && <Files {...props} save={props.save} />}
    </Drawer>
  )
}

/** @param whole what is sent for the file: a photograph may have become a smaller one */
async function upload(file: File, whole: Blob, headers: { 'Idempotency-Key': string }): Promise<Evidence> {
  const name = whole === file ? file.name : file.name.replace(/(\.[^.]*)?$/, '.jpg')
  const made = await content(
    indicator.POST('/api/v1/files/indicator', {
      params: { query: { name } },
      body: whole as never,
      bodySerializer: (body: unknown) => body as Blob,
      headers: { ...headers, 'Content-Type': 'application/octet-stream' },
    }),
  )
  return { id: made.id, name }
}

function Files({ save, writable, files, onUploaded }: Props & { save: Autosave<Row> }) {
  const { t } = useI18n()
  const { draft, fate } = useAutosave(save)
  const picker = useRef<HTMLInputElement>(null)
  const intention = useRef(new Intention())
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const [tooBig, setTooBig] = useState<string | null>(null)
  const change = (evidence: string[]) => {
    save.edit({ evidence })
    save.commit()
  }

  async function add(chosen: FileList | null) {
    setFailure(null)
    setTooBig(null)
    setBusy(true)
    try {
      for (const file of chosen ?? []) {
        const whole = await fitted(file)
        if (!whole) {
          setTooBig(file.name)
          continue
        }
        const made = await upload(
          file,
          whole,
          intention.current.headersFor([file.name, file.size, file.lastModified]),
        )
        intention.current.fulfilled()
        onUploaded(made)
        change([...save.draft.evidence, made.id].sort())
      }
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
      if (picker.current) picker.current.value = ''
    }
  }

  return (
    <>
      {writable && (
        <>
          <Button icon={<UploadOutlined />} loading={busy} onClick={() => picker.current?.click()}>
            {t('evidence.add')}
          </Button>
          <input
            ref={picker}
            type="file"
            multiple
            className="heard"
            tabIndex={-1}
            aria-label={t('evidence.add')}
            accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.txt"
            onChange={(event) => add(event.target.files)}
            data-testid="evidence-input"
          />
          <p className={styles.keys}>{t('evidence.help')}</p>
        </>
      )}
      <ProblemAlert failure={failure} />
      {tooBig && (
        <p role="alert" className={styles.unread}>
          {t('evidence.tooBig', { name: tooBig })}
        </p>
      )}
      {draft.evidence.length === 0 ? (
        <Nothing title={t('evidence.none')} />
      ) : (
        <ul className={styles.files}>
          {draft.evidence.map((id) => (
            <li key={id} data-testid={`evidence-${id}`}>
              <FileOutlined aria-hidden />
              <a href={`/api/v1/files/indicator/${id}`} target="_blank" rel="noreferrer">
                {files.get(id)?.name ?? t('evidence.file', { id })}
              </a>
              {writable && (
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t('evidence.remove')}
                  onClick={() => change(draft.evidence.filter((one) => one !== id))}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      <Trouble
        row={save}
        fate={fate}
        labels={{ evidence: t('report.evidence') }}
        show={(_, value) => String(value)}
      />
      <FateSign fate={fate} testId="evidence-fate" />
      {fate.kind === 'saved' && <span aria-hidden>{t('sheet.saved')}</span>}
    </>
  )
}
