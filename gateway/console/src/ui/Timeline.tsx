import { Popover } from 'antd'
import type { CSSProperties, ReactNode } from 'react'
import { useI18n } from '../app/i18n'
import { today } from '../app/i18n/dates'
import { useFormats } from '../app/i18n/useFormats'
import styles from './Timeline.module.css'
import { type Placed, place, position, type Range, type Span, ticks } from './timeline'

export type Tone = 'season' | 'member' | 'head' | 'deputy'

export interface Bar extends Span {
  key: string
  /** What the bar says. */
  label: string
  tone: Tone
  /** More, shown when the bar is opened; its dates are always said. */
  detail?: ReactNode
  testId?: string
}

export interface Row {
  key: string
  name: ReactNode
  bars: Bar[]
  /** A heading above the row: a new group begins. */
  group?: string
  testId?: string
}

interface Props {
  label: string
  rows: Row[]
  range: Range
  legend: { tone: Tone; label: string }[]
  testId?: string
}

/** Percentages go to the style sheet as properties: how a bar looks is its affair. */
const placing = (values: Record<string, string | number>) => values as CSSProperties

/**
 * Dated bars, one row a thing. On a phone the same rows are a list of dates in words: nothing has to be guessed from the length of
 * a bar.
 */
export function Timeline({ label, rows, range, legend, testId }: Props) {
  const { t } = useI18n()
  const formats = useFormats()
  const now = position(today(), range)
  const marks = ticks(range)
  const byQuarter = marks.length > 1 && marks[1]?.slice(0, 4) === marks[0]?.slice(0, 4)
  return (
    <section className={styles.frame} aria-label={label} data-testid={testId}>
      <ul className={styles.legend}>
        {legend.map((entry) => (
          <li key={entry.tone}>
            <span className={styles.swatch} data-tone={entry.tone} aria-hidden />
            {entry.label}
          </li>
        ))}
        {now !== null && (
          <li className={styles.nowWords}>
            <span className={styles.nowSwatch} aria-hidden />
            {t('timeline.today', { date: formats.date(today()) })}
          </li>
        )}
      </ul>
      <div className={styles.board}>
        <div className={styles.axis} aria-hidden="true">
          <div className={styles.scale}>
            {marks.map((day) => (
              <span key={day} className={styles.tick} style={placing({ '--at': position(day, range) ?? 0 })}>
                {byQuarter ? `${day.slice(5, 7)}/${day.slice(0, 4)}` : day.slice(0, 4)}
              </span>
            ))}
          </div>
        </div>
        <ul className={styles.rows}>
          {rows.map((row) => (
            <li key={row.key} className={styles.row} data-testid={row.testId}>
              {row.group && <div className={styles.group}>{row.group}</div>}
              <div className={styles.name}>{row.name}</div>
              <Track row={row} range={range} />
            </li>
          ))}
        </ul>
        <div className={styles.lines} aria-hidden="true">
          {marks.map((day) => (
            <span key={day} className={styles.line} style={placing({ '--at': position(day, range) ?? 0 })} />
          ))}
          {now !== null && <span className={styles.now} style={placing({ '--at': now })} />}
        </div>
      </div>
    </section>
  )
}

function Track({ row, range }: { row: Row; range: Range }) {
  const placed = place(row.bars, range)
  const lanes = placed.reduce((most, bar) => Math.max(most, bar.lane + 1), 1)
  const shown = new Set(placed.map((bar) => bar.span.key))
  return (
    <ul className={styles.track} style={placing({ '--lanes': lanes })}>
      {placed.map((bar) => (
        <BarItem key={bar.span.key} bar={bar} />
      ))}
      {/* Bars before or after the shown time are still told in the list. */}
      {row.bars
        .filter((bar) => !shown.has(bar.key))
        .map((bar) => (
          <BarItem
            key={bar.key}
            bar={{ span: bar, start: 0, size: 0, lane: 0, cutStart: true, cutEnd: true }}
          />
        ))}
    </ul>
  )
}

function BarItem({ bar: { span, start, size, lane, cutStart, cutEnd } }: { bar: Placed<Bar> }) {
  const { t } = useI18n()
  const formats = useFormats()
  const dates = span.to
    ? t('timeline.closed', { from: formats.date(span.from), to: formats.date(span.to) })
    : t('timeline.open', { from: formats.date(span.from) })
  return (
    <li
      className={styles.item}
      data-outside={size === 0 || undefined}
      style={placing({ '--start': start, '--size': size, '--index': lane })}
    >
      <Popover
        trigger="click"
        title={span.label}
        content={
          <div className={styles.detail}>
            <div>{dates}</div>
            {span.detail}
          </div>
        }
      >
        <button
          type="button"
          className={styles.bar}
          title={`${span.label}: ${dates}`}
          data-tone={span.tone}
          data-cut-start={cutStart || undefined}
          data-cut-end={cutEnd || undefined}
          data-testid={span.testId}
        >
          <span className={styles.label}>{span.label}</span>
          <span className={styles.dates}>{dates}</span>
        </button>
      </Popover>
    </li>
  )
}
