// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: the cells of a table with the role of a grid are grid cells
import { memo, type ReactNode } from 'react'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { useCell, useMark } from '../ui/sheet/useCell'
import { limitWords } from './limits'
import styles from './Report.module.css'
import { EvidenceCell, ExplanationCell, Notes, RowMenu, TalkSign } from './ReportBeside'
import { PercentOf, TargetOf } from './ReportPlan'
import { ValueCell } from './ReportValue'
import { ReasonCell, VerifiedCell } from './ReportVerified'
import { COLUMN } from './reportWork'
import type { RowProps } from './rowProps'
import { useWritten } from './useAnswers'

interface CellProps {
  row: number
  column: number
  className?: string
  children: ReactNode
}

/** A cell with a field or a button in it, which has the keyboard. */
function Held({ row, column, className, children }: CellProps) {
  const mark = useMark(row, column)
  return (
    <td
      aria-colindex={column + 2}
      aria-selected={mark === 'active' || mark === 'marked'}
      className={className}
    >
      {children}
    </td>
  )
}

/** A cell that is only read: it has the keyboard itself, so that it can be heard, marked and copied. */
function Read({ row, column, className, children }: CellProps) {
  const cell = useCell(row, column)
  return (
    <td
      {...cell}
      aria-colindex={column + 2}
      aria-selected={cell['data-mark'] !== undefined}
      aria-readonly
      className={className}
    >
      <span className={styles.readOnly}>{children}</span>
    </td>
  )
}

/**
 * Drawn anew only when the service tells something new of it; what is typed is heard by those of its cells that show it.
 *
 * @param row.beside whether there are verified values to show or to enter
 */
export const ReportRow = memo(function ReportRow(row: RowProps & { beside: boolean }) {
  const { cell, beside, index, verifying } = row
  const Verified = verifying ? Held : Read
  return (
    <tr aria-rowindex={index + 2} data-testid={`report-row-${cell.code}`}>
      <th scope="row" aria-colindex={1} className={styles.first}>
        <Named {...row} />
      </th>
      <Read row={index} column={COLUMN.target} className={styles.right}>
        <TargetOf cell={cell} />
      </Read>
      <Held row={index} column={COLUMN.value} className={styles.value}>
        <ValueCell {...row} />
      </Held>
      <Read row={index} column={COLUMN.percent} className={styles.right}>
        <PercentOf {...row} />
      </Read>
      <Held row={index} column={COLUMN.explanation} className={styles.words}>
        <ExplanationCell {...row} />
      </Held>
      <Held row={index} column={COLUMN.evidence}>
        <EvidenceCell {...row} />
      </Held>
      {beside && (
        <>
          <Verified row={index} column={COLUMN.verified} className={styles.value}>
            <VerifiedCell {...row} />
          </Verified>
          <Verified row={index} column={COLUMN.reason} className={styles.words}>
            <ReasonCell {...row} />
          </Verified>
        </>
      )}
      <Held row={index} column={COLUMN.menu}>
        <RowMenu {...row} />
      </Held>
    </tr>
  )
})

export function Named(row: RowProps) {
  const { cell } = row
  const { t } = useI18n()
  const formats = useFormats()
  const written = useWritten()
  const before = [
    cell.lastYear !== null && t('report.lastYear', { value: written(cell.lastYear, cell) }),
    cell.lastActual && t('report.lastActual', { value: written(cell.lastActual.value, cell) }),
    cell.lastValue !== null && t('report.lastValue', { value: written(cell.lastValue, cell) }),
  ].filter(Boolean)
  return (
    <>
      <span className={styles.name}>
        {cell.name} <Notes {...row} /> <TalkSign {...row} />
      </span>
      <span className={styles.measure} id={`${cell.indicatorId}-measure`}>
        {[
          cell.code,
          cell.formula && t('report.computed', { formula: cell.formula }),
          limitWords(t, formats.number, cell),
          ...before,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </>
  )
}
