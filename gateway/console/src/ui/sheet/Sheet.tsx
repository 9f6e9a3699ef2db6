import { type ClipboardEvent, type FocusEvent, type KeyboardEvent, type ReactNode, useRef } from 'react'
import { isBlock, readBlock } from './clipboard'
import { type Step, stepOf } from './move'

/** Marks an element as the cell of a row and a column; the keys walk over marked elements only. */
export function cellAt(row: number, column: number) {
  return { 'data-cell-row': row, 'data-cell-column': column }
}

interface Props {
  children: ReactNode
  className?: string
  label: string
  testId?: string
  /** A block of a spreadsheet was pasted into the cell at `row`, `column`. */
  onBlock?(block: string[][], row: number, column: number): void
}

type Written = HTMLInputElement | HTMLTextAreaElement

function isWritten(element: Element): element is Written {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
}

function placeOf(element: Element): { row: number; column: number } | null {
  const cell = element.closest('[data-cell-row]')
  if (!(cell instanceof HTMLElement)) return null
  return { row: Number(cell.dataset.cellRow), column: Number(cell.dataset.cellColumn) }
}

/** The keyboard of a spreadsheet over whatever cells lie inside. */
export function Sheet({ children, className, label, testId, onBlock }: Props) {
  const box = useRef<HTMLElement>(null)

  function go(from: { row: number; column: number }, step: Step): boolean {
    const [down, right] = { up: [-1, 0], down: [1, 0], left: [0, -1], right: [0, 1] }[step] as [
      number,
      number,
    ]
    const cells = [...(box.current?.querySelectorAll<HTMLElement>('[data-cell-row]') ?? [])]
      .map((element) => ({ element, ...(placeOf(element) ?? { row: -1, column: -1 }) }))
      .filter(({ element }) => !element.matches(':disabled'))
    // The nearest cell in that direction, so that a locked one in between stops nobody.
    const ahead = cells
      .filter((cell) =>
        right === 0
          ? cell.column === from.column && (cell.row - from.row) * down > 0
          : cell.row === from.row && (cell.column - from.column) * right > 0,
      )
      .sort((a, b) => (a.row - b.row) * down + (a.column - b.column) * right)
    const next = ahead[0]?.element
    next?.focus()
    return next !== undefined
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.defaultPrevented || event.nativeEvent.isComposing || !(event.target instanceof Element)) return
    const target = event.target
    const place = placeOf(target)
    if (!place || !target.matches('[data-cell-row]')) return
    const written = isWritten(target)
    if (event.key === 'F2' && written) {
      target.setSelectionRange(target.value.length, target.value.length)
      return
    }
    const start = written ? (target.selectionStart ?? 0) : 0
    const end = written ? (target.selectionEnd ?? 0) : 0
    const length = written ? target.value.length : 0
    const step = stepOf(event, {
      text: written,
      whole: start === 0 && end === length,
      atStart: start === 0 && end === 0,
      atEnd: start === length && end === length,
    })
    if (!step) return
    if (go(place, step)) event.preventDefault()
    else if (event.key === 'Enter' && written) {
      // The last row: there is nowhere to go, but the value is finished.
      event.preventDefault()
      target.blur()
      target.focus()
    }
  }

  function onFocus(event: FocusEvent) {
    const target = event.target
    if (isWritten(target) && target.matches('[data-cell-row]')) target.select()
  }

  function onPaste(event: ClipboardEvent) {
    if (!onBlock || !(event.target instanceof Element)) return
    const place = placeOf(event.target)
    const block = readBlock(event.clipboardData.getData('text/plain'))
    if (!place || !isBlock(block)) return
    event.preventDefault()
    onBlock(block, place.row, place.column)
  }

  return (
    <section
      ref={box}
      className={className}
      aria-label={label}
      data-testid={testId}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      onPaste={onPaste}
    >
      {children}
    </section>
  )
}
