import { Input, Modal } from 'antd'
import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react'
import { ApiFailure } from '../api/failure'
import { Intention } from '../api/intention'
import { useI18n } from '../app/i18n'
import { ProblemAlert } from './ProblemAlert'
import styles from './TypedConfirmation.module.css'

interface Props {
  title: string
  /** What follows from it, in plain words. */
  children: ReactNode
  /** The words to be typed; none where a press is enough. */
  words?: string
  okLabel: string
  danger?: boolean
  /** Further reason not to go on yet. */
  blocked?: boolean
  onConfirm(headers: { 'Idempotency-Key': string }, typed: string): Promise<void>
  onClose(): void
  testId?: string
}

/**
 * Asks once more before something that cannot be taken back, and shows why it was refused. Mount it to open it. Enter confirms
 * as the button does: the browser lets it through only while the button is not locked.
 */
export function TypedConfirmation({
  title,
  children,
  words,
  okLabel,
  danger,
  blocked,
  testId,
  ...props
}: Props) {
  const { t } = useI18n()
  const [typed, setTyped] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const intention = useRef(new Intention())
  const field = useId()
  const form = useId()
  const matches = !words || typed.trim().normalize('NFC') === words.normalize('NFC')

  async function confirm(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    setFailure(null)
    try {
      await props.onConfirm(intention.current.headersFor([title, typed.trim()]), typed.trim())
      intention.current.fulfilled()
      props.onClose()
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }

  return (
    <Modal
      open
      title={title}
      onCancel={props.onClose}
      okText={okLabel}
      cancelText={t('action.cancel')}
      confirmLoading={busy}
      okButtonProps={{
        danger,
        disabled: !matches || blocked,
        htmlType: 'submit',
        form,
        ...({ 'data-testid': 'confirm-button' } as object),
      }}
      cancelButtonProps={{ ...({ 'data-testid': 'cancel-button' } as object) }}
      data-testid={testId ?? 'confirmation'}
    >
      <form id={form} className={styles.body} onSubmit={confirm}>
        {children}
        {words && (
          <div className={styles.typed}>
            <label htmlFor={field}>
              {t('confirm.type')} <strong>{words}</strong>
            </label>
            <Input
              id={field}
              value={typed}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => setTyped(event.target.value)}
              data-testid="confirm-input"
            />
          </div>
        )}
        {/* Nothing here is a field of the service's: what it says of its own is told below. */}
        <ProblemAlert
          failure={failure}
          unplaced={failure instanceof ApiFailure ? failure.problem?.errors : []}
        />
      </form>
    </Modal>
  )
}
