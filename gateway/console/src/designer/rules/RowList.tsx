import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useI18n } from '../../app/i18n'
import styles from '../Designer.module.css'

export interface Moving<R> {
  /** What moving that row is called, up (-1) or down (+1). */
  words(row: R, by: -1 | 1): string
  may(row: R, by: -1 | 1): boolean
  /** @returns where the row stands then, or -1 if nothing was moved */
  move(row: R, by: -1 | 1): number
}

interface Props<R> {
  legend: string
  rows: R[]
  /** At least so many stay. */
  least?: number
  fresh(): R
  onRows(rows: R[]): void
  /** Rows named by a finding. */
  faulty?: Set<number>
  addLabel: string
  testId: string
  /** How rows change places, where that is of any account. */
  moving?: Moving<R>
  children(row: R, change: (row: R) => void, at: number): ReactNode
}

/** Rows of a table: each written by its own fields, added at the end, taken out one by one. */
export function RowList<R>({ legend, rows, least = 0, fresh, onRows, addLabel, ...props }: Props<R>) {
  const { t } = useI18n()
  const box = useRef<HTMLFieldSetElement>(null)
  const moved = useRef<{ at: number; by: -1 | 1 } | null>(null)
  // What is typed and not read yet belongs to its row: it does not stay in the place for the row that comes there.
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    if (!moved.current) return
    // Focus follows the row; at the end of its way, on the button that leads back.
    const { at, by } = moved.current
    moved.current = null
    const button = (way: number) =>
      box.current?.querySelector<HTMLButtonElement>(
        `[data-testid="${props.testId}-${at}-${way === -1 ? 'up' : 'down'}"]:not(:disabled)`,
      )
    const found = button(by) ?? button(-by)
    found?.focus()
  })
  const onMove = (row: R, by: -1 | 1) => {
    const at = props.moving?.move(row, by) ?? -1
    if (at < 0) return
    moved.current = { at, by }
    setTurn(turn + 1)
  }
  return (
    <fieldset ref={box} className={styles.rows} data-testid={props.testId}>
      <legend>{legend}</legend>
      {rows.map((row, at) => {
        // A row has no name of its own but its place.
        const place = `${props.testId}-${at}`
        return (
          <div
            key={`${place}/${turn}`}
            className={styles.row}
            data-faulty={props.faulty?.has(at) || undefined}
          >
            {props.children(row, (changed) => onRows(rows.with(at, changed)), at)}
            {props.moving && <Move row={row} place={place} moving={props.moving} onMove={onMove} />}
            <Button
              type="text"
              icon={<DeleteOutlined />}
              disabled={rows.length <= least}
              onClick={() => onRows(rows.toSpliced(at, 1))}
              aria-label={t('design.row.remove', { n: at + 1 })}
              title={t('design.row.remove', { n: at + 1 })}
              data-testid={`${place}-remove`}
            />
          </div>
        )
      })}
      <Button
        size="small"
        icon={<PlusOutlined />}
        onClick={() => onRows([...rows, fresh()])}
        data-testid={`${props.testId}-add`}
      >
        {addLabel}
      </Button>
    </fieldset>
  )
}

interface MoveProps<R> {
  row: R
  place: string
  moving: Moving<R>
  onMove(row: R, by: -1 | 1): void
}

function Move<R>({ row, place, moving, onMove }: MoveProps<R>) {
  return ([-1, 1] as const).map((by) => (
    <Button
      key={by}
      type="text"
      icon={by === -1 ? <ArrowUpOutlined /> : <ArrowDownOutlined />}
      disabled={!moving.may(row, by)}
      onClick={() => onMove(row, by)}
      aria-label={moving.words(row, by)}
      title={moving.words(row, by)}
      data-testid={`${place}-${by === -1 ? 'up' : 'down'}`}
    />
  ))
}
