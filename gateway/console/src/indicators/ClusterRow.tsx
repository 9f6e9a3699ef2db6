// biome-ignore-all lint/a11y/useSemanticElements: rows of a table cannot be placed one by one; this is the grid pattern of ARIA
// biome-ignore-all lint/a11y/useFocusableInteractive: one cell at a time has the keyboard, given by useCell
import { type CSSProperties, memo } from 'react'
import { Link } from 'react-router'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import type { Autosave } from '../ui/sheet/autosave'
import { FateSign } from '../ui/sheet/Fate'
import { NumberCell } from '../ui/sheet/NumberCell'
import { useAutosave } from '../ui/sheet/useAutosaves'
import { useCell, useMark } from '../ui/sheet/useCell'
import { isAnswered, wordOf } from './answers'
import styles from './Cluster.module.css'
import type { Figure } from './clusterWork'
import type { Talk } from './commentQueries'
import { qualified } from './figures'
import { ReportState } from './ReportState'
import type { ClusterCell, ClusterIndicator, ClusterUnit } from './reportTypes'
import { readWords, type Unread } from './reportWork'
import { useAnswers } from './useAnswers'
import { figureKey } from './useClusterWork'
import { useStated } from './useStated'

interface Props {
  unit: ClusterUnit
  index: number
  indicators: ClusterIndicator[]
  /** Those of them that are drawn. */
  columns: number[]
  cells: Map<string, ClusterCell>
  shown: 'value' | 'percent'
  writable: boolean
  rowOf(key: string): Autosave<Figure> | undefined
  unread: Record<string, Unread>
  onUnread(key: string, text: string | undefined): void
  onValue(key: string, figure: Figure): void
  /** How much is said of each cell. */
  talks: Map<string, Talk>
}

/** One member of the cluster; drawn anew only when something of it changes. */
export const ClusterRow = memo(function ClusterRow(props: Props) {
  const { unit, index, indicators, columns, cells, writable } = props
  const { t } = useI18n()
  const { report, unitCode } = unit
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={styles.row}
      style={{ '--row': index } as CSSProperties}
      data-own={writable || undefined}
      data-testid={`cluster-row-${unitCode}`}
    >
      <div role="rowheader" aria-colindex={1} className={styles.unit}>
        <span className={styles.unitName} title={report.unitName ?? unitCode}>
          {report.id ? (
            <Link to={`/reports/${report.id}`} tabIndex={-1}>
              {report.unitName ?? unitCode}
            </Link>
          ) : (
            (report.unitName ?? unitCode)
          )}
        </span>
        <ReportState state={report.state} />
        <span className="heard">{t('reports.filled.of', { n: report.filled, m: report.total })}</span>
      </div>
      {columns.map((column) => {
        const indicator = indicators[column]
        if (!indicator) return null
        const cell = cells.get(indicator.id)
        const key = figureKey(report.id ?? '', indicator.id)
        const save = writable && cell ? props.rowOf(key) : undefined
        return cell && save ? (
          <Written
            key={indicator.id}
            row={index}
            column={column}
            indicator={indicator}
            save={save}
            talk={props.talks.get(key)}
            unread={props.unread[key]}
            onUnread={(text) => props.onUnread(key, text)}
            onValue={(figure) => props.onValue(key, figure)}
            label={`${report.unitName ?? ''}, ${indicator.name}, ${cell.unitOfMeasure ?? indicator.unitOfMeasure}`}
            testId={`cluster-${unitCode}-${indicator.code}`}
          />
        ) : (
          <Shown
            key={indicator.id}
            row={index}
            column={column}
            indicator={indicator}
            cell={cell}
            shown={props.shown}
            talk={props.talks.get(key)}
            unitName={report.unitName ?? unitCode}
            testId={`cluster-${unitCode}-${indicator.code}`}
          />
        )
      })}
    </div>
  )
})

const talkOf = (talk: Talk | undefined) => (talk ? (talk.open > 0 ? 'open' : 'resolved') : undefined)

const inColumn = (column: number): CSSProperties => ({ gridColumn: column + 2 })

interface ShownProps {
  row: number
  column: number
  indicator: ClusterIndicator
  cell: ClusterCell | undefined
  shown: 'value' | 'percent'
  talk: Talk | undefined
  unitName: string
  testId: string
}

function Shown({ row, column, indicator, cell, shown, talk, unitName, testId }: ShownProps) {
  const { t } = useI18n()
  const formats = useFormats()
  const at = useCell(row, column)
  let text = ''
  if (cell && shown === 'percent') {
    text = cell.percent === null ? '—' : formats.percent(Math.round(cell.percent * 100) / 100)
  } else if (cell?.notApplicable) text = t('report.notApplicable')
  else if (cell && cell.value !== null) {
    text = wordOf(t, indicator, cell.value) ?? qualified(t, cell.qualifier, formats.number(cell.value))
  }
  const differs = cell !== undefined && cell.verified !== null && cell.verified !== cell.value
  const estimate = cell?.actuality === 'ESTIMATE' && text !== ''
  // Whoever hears the cell hears what others see of it, and whose it is.
  const heard = [
    unitName,
    indicator.name,
    text || t('report.placeholder'),
    text !== '' && shown === 'value' && !isAnswered(indicator) && indicator.unitOfMeasure,
    estimate && t('actuality.ESTIMATE'),
    cell?.verified != null && `${t('report.verified')} ${formats.number(cell.verified)}`,
  ]
  return (
    <div
      {...at}
      role="gridcell"
      aria-colindex={column + 2}
      style={inColumn(column)}
      aria-readonly
      aria-label={heard.filter(Boolean).join(', ')}
      aria-selected={at['data-mark'] !== undefined}
      className={styles.cell}
      data-none={cell === undefined || undefined}
      data-behind={(cell && cell.percent !== null && cell.percent < 100) || undefined}
      data-verified={differs ? 'differs' : (cell && cell.verified !== null) || undefined}
      data-words={cell?.notApplicable || undefined}
      data-talk={talkOf(talk)}
      data-testid={testId}
    >
      {text}
      {estimate && (
        <span className={styles.estimate} title={t('actuality.ESTIMATE')}>
          ≈
        </span>
      )}
    </div>
  )
}

interface WrittenProps {
  row: number
  column: number
  indicator: ClusterIndicator
  save: Autosave<Figure>
  talk: Talk | undefined
  unread: Unread | undefined
  onUnread(text: string | undefined): void
  onValue(figure: Figure): void
  label: string
  testId: string
}

function Written({
  row,
  column,
  indicator,
  save,
  talk,
  unread,
  onUnread,
  onValue,
  label,
  testId,
}: WrittenProps) {
  const { t } = useI18n()
  const formats = useFormats()
  const { draft, fate } = useAutosave(save)
  const mark = useMark(row, column)
  const answers = useAnswers(indicator)
  const stated = useStated(draft.qualifier)
  return (
    <div
      role="gridcell"
      aria-colindex={column + 2}
      style={inColumn(column)}
      aria-selected={mark === 'active' || mark === 'marked'}
      className={styles.written}
      data-fate={fate.kind}
      data-talk={talkOf(talk)}
    >
      <NumberCell
        row={row}
        column={column}
        value={draft.value}
        words={stated ?? answers}
        instead={draft.notApplicable ? t('report.notApplicable') : undefined}
        unread={unread?.text}
        onUnread={onUnread}
        onValue={(value) =>
          onValue({
            value,
            unitOfMeasure: value === null ? null : draft.unitOfMeasure,
            qualifier: null,
            notApplicable: false,
          })
        }
        onWords={(text) => {
          const read = readWords(text, indicator, formats.parse)
          if (read) onValue({ unitOfMeasure: draft.unitOfMeasure, ...read })
          return read !== null
        }}
        label={label}
        testId={testId}
      />
      {draft.unitOfMeasure !== null && draft.value !== null && (
        <span className={styles.typed} title={draft.unitOfMeasure} data-testid={`${testId}-typed`}>
          {draft.unitOfMeasure}
        </span>
      )}
      <FateSign fate={fate} testId={`${testId}-fate`} />
    </div>
  )
}
