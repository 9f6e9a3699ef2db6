import { App, Button, Drawer, Form, type FormInstance, Grid } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import { ApiFailure, type FieldError, pointerToPath } from '../api/failure'
import { Intention } from '../api/intention'
import { useI18n } from '../app/i18n'
import { useUnsaved } from '../app/unsaved'
import { Conflict } from './Conflict'
import styles from './FormDrawer.module.css'
import { ProblemAlert } from './ProblemAlert'
import { differences, rebase, type Values } from './rebase'

export interface Source<V> {
  values: V
  /** The version the values were read at; none for something new. */
  version: number | null
}

interface Props<V extends object> {
  title: string
  lead?: ReactNode
  source: Source<V>
  /** Sends the form. `headers` carry the key of this intention; a thrown ApiFailure is shown in the form. */
  send(values: V, version: number | null, headers: { 'Idempotency-Key': string }): Promise<void>
  /** Reads the newest values after someone else saved first. */
  reload?(): Promise<Source<V>>
  labels?: Record<string, string>
  /** Said when a newer version is known while the form is open. */
  notice?: ReactNode
  danger?: boolean
  saveLabel?: string
  /** Whether the save button may be pressed with these values. */
  ready?(values: V): boolean
  onClose(): void
  children(form: FormInstance<V>): ReactNode
}

/** A form at the side of the page. Mount it to open it. */
export function FormDrawer<V extends object>(props: Props<V>) {
  const { t } = useI18n()
  const { modal } = App.useApp()
  const wide = Grid.useBreakpoint().md !== false
  const [form] = Form.useForm<V>()
  const watched = Form.useWatch((values) => values, form) as V | undefined
  const [base, setBase] = useState(props.source)
  const [theirs, setTheirs] = useState<Source<V> | null>(null)
  const [dirty, setDirty] = useState(false)
  const [busy, setBusy] = useState(false)
  const [rebased, setRebased] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const [unplaced, setUnplaced] = useState<FieldError[]>([])
  const intention = useRef(new Intention())
  useUnsaved(dirty)

  const typed = (): V => ({ ...base.values, ...form.getFieldsValue(true) })

  async function save() {
    setBusy(true)
    setFailure(null)
    setRebased(false)
    try {
      const values = typed()
      await props.send(values, base.version, intention.current.headersFor([values, base.version]))
      intention.current.fulfilled()
      setDirty(false)
      props.onClose()
    } catch (error) {
      if (error instanceof ApiFailure && error.status === 412 && props.reload) await showTheirs(props.reload)
      else show(error)
    } finally {
      setBusy(false)
    }
  }

  async function showTheirs(reload: () => Promise<Source<V>>) {
    try {
      setTheirs(await reload())
    } catch (error) {
      show(error)
    }
  }

  function show(error: unknown) {
    const errors = (error instanceof ApiFailure && error.problem?.errors) || []
    const known = new Set(form.getFieldsError().map((field) => field.name.join('/')))
    const placed = errors.filter((e) => known.has(pointerToPath(e.pointer).join('/')))
    form.setFields(placed.map((e) => ({ name: pointerToPath(e.pointer) as never, errors: [e.detail] })))
    setUnplaced(errors.filter((e) => !placed.includes(e)))
    setFailure(error)
  }

  function settle(values: Values, next: Source<V>) {
    form.setFieldsValue(values as never)
    setBase(next)
    setTheirs(null)
    setFailure(null)
  }

  function close() {
    if (!dirty) return props.onClose()
    modal.confirm({
      title: t('form.leave.title'),
      content: t('form.leave.text'),
      okText: t('form.leave.ok'),
      cancelText: t('form.leave.stay'),
      okButtonProps: { danger: true },
      onOk: props.onClose,
    })
  }

  const ready = !props.ready || props.ready({ ...base.values, ...watched })
  return (
    <Drawer
      open
      title={props.title}
      onClose={close}
      size={wide ? 520 : '100%'}
      maskClosable={!dirty}
      data-testid="form-drawer"
      footer={
        <div className={styles.footer}>
          <Button onClick={close} data-testid="cancel-button">
            {t('action.cancel')}
          </Button>
          <Button
            type="primary"
            danger={props.danger}
            loading={busy}
            disabled={!ready || theirs !== null}
            onClick={() => form.submit()}
            data-testid="save-button"
          >
            {props.saveLabel ?? t('action.save')}
          </Button>
        </div>
      }
    >
      <div className={styles.stack}>
        {props.lead}
        {!theirs && !rebased && base.version === props.source.version && props.notice}
        {theirs && (
          <Conflict
            differences={differences(base.values as Values, theirs.values as Values, typed() as Values)}
            labels={props.labels ?? {}}
            onKeep={() => {
              settle(rebase(base.values as Values, theirs.values as Values, typed() as Values), theirs)
              setRebased(true)
            }}
            onTake={() => {
              settle(theirs.values as Values, theirs)
              setDirty(false)
            }}
          />
        )}
        {rebased && <p className={styles.note}>{t('conflict.rebased')}</p>}
        <ProblemAlert failure={failure} unplaced={unplaced} />
      </div>
      <Form<V>
        form={form}
        layout="vertical"
        initialValues={props.source.values}
        onFinish={save}
        onValuesChange={() => setDirty(true)}
        scrollToFirstError={{ focus: true }}
        disabled={theirs !== null}
        requiredMark={(label, { required }) => (
          <>
            {label}
            {!required && <span className={styles.optional}>{t('form.optional')}</span>}
          </>
        )}
      >
        {props.children(form)}
      </Form>
    </Drawer>
  )
}
