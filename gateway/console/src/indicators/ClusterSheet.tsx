// biome-ignore-all lint/a11y/useSemanticElements: rows of a table cannot be placed one by one; this is the grid pattern of ARIA
// biome-ignore-all lint/a11y/useFocusableInteractive: one cell at a time has the keyboard, given by useCell
import { type CSSProperties, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import type { Area } from '../ui/sheet/move'
import type { Place } from '../ui/sheet/range'
import { Sheet } from '../ui/sheet/Sheet'
import { ActiveCell } from './ActiveCell'
import { wordOf } from './answers'
import styles from './Cluster.module.css'
import { ClusterRow } from './ClusterRow'
import { among, type Drawn, drawn, figureOf } from './clusterWork'
import type { Talk } from './commentQueries'
import { typedWords } from './figures'
import type { ClusterCell, ClusterGrid, ClusterUnit } from './reportTypes'
import { type ClusterWork, figureKey } from './useClusterWork'

/** As the style sheet sizes them; on a phone the columns are narrower, and a few more are drawn than are seen. */
const ROW = 40
const HEAD = 80
const FIRST = 254
const COLUMN = { desk: 112, phone: 92 }

interface Props {
  grid: ClusterGrid
  shown: 'value' | 'percent'
  mayWrite(unit: ClusterUnit): boolean
  work: ClusterWork
  talks: Map<string, Talk>
  onComments(cell: { reportId: string; indicatorId: string; name: string }): void
}

/**
 * The cells of a whole cluster. Rows far from the screen are not drawn; the keys, the marking and the clipboard know of them all
 * the same, because they ask the model and not the page.
 */
export function ClusterSheet({ grid, shown, mayWrite, work, talks, onComments }: Props) {
  const { t } = useI18n()
  const formats = useFormats()
  const scroller = useRef<HTMLDivElement>(null)
  const [rows, setRows] = useState<Drawn>({ first: 0, last: 24 })
  const [columns, setColumns] = useState<Drawn>({ first: 0, last: 16 })
  // The cell with the keyboard is drawn wherever it is, or the keyboard would be lost by scrolling.
  const [active, setActive] = useState<Place | null>(null)
  const { units, indicators } = grid
  const cells = useMemo(
    () => units.map((unit) => new Map(unit.cells.map((cell) => [cell.indicatorId, cell]))),
    [units],
  )

  const look = () => {
    const box = scroller.current
    if (!box) return
    const width = box.clientWidth < 992 ? COLUMN.phone : COLUMN.desk
    const next = {
      rows: drawn(box.scrollTop, box.clientHeight, ROW, units.length, 6),
      columns: drawn(box.scrollLeft, box.clientWidth, width, indicators.length, 4),
    }
    const same = (a: Drawn, b: Drawn) => a.first === b.first && a.last === b.last
    setRows((old) => (same(old, next.rows) ? old : next.rows))
    setColumns((old) => (same(old, next.columns) ? old : next.columns))
  }
  useLayoutEffect(look, [units.length, indicators.length])
  const shownRows = among(rows, active?.row, units.length)
  // The same list as long as the same columns are drawn: the rows are drawn anew for another one.
  const beside =
    active && (active.column < columns.first || active.column >= columns.last) ? active.column : undefined
  const shownColumns = useMemo(
    () => among(columns, beside, indicators.length),
    [columns, beside, indicators.length],
  )

  const figureAt = ({ row, column }: Place) => {
    const unit = units[row]
    const indicator = indicators[column]
    const cell = indicator && cells[row]?.get(indicator.id)
    if (!unit || !indicator || !cell) return null
    const own = work.saves.row(figureKey(unit.report.id ?? '', indicator.id))?.draft
    return { unit, indicator, cell, figure: own ?? figureOf(cell) }
  }
  const textOf = (place: Place): string => {
    const found = figureAt(place)
    if (!found) return ''
    const { indicator, cell, figure } = found
    if (shown === 'percent') return cell.percent === null ? '' : formats.percent(round(cell.percent))
    if (figure.notApplicable) return t('report.notApplicable')
    if (figure.value === null) return ''
    const word = wordOf(t, indicator, figure.value)
    if (word !== null) return word
    return typedWords({ t, number: formats.number }, figure)
  }
  const area: Area = {
    rows: units.length,
    columns: indicators.length,
    page: Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / ROW) - 2),
    filled: (place) => textOf(place) !== '',
    stop: ({ row }) => {
      const unit = units[row]
      return shown === 'value' && unit !== undefined && mayWrite(unit)
    },
  }
  return (
    <Sheet
      label={t('cluster.grid')}
      testId="cluster-grid"
      roving
      className={styles.sheet}
      area={area}
      reveal={setActive}
      show={({ row, column }) => {
        const box = scroller.current
        if (!box) return
        const width = box.clientWidth < 992 ? COLUMN.phone : COLUMN.desk
        const within = (at: number, size: number, from: number, seen: number, taken: number) =>
          at * size < from ? at * size : Math.max(from, (at + 1) * size - seen + taken)
        box.scrollTop = within(row, ROW, box.scrollTop, box.clientHeight, HEAD)
        box.scrollLeft = within(column, width, box.scrollLeft, box.clientWidth, FIRST)
      }}
      onActive={setActive}
      onNote={(place) => {
        const found = figureAt(place)
        if (found?.unit.report.id) onComments(spokenOf(found.unit, found.indicator))
      }}
      textOf={textOf}
      onBlock={shown === 'value' ? work.paste : undefined}
      onClear={shown === 'value' ? work.clear : undefined}
      onFillDown={shown === 'value' ? work.fill : undefined}
      onUndo={work.undo}
      onRedo={work.redo}
    >
      <div
        ref={scroller}
        role="grid"
        aria-label={t('cluster.grid')}
        aria-multiselectable
        aria-rowcount={units.length + 1}
        aria-colcount={indicators.length + 1}
        className={styles.scroller}
        style={{ '--columns': indicators.length, '--rows': units.length } as CSSProperties}
        onScroll={look}
      >
        <div role="row" aria-rowindex={1} className={styles.head}>
          <div role="columnheader" aria-colindex={1} className={styles.corner}>
            {t('reports.unit')}
          </div>
          {indicators.map((indicator, column) => (
            <div
              key={indicator.id}
              role="columnheader"
              aria-colindex={column + 2}
              aria-label={`${indicator.name}, ${indicator.unitOfMeasure}`}
              title={`${indicator.name} (${indicator.unitOfMeasure})`}
              className={styles.column}
            >
              <strong>{indicator.code}</strong>
              <span className={styles.columnName}>{indicator.name}</span>
              <span className={styles.columnUnit}>{indicator.unitOfMeasure}</span>
            </div>
          ))}
        </div>
        <div role="rowgroup" className={styles.body}>
          {shownRows.map((index) => {
            const unit = units[index] as ClusterUnit
            return (
              <ClusterRow
                key={unit.report.unitId}
                unit={unit}
                index={index}
                indicators={indicators}
                columns={shownColumns}
                cells={cells[index] as Map<string, ClusterCell>}
                shown={shown}
                writable={shown === 'value' && mayWrite(unit)}
                rowOf={work.saves.row}
                unread={work.unread}
                onUnread={work.onUnread}
                onValue={work.change}
                talks={talks}
              />
            )
          })}
        </div>
      </div>
      <ActiveCell
        at={figureAt}
        work={work}
        talks={talks}
        onComments={(unit, indicator) => onComments(spokenOf(unit, indicator))}
      />
    </Sheet>
  )
}

const spokenOf = ({ report }: ClusterUnit, { id, name }: ClusterGrid['indicators'][number]) => ({
  reportId: report.id ?? '',
  indicatorId: id,
  name: `${report.unitName ?? ''}, ${name}`,
})

const round = (percent: number) => Math.round(percent * 100) / 100
