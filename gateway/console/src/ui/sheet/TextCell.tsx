import { useState } from 'react'
import styles from './Cell.module.css'
import { useCell } from './useCell'

interface Props {
  row: number
  column: number
  value: string | null
  onValue(value: string | null): void
  label: string
  placeholder?: string
  maxLength?: number
  disabled?: boolean
  /** To be read, marked and copied, but not to be written. */
  locked?: boolean
  describedBy?: string
  testId?: string
}

/** Words in a sheet; the cell grows with them. Alt+Enter breaks the line. */
export function TextCell({
  row,
  column,
  value,
  onValue,
  label,
  testId,
  locked,
  describedBy,
  ...rest
}: Props) {
  const cell = useCell(row, column)
  const [typed, setTyped] = useState<string | null>(null)

  function finish() {
    if (typed === null) return
    setTyped(null)
    const words = typed.trim()
    if (words !== (value ?? '')) onValue(words === '' ? null : words)
  }

  return (
    <textarea
      {...rest}
      {...cell}
      readOnly={locked}
      aria-readonly={locked || undefined}
      aria-describedby={describedBy}
      className={styles.text}
      rows={1}
      value={typed ?? value ?? ''}
      aria-label={label}
      data-testid={testId}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && typed !== null) {
          event.preventDefault()
          setTyped(null)
        }
        if (event.key === 'Enter' && event.altKey) {
          event.preventDefault()
          const { selectionStart: at, selectionEnd: to, value: text } = event.currentTarget
          setTyped(`${text.slice(0, at)}\n${text.slice(to)}`)
        }
      }}
    />
  )
}
