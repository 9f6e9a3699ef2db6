import {
  type ClipboardEvent,
  type FocusEvent,
  type FormEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useRef,
  useState,
} from 'react'
import { useI18n } from '../../app/i18n'
import { isBlock, readBlock, words, writeBlock } from './clipboard'
import { type Area, commandOf, goal, type Mode, type Way } from './move'
import {
  boundsOf,
  isSingle,
  type Place,
  placesIn,
  type Range,
  samePlace,
  single,
  sizeOf,
  spread,
} from './range'
import { Selection } from './selection'
import { SelectionContext } from './useCell'

interface Props {
  children: ReactNode
  className?: string
  label: string
  testId?: string
  /** A block of a spreadsheet was pasted over what is marked. `ours`: it was copied out of this sheet before. */
  onBlock?(block: string[][], range: Range, ours: boolean): void
  onClear?(range: Range): void
  onFillDown?(range: Range): void
  onUndo?(): void
  onRedo?(): void
  /** Somebody types into a cell that takes nothing. */
  onLocked?(place: Place): void
  onActive?(place: Place): void
  /** Shift and F2, as spreadsheets open a note. */
  onNote?(place: Place): void
  /** What a cell is copied as; without it, what it shows. */
  textOf?(place: Place): string
  /** The cells of a sheet that does not draw them all; without it, those that are drawn. */
  area?: Area
  /** Draws a cell that is not drawn, for the keyboard to go there. */
  reveal?(place: Place): void
  /** Brings a cell that is not drawn onto the screen while the keyboard stays where it is. */
  show?(place: Place): void
  /** One cell at a time is on the way of the Tab key, as in a spreadsheet. Not on a phone, whose keyboard walks over fields. */
  roving?: boolean
}

type Written = HTMLInputElement | HTMLTextAreaElement

const CELL = '[data-cell-row]'

function isWritten(element: Element): element is Written {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
}

function placeOf(element: Element | null): Place | null {
  const cell = element?.closest(CELL)
  if (!(cell instanceof HTMLElement)) return null
  return { row: Number(cell.dataset.cellRow), column: Number(cell.dataset.cellColumn) }
}

const takesNothing = (cell: Element) =>
  cell.matches(':disabled, :read-only, [aria-readonly="true"]') && !cell.matches('button:enabled')

const shown = (cell: Element) =>
  cell instanceof HTMLTextAreaElement
    ? words(cell.value)
    : cell instanceof HTMLInputElement
      ? cell.value
      : (cell.textContent ?? '').trim()

/** Where a way that ends at a missing cell goes on looking. */
const ONWARDS: Partial<Record<Way, Way>> = {
  up: 'up',
  down: 'down',
  left: 'left',
  right: 'right',
  rowStart: 'right',
  rowEnd: 'left',
  sheetStart: 'right',
  sheetEnd: 'left',
  pageUp: 'up',
  pageDown: 'down',
  farUp: 'down',
  farDown: 'up',
  farLeft: 'right',
  farRight: 'left',
}

/** The keyboard, the marking and the clipboard of a spreadsheet over whatever cells lie inside. */
export function Sheet(props: Props) {
  const { roving = false, area, textOf } = props
  const { t } = useI18n()
  const box = useRef<HTMLElement>(null)
  const [selection] = useState(() => new Selection(roving))
  const mode = useRef<Mode>('walk')
  const dragging = useRef(false)
  const leaving = useRef(false)
  const copied = useRef<string | null>(null)
  const [said, setSaid] = useState('')

  const cellOf = ({ row, column }: Place) =>
    box.current?.querySelector<HTMLElement>(`[data-cell-row="${row}"][data-cell-column="${column}"]`) ?? null
  const text = (place: Place) => {
    const cell = cellOf(place)
    return textOf ? textOf(place) : cell ? shown(cell) : ''
  }

  function drawn(): Area & { has(place: Place): boolean } {
    const cells = new Map<string, HTMLElement>()
    let [rows, columns] = [0, 0]
    for (const cell of box.current?.querySelectorAll<HTMLElement>(CELL) ?? []) {
      const place = placeOf(cell)
      if (!place || cell.matches(':disabled')) continue
      cells.set(`${place.row}:${place.column}`, cell)
      rows = Math.max(rows, place.row + 1)
      columns = Math.max(columns, place.column + 1)
    }
    const at = ({ row, column }: Place) => cells.get(`${row}:${column}`)
    return {
      rows,
      columns,
      page: 10,
      has: (place) => at(place) !== undefined,
      filled: (place) => text(place) !== '',
      stop: (place) => {
        const cell = at(place)
        return cell !== undefined && !takesNothing(cell) && !cell.matches('[data-beside]')
      },
    }
  }

  function sheetArea() {
    return area ? { ...area, has: () => true } : drawn()
  }

  function lead(from: Place, way: Way): Place | null {
    const all = sheetArea()
    let place = goal(from, way, all)
    const onwards = ONWARDS[way]
    while (place && !all.has(place)) place = onwards ? goal(place, onwards, all) : null
    return place && samePlace(place, from) ? null : place
  }

  function focus(place: Place) {
    const cell = cellOf(place)
    if (cell) {
      cell.focus()
      cell.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      return
    }
    props.reveal?.(place)
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const drawn = cellOf(place)
        drawn?.focus()
        drawn?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      }),
    )
  }

  function mark(range: Range) {
    selection.set(range)
    if (isSingle(range)) return setSaid('')
    const { rows, columns } = sizeOf(boundsOf(range))
    setSaid(t('sheet.marked', { rows, columns }))
  }

  function walkOn(way: Way, marking: boolean, target: HTMLElement): boolean {
    const range = selection.range ?? single(placeOf(target) as Place)
    if (marking) {
      const head = lead(range.head, way)
      if (!head) return true
      mark({ anchor: range.anchor, head })
      const cell = cellOf(head)
      if (cell) cell.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      else if (props.area) props.show?.(head)
      return true
    }
    // From where the keyboard is: after marking everything that is not the first marked cell.
    const place = lead(placeOf(target) as Place, way)
    if (!place) return false
    focus(place)
    return true
  }

  /** The buttons beside a cell, such as those that settle a conflict: Tab visits them before it goes on. */
  function tabInside(event: KeyboardEvent, target: HTMLElement): boolean {
    const owner = target.closest('td, [role="gridcell"]')
    if (!owner) return false
    const stops = [...owner.querySelectorAll<HTMLElement>('input, textarea, button:not([tabindex="-1"])')]
    const next = stops[stops.indexOf(target) + (event.shiftKey ? -1 : 1)]
    if (next && next !== target) {
      event.preventDefault()
      next.focus()
      return true
    }
    // From the last of the buttons on to the next cell.
    const cell = target.matches(CELL) ? null : placeOf(owner.querySelector(CELL))
    const place = cell && lead(cell, event.shiftKey ? 'previous' : 'next')
    if (!place) return false
    event.preventDefault()
    focus(place)
    return true
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || !(event.target instanceof HTMLElement)) return
    const target = event.target
    const written = isWritten(target)
    const isCell = target.matches(CELL)
    if (event.defaultPrevented) {
      if (event.key === 'Escape' && isCell && written) {
        mode.current = 'walk'
        requestAnimationFrame(() => target.select())
      }
      return
    }
    if (event.key === 'Tab' && !leaving.current && tabInside(event, target)) return
    if (!isCell) return
    if (event.key === 'F2' && event.shiftKey && props.onNote) {
      event.preventDefault()
      props.onNote(placeOf(target) as Place)
      return
    }
    const start = written ? (target.selectionStart ?? 0) : 0
    const end = written ? (target.selectionEnd ?? 0) : 0
    const length = written ? target.value.length : 0
    const command = commandOf(event, {
      mode: mode.current,
      text: written,
      lines: target instanceof HTMLTextAreaElement,
      atStart: start === 0 && end === 0,
      atEnd: start === length && end === length,
    })
    if (command?.kind !== 'go' || command.way !== 'next') {
      if (command?.kind !== 'leave') leaving.current = event.key === 'Shift' && leaving.current
    }
    if (!command) {
      const typing = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey
      const place = placeOf(target)
      if (typing && place && written && target.readOnly) props.onLocked?.(place)
      return
    }
    run(command, event, target)
  }

  function run(
    command: NonNullable<ReturnType<typeof commandOf>>,
    event: KeyboardEvent,
    target: HTMLElement,
  ) {
    const range = selection.range ?? single(placeOf(target) as Place)
    const act = (doing: ((range: Range) => void) | undefined) => {
      if (!doing) return
      event.preventDefault()
      doing(range)
    }
    switch (command.kind) {
      case 'go': {
        const tab = event.key === 'Tab'
        if (tab && (leaving.current || !roving)) return
        if (walkOn(command.way, command.mark, target)) event.preventDefault()
        else if (event.key === 'Enter' && isWritten(target)) {
          // The last row: there is nowhere to go, but the value is finished.
          event.preventDefault()
          target.blur()
          target.focus()
        } else if (!tab && mode.current === 'walk') event.preventDefault()
        return
      }
      case 'edit':
        if (!isWritten(target) || target.readOnly) return act(() => props.onLocked?.(range.anchor))
        event.preventDefault()
        mode.current = 'edit'
        selection.only(range.anchor)
        target.setSelectionRange(target.value.length, target.value.length)
        return
      case 'leave':
        leaving.current = true
        selection.only(range.anchor)
        setSaid(t('sheet.leave'))
        return
      case 'markAll': {
        const all = sheetArea()
        return act(() =>
          mark({ anchor: { row: 0, column: 0 }, head: { row: all.rows - 1, column: all.columns - 1 } }),
        )
      }
      case 'clear':
        return act(props.onClear)
      case 'fillDown':
        return act(props.onFillDown)
      case 'undo':
        return act(props.onUndo)
      case 'redo':
        return act(props.onRedo)
    }
  }

  function onFocus(event: FocusEvent) {
    const target = event.target
    const place = target.matches(CELL) ? placeOf(target) : null
    if (!place) return
    mode.current = 'walk'
    leaving.current = false
    const range = selection.range
    if (!range || !samePlace(range.anchor, place)) {
      selection.only(place)
      setSaid('')
    }
    if (isWritten(target)) target.select()
    props.onActive?.(place)
  }

  function onInput(event: FormEvent) {
    const place = placeOf(event.target as Element)
    if (!place || mode.current !== 'walk') return
    mode.current = 'type'
    selection.only(place)
  }

  function onMouseDown(event: MouseEvent) {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>(CELL) : null
    const place = placeOf(cell)
    if (event.button !== 0 || !cell || !place || !roving || cell.matches('button')) return
    if (event.shiftKey && selection.range) {
      event.preventDefault()
      mark({ anchor: selection.range.anchor, head: place })
      return
    }
    dragging.current = true
    window.addEventListener(
      'mouseup',
      () => {
        dragging.current = false
        delete box.current?.dataset.dragging
      },
      { once: true },
    )
    if (cell === document.activeElement && selection.range && isSingle(selection.range)) {
      // The second click into a cell puts the caret where it points.
      if (isWritten(cell) && !cell.readOnly) mode.current = 'edit'
      return
    }
    event.preventDefault()
    selection.only(place)
    setSaid('')
    if (cell === document.activeElement && isWritten(cell)) cell.select()
    else cell.focus()
  }

  function onMouseOver(event: MouseEvent) {
    if (!dragging.current || !(event.buttons & 1) || !selection.range) return
    const place = placeOf(event.target as Element)
    if (!place || samePlace(place, selection.range.head)) return
    const active = document.activeElement
    if (mode.current !== 'walk' && active && isWritten(active)) {
      mode.current = 'walk'
      active.select()
    }
    if (box.current) box.current.dataset.dragging = 'true'
    mark({ anchor: selection.range.anchor, head: place })
  }

  function onCopy(event: ClipboardEvent, cut = false) {
    const target = event.target
    if (mode.current !== 'walk' || !(target instanceof Element) || !target.matches(CELL)) return
    const range = selection.range ?? single(placeOf(target) as Place)
    const { top, left, bottom, right } = boundsOf(range)
    const block = Array.from({ length: bottom - top + 1 }, (_, down) =>
      placesIn({ top: top + down, bottom: top + down, left, right }).map(text),
    )
    copied.current = writeBlock(block)
    event.clipboardData.setData('text/plain', copied.current)
    event.preventDefault()
    if (cut) props.onClear?.(range)
    setSaid(t('sheet.copied', { n: sizeOf(boundsOf(range)).rows * sizeOf(boundsOf(range)).columns }))
  }

  function onPaste(event: ClipboardEvent) {
    const target = event.target
    if (!props.onBlock || !(target instanceof Element) || !target.matches(CELL)) return
    const raw = event.clipboardData.getData('text/plain')
    const block = readBlock(raw)
    const place = placeOf(target)
    if (!place || raw === '' || (mode.current !== 'walk' && !isBlock(block))) return
    event.preventDefault()
    const range = selection.range ?? single(place)
    if (isBlock(block)) {
      const { rows, columns } = sheetArea()
      const places = spread(block, range, { rows, columns }).map((one) => one.place)
      const [first, last] = [places[0], places.at(-1)]
      if (first && last) mark({ anchor: first, head: last })
    }
    const same = (a: string) => a.replaceAll('\r\n', '\n').replace(/\n$/, '')
    props.onBlock(block, range, copied.current !== null && same(raw) === same(copied.current))
  }

  return (
    <SelectionContext value={selection}>
      <section
        ref={box}
        className={props.className}
        aria-label={props.label}
        data-testid={props.testId}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        onInput={onInput}
        onMouseDown={onMouseDown}
        onMouseOver={onMouseOver}
        onCopy={onCopy}
        onCut={(event) => onCopy(event, true)}
        onPaste={onPaste}
      >
        {props.children}
        <span className="heard" role="status" data-testid={props.testId && `${props.testId}-said`}>
          {said}
        </span>
      </section>
    </SelectionContext>
  )
}
