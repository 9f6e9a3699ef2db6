import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useI18n } from '../../app/i18n'
import styles from '../Designer.module.css'

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
  children(row: R, change: (row: R) => void, at: number): ReactNode
}

/** Rows of a table: each written by its own fields, added at the end, taken out one by one. */
export function RowList<R>({ legend, rows, least = 0, fresh, onRows, addLabel, ...props }: Props<R>) {
  const { t } = useI18n()
  return (
    <fieldset className={styles.rows} data-testid={props.testId}>
      <legend>{legend}</legend>
      {rows.map((row, at) => {
        // A row has no name of its own but its place.
        const place = `${props.testId}-${at}`
        return (
          <div key={place} className={styles.row} data-faulty={props.faulty?.has(at) || undefined}>
            {props.children(row, (changed) => onRows(rows.with(at, changed)), at)}
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
