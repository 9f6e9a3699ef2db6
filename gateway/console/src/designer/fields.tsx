import { Input } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import styles from './Designer.module.css'

/** A field with its label above, its suffix behind and what is wrong with it below. */
export function Labelled({
  label,
  hint,
  children,
}: {
  label: string
  hint?: ReactNode
  children(id: string): ReactNode
}) {
  const id = useId()
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {hint && <span className={styles.hint}>{hint}</span>}
    </div>
  )
}

interface NumberProps {
  id?: string
  /** For one without a label of its own. */
  label?: string
  value: number | null
  onValue(value: number): void
  /** Given where the field may be empty. */
  onEmpty?(): void
  placeholder?: string
  suffix?: string
  /** Something about it stands in the findings. */
  faulty?: boolean
  testId?: string
}

/**
 * A number as it is written here. What is typed counts as soon as it is a number; until then the last number counts and the text
 * stays, marked, so that the sheet is whole at every moment.
 */
export function NumberField({ value, onValue, onEmpty, ...props }: NumberProps) {
  const { t } = useI18n()
  const formats = useFormats()
  const [typed, setTyped] = useState<string | null>(null)
  const unread =
    typed !== null && (typed.trim() === '' ? onEmpty === undefined : formats.parse(typed) === null)
  return (
    <Input
      id={props.id}
      aria-label={props.label}
      className={styles.number}
      value={typed ?? (value === null ? '' : formats.number(value))}
      inputMode="decimal"
      autoComplete="off"
      placeholder={props.placeholder}
      suffix={props.suffix ?? <span />}
      status={unread || props.faulty ? 'error' : undefined}
      aria-invalid={unread || undefined}
      title={unread ? t('design.notANumber') : undefined}
      data-testid={props.testId}
      onChange={({ target }) => {
        setTyped(target.value)
        const read = formats.parse(target.value)
        if (read !== null) onValue(read)
        else if (target.value.trim() === '') onEmpty?.()
      }}
      onBlur={() => {
        if (!unread || typed?.trim() === '') setTyped(null)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setTyped(null)
      }}
    />
  )
}

interface TextProps {
  id?: string
  label?: string
  value: string
  onValue(value: string): void
  /** What else is a text that may stand here; an empty one never is, unless `optional`. */
  fits?(text: string): boolean
  optional?: boolean
  rows?: number
  maxLength: number
  placeholder?: string
  testId?: string
}

/** A text that counts as soon as it may stand; until then the last one counts and what is typed stays, marked. */
export function TextField({ value, onValue, fits, optional, rows, testId, ...props }: TextProps) {
  const { t } = useI18n()
  const [typed, setTyped] = useState<string | null>(null)
  const stands = (text: string) => (optional || text.trim() !== '') && (fits?.(text.trim()) ?? true)
  const refused = typed !== null && !stands(typed)
  const common = {
    id: props.id,
    'aria-label': props.label,
    value: typed ?? value,
    maxLength: props.maxLength,
    placeholder: props.placeholder,
    autoComplete: 'off',
    status: refused ? ('error' as const) : undefined,
    'aria-invalid': refused || undefined,
    title: refused ? t('design.notAText') : undefined,
    'data-testid': testId,
    onChange: ({ target }: { target: { value: string } }) => {
      setTyped(target.value)
      if (stands(target.value)) onValue(target.value.trim())
    },
    onBlur: () => {
      if (!refused || typed?.trim() === '') setTyped(null)
    },
  }
  return rows ? <Input.TextArea rows={rows} {...common} /> : <Input {...common} />
}
