// biome-ignore-all lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are walked over is a grid
import { Grid } from 'antd'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import type { Autosave } from '../ui/sheet/autosave'
import { words } from '../ui/sheet/clipboard'
import type { Place } from '../ui/sheet/range'
import { Sheet } from '../ui/sheet/Sheet'
import { isAnswered, wordOf } from './answers'
import type { Talk } from './commentQueries'
import { typedWords } from './figures'
import styles from './Report.module.css'
import { ReportCards } from './ReportCards'
import { ReportRow } from './ReportRow'
import { type Check, type Row, targetOf } from './report'
import type { ReportCell } from './reportTypes'
import { COLUMN, COLUMNS } from './reportWork'
import type { RowProps } from './rowProps'

interface Props extends Omit<RowProps, 'cell' | 'index' | 'save' | 'check' | 'talk'> {
  cells: ReportCell[]
  saveOf(indicatorId: string): Autosave<Row> | undefined
  checkOf(indicatorId: string): Autosave<Check> | undefined
  talkOf(indicatorId: string): Talk | undefined
  onLocked(reason: string): void
}

/** One row per indicator on a desk, one indicator after the other on a phone; the same cells and the same saving. */
export function ReportGrid(props: Props) {
  const { cells, saveOf, checkOf, verifying, lock, work, onEvidence, onHistory, onComments } = props
  const { t } = useI18n()
  const copy = useCopied(props)
  const wide = Grid.useBreakpoint().lg !== false
  const rows = cells.flatMap((cell, index) => {
    const save = saveOf(cell.indicatorId)
    const check = checkOf(cell.indicatorId)
    if (!save || !check) return []
    const talk = props.talkOf(cell.indicatorId)
    return [{ cell, index, save, check, talk, lock, verifying, work, onEvidence, onHistory, onComments }]
  })
  const label = t('season.section.reports')
  if (!wide) return <ReportCards rows={rows} label={label} />
  const beside = verifying || cells.some((cell) => cell.verified !== null)
  const column = (at: number, words: string, right = false) => (
    <th scope="col" aria-colindex={at + 2} className={right ? styles.right : undefined}>
      {words}
    </th>
  )
  return (
    <Sheet
      label={label}
      testId="report-grid"
      roving
      className={styles.frame}
      onBlock={work.paste}
      onClear={work.clear}
      onFillDown={work.fill}
      onNote={({ row }) => {
        const cell = cells[row]
        if (cell) props.onComments(cell)
      }}
      onUndo={work.undo}
      onRedo={work.redo}
      onLocked={({ column }) => {
        const readOnly = column === COLUMN.target || column === COLUMN.percent
        props.onLocked(readOnly ? t('report.locked.computed') : (lock ?? t('report.locked.computed')))
      }}
      textOf={copy}
    >
      <table
        role="grid"
        aria-label={label}
        aria-multiselectable
        aria-rowcount={rows.length + 1}
        aria-colcount={COLUMNS + 1}
        className={styles.grid}
      >
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" aria-colindex={1} className={styles.first}>
              {t('report.indicator')}
            </th>
            {column(COLUMN.target, t('report.target'), true)}
            {column(COLUMN.value, t('report.value'), true)}
            {column(COLUMN.percent, t('report.percent'), true)}
            {column(COLUMN.explanation, t('report.explanation'))}
            {column(COLUMN.evidence, t('report.evidence'))}
            {beside && column(COLUMN.verified, t('report.verified'), true)}
            {beside && column(COLUMN.reason, t('report.verifyReason'))}
            <th scope="col" aria-colindex={COLUMN.menu + 2}>
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

/** What a cell is copied as: numbers as they are written here, so that they come in again anywhere here. */
function useCopied({ cells, saveOf, checkOf }: Props): (place: Place) => string {
  const { t } = useI18n()
  const formats = useFormats()
  return ({ row, column }) => {
    const cell = cells[row]
    const save = cell && saveOf(cell.indicatorId)
    const check = cell && checkOf(cell.indicatorId)
    if (!cell || !save || !check) return ''
    const number = (value: number | null) =>
      value === null ? '' : (wordOf(t, cell, value) ?? formats.number(value))
    const { draft } = save
    switch (column) {
      case COLUMN.target:
        return number(targetOf(cell))
      case COLUMN.value:
        if (draft.notApplicable) return t('report.notApplicable')
        return isAnswered(cell) ? number(draft.value) : typedWords({ t, number: formats.number }, draft)
      case COLUMN.percent: {
        const percent = cell.percentOfPlan?.percent ?? null
        return percent === null ? '' : formats.percent(Math.round(percent * 100) / 100)
      }
      case COLUMN.explanation:
        return words(draft.explanation ?? '')
      case COLUMN.evidence:
        return draft.evidence.length === 0 ? '' : t('evidence.count', { n: draft.evidence.length })
      case COLUMN.verified:
        return number(check.draft.value)
      case COLUMN.reason:
        return words(check.draft.reason ?? '')
      default:
        return ''
    }
  }
}
