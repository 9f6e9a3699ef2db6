import { Grid } from 'antd'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import type { Autosave } from '../ui/sheet/autosave'
import { Sheet } from '../ui/sheet/Sheet'
import styles from './Report.module.css'
import { ReportCard } from './ReportCard'
import { ReportRow } from './ReportRow'
import { type Check, type Row, readYesNo } from './report'
import type { Evidence, ReportCell } from './reportTypes'
import { saysNotApplicable } from './warnings'

/** Columns that can be written in, from left to right. */
export const COLUMN = { value: 0, explanation: 1, evidence: 2, verified: 3, reason: 4 } as const

export interface RowProps {
  cell: ReportCell
  index: number
  save: Autosave<Row>
  check: Autosave<Check>
  writable: boolean
  verifying: boolean
  unread: Record<string, string>
  onUnread(key: string, text: string | undefined): void
  files: Map<string, Evidence>
  onEvidence(cell: ReportCell): void
  onHistory(cell: ReportCell): void
}

interface Props extends Omit<RowProps, 'cell' | 'index' | 'save' | 'check'> {
  cells: ReportCell[]
  saveOf(indicatorId: string): Autosave<Row> | undefined
  checkOf(indicatorId: string): Autosave<Check> | undefined
  onPasted(cells: number, unread: number): void
}

export const unreadKey = (indicatorId: string, field: 'value' | 'verified') => `${indicatorId}~${field}`

/** One row per indicator on a desk, one card on a phone; the same cells, the same keys, the same saving. */
export function ReportGrid(props: Props) {
  const { cells, saveOf, checkOf, writable, verifying, onUnread, onPasted } = props
  const { t } = useI18n()
  const formats = useFormats()
  const wide = Grid.useBreakpoint().lg !== false

  function paste(block: string[][], row: number, column: number) {
    let written = 0
    let unread = 0
    const touched = new Set<Autosave<Row> | Autosave<Check>>()
    for (const [down, texts] of block.entries()) {
      const cell = cells[row + down]
      const save = cell && saveOf(cell.indicatorId)
      const check = cell && checkOf(cell.indicatorId)
      if (!cell || !save || !check) continue
      for (const [across, raw] of texts.entries()) {
        const text = raw.trim()
        const at = column + across
        if ((at === COLUMN.value && writable) || (at === COLUMN.verified && verifying)) {
          const key = unreadKey(cell.indicatorId, at === COLUMN.value ? 'value' : 'verified')
          const number =
            text === ''
              ? null
              : ((cell.valueKind === 'YES_NO' ? readYesNo(text) : null) ??
                formats.parse(text.replace(/%$/, '')))
          if (at === COLUMN.value && saysNotApplicable(text)) {
            save.edit({ value: null, notApplicable: true })
          } else if (text !== '' && number === null) {
            onUnread(key, text)
            unread += 1
            continue
          } else if (at === COLUMN.value) save.edit({ value: number, notApplicable: false })
          else check.edit({ value: number })
          onUnread(key, undefined)
          written += 1
          touched.add(at === COLUMN.value ? save : check)
        } else if (at === COLUMN.explanation && writable) {
          save.edit({ explanation: text || null })
          written += 1
          touched.add(save)
        } else if (at === COLUMN.reason && verifying) {
          check.edit({ reason: text || null })
          written += 1
          touched.add(check)
        }
      }
    }
    for (const one of touched) one.commit()
    onPasted(written, unread)
  }

  const rows = cells.flatMap((cell, index) => {
    const save = saveOf(cell.indicatorId)
    const check = checkOf(cell.indicatorId)
    return save && check ? [{ ...props, cell, index, save, check }] : []
  })
  const label = t('season.section.reports')
  const beside = verifying || cells.some((cell) => cell.verified !== null)
  if (!wide) {
    return (
      <Sheet label={label} testId="report-cards" className={styles.cards} onBlock={paste}>
        {rows.map((row) => (
          <ReportCard key={row.cell.indicatorId} {...row} />
        ))}
      </Sheet>
    )
  }
  return (
    <Sheet label={label} testId="report-grid" className={styles.frame} onBlock={paste}>
      <table className={styles.grid}>
        <thead>
          <tr>
            <th scope="col" className={styles.first}>
              {t('report.indicator')}
            </th>
            <th scope="col" className={styles.right}>
              {t('report.target')}
            </th>
            <th scope="col" className={styles.right}>
              {t('report.value')}
            </th>
            <th scope="col" className={styles.right}>
              {t('report.percent')}
            </th>
            <th scope="col">{t('report.explanation')}</th>
            <th scope="col">{t('report.evidence')}</th>
            {beside && (
              <>
                <th scope="col" className={styles.right}>
                  {t('report.verified')}
                </th>
                <th scope="col">{t('report.verifyReason')}</th>
              </>
            )}
            <th scope="col">
              <span className="heard">{t('report.row.menu')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <ReportRow key={row.cell.indicatorId} {...row} beside={beside} />
          ))}
        </tbody>
      </table>
    </Sheet>
  )
}
