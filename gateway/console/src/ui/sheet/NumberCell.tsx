import { type HTMLAttributes, useState } from 'react'
import { useFormats } from '../../app/i18n/useFormats'
import styles from './Cell.module.css'
import { useCell } from './useCell'

interface Props {
  row: number
  column: number
  value: number | null
  /** A value was finished: the number, or null when the cell was emptied. */
  onValue(value: number | null): void
  /** What was typed is not a number; undefined once it is. The text stays in the cell until it is mended. */
  onUnread(text: string | undefined): void
  /** Text that could not be read as a number, typed or pasted. */
  unread?: string
  /** Words that mean something else than a number, such as "not applicable"; true when they were understood. */
  onWords?(text: string): boolean
  /** Where a number stands for a word, such as 1 for yes: how it is shown and which typed words mean it. */
  words?: { show(value: number): string; read(text: string): number | null }
  /** What stands in the cell in place of a number. */
  instead?: string
  label: string
  placeholder?: string
  /** Not on the way of the keys at all. */
  disabled?: boolean
  /** To be read, marked and copied, but not to be written. */
  locked?: boolean
  warned?: boolean
  testId?: string
  describedBy?: string
  enterKeyHint?: HTMLAttributes<HTMLInputElement>['enterKeyHint']
}

/** A number in a sheet: shown as it is written here, read when the cell is left. */
export function NumberCell(props: Props) {
  const { row, column, value, unread, disabled, locked, label, testId } = props
  const formats = useFormats()
  const cell = useCell(row, column)
  const [typed, setTyped] = useState<string | null>(null)
  const number = value === null ? '' : (props.words?.show(value) ?? formats.number(value))
  const held = props.instead ?? number
  const text = typed ?? unread ?? held

  function finish() {
    if (typed === null) return
    setTyped(null)
    const words = typed.trim()
    if (words === held) return props.onUnread(undefined)
    if (words === '') {
      props.onUnread(undefined)
      props.onValue(null)
      return
    }
    if (props.onWords?.(words)) return props.onUnread(undefined)
    const read = props.words?.read(words) ?? formats.parse(words)
    if (read === null) return props.onUnread(words)
    props.onUnread(undefined)
    props.onValue(read)
  }

  return (
    <input
      {...cell}
      className={styles.number}
      value={text}
      disabled={disabled}
      readOnly={locked}
      aria-readonly={locked || undefined}
      inputMode={props.words ? 'text' : 'decimal'}
      enterKeyHint={props.enterKeyHint}
      autoComplete="off"
      aria-label={label}
      // A word is longer than a number, and cells are as narrow as numbers are.
      title={props.words && text ? text : undefined}
      aria-invalid={unread !== undefined || undefined}
      aria-describedby={props.describedBy}
      placeholder={locked ? undefined : props.placeholder}
      data-testid={testId}
      data-warned={props.warned || undefined}
      data-instead={props.instead !== undefined || undefined}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || (typed === null && unread === undefined)) return
        event.preventDefault()
        setTyped(null)
        props.onUnread(undefined)
      }}
    />
  )
}
