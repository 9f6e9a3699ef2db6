import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { useAutosave } from '../ui/sheet/useAutosaves'
import styles from './Report.module.css'
import type { RowProps } from './ReportGrid'
import {
  EvidenceCell,
  ExplanationCell,
  Notes,
  PercentOf,
  ReasonCell,
  RowMenu,
  TargetOf,
  ValueCell,
  VerifiedCell,
} from './ReportParts'

/** @param row.beside whether there are verified values to show or to enter */
export function ReportRow(row: RowProps & { beside: boolean }) {
  const { cell, save, beside } = row
  const { fate } = useAutosave(save)
  return (
    <tr data-testid={`report-row-${cell.code}`} data-fate={fate.kind}>
      <th scope="row" className={styles.first}>
        <Named {...row} />
      </th>
      <td className={styles.right}>
        <span className={styles.readOnly}>
          <TargetOf cell={cell} />
        </span>
      </td>
      <td className={styles.value}>
        <ValueCell {...row} />
      </td>
      <td className={styles.right}>
        <span className={styles.readOnly}>
          <PercentOf {...row} />
        </span>
      </td>
      <td className={styles.words}>
        <ExplanationCell {...row} />
      </td>
      <td>
        <EvidenceCell {...row} />
      </td>
      {beside && (
        <>
          <td className={styles.value}>
            <VerifiedCell {...row} />
          </td>
          <td className={styles.words}>
            <ReasonCell {...row} />
          </td>
        </>
      )}
      <td>
        <RowMenu {...row} />
      </td>
    </tr>
  )
}

export function Named(row: RowProps) {
  const { cell } = row
  const { t } = useI18n()
  const formats = useFormats()
  const before = [
    cell.lastYear !== null && t('report.lastYear', { value: formats.number(cell.lastYear) }),
    cell.lastValue !== null && t('report.lastValue', { value: formats.number(cell.lastValue) }),
  ].filter(Boolean)
  return (
    <>
      <span className={styles.name}>
        {cell.name} <Notes {...row} />
      </span>
      <span className={styles.measure}>{[cell.code, cell.unitOfMeasure, ...before].join(' · ')}</span>
    </>
  )
}
