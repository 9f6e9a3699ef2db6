import { useId } from 'react'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { rangeWords } from '../indicators/furtherWords'
import styles from './Designer.module.css'
import { type Mark, type Piece, position, ticksOf } from './line'

interface Props {
  pieces: Piece[]
  marks: Mark[]
  /** Written behind every number: "%" or nothing. */
  unit: string
  /** The points of a row are taken off. */
  off: boolean
  label: string
}

const LINE = 62
const BAR = 20

/**
 * The rows of a table on one line: what each holds, in red where none does or more than one, and hatched where none does and the sheet
 * says what becomes of that. What is marked is written below; all of it is read out as a list.
 */
export function NumberLine({ pieces, marks, unit, off, label }: Props) {
  const { t } = useI18n()
  const formats = useFormats()
  const hatch = useId()
  const ticks = ticksOf([...pieces, ...marks])
  const words = { t, number: formats.number }
  const worth = (piece: Piece) => formats.number(off ? 0 - piece.points : piece.points)
  return (
    <figure className={styles.line} data-testid="number-line">
      <svg width="100%" height={104} aria-hidden="true">
        <pattern
          id={hatch}
          className={styles.hatch}
          width={7}
          height={7}
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <line y2={7} />
        </pattern>
        <line x1="0%" x2="100%" y1={LINE} y2={LINE} className={styles.axis} />
        {pieces.map((piece) => (
          <Held key={piece.row} piece={piece} ticks={ticks} words={worth(piece)} />
        ))}
        {marks.map((mark) => (
          <Marked key={`${mark.kind}${mark.from}${mark.to}`} mark={mark} ticks={ticks} hatch={hatch} />
        ))}
        {ticks.map((tick) => (
          <g key={tick}>
            <line
              x1={`${position(ticks, tick, 'to')}%`}
              x2={`${position(ticks, tick, 'to')}%`}
              y1={LINE - 5}
              y2={LINE + 5}
              className={styles.axis}
            />
            <text x={`${position(ticks, tick, 'to')}%`} y={LINE + 24} textAnchor="middle">
              {formats.number(tick)}
              {unit}
            </text>
          </g>
        ))}
        {pieces.flatMap((piece) => [
          <End key={`${piece.row}from`} ticks={ticks} end={piece.from} closed={piece.fromInclusive} />,
          <End key={`${piece.row}to`} ticks={ticks} end={piece.to} closed={piece.toInclusive} />,
        ])}
      </svg>
      <figcaption>
        <span className="heard">
          {label}:{' '}
          {pieces
            .map((piece) =>
              t(off ? 'rule.band' : 'rule.rung', {
                range: rangeWords(words, piece, unit),
                points: formats.number(piece.points),
              }),
            )
            .join('; ')}
        </span>
        {marks.length > 0 && (
          <ul className={styles.marks} data-testid="line-marks">
            {marks.map((mark) => (
              <li key={`${mark.kind}${mark.from}${mark.to}`}>
                <span className={isFault(mark) ? styles.faultSign : styles.leftSign} aria-hidden="true">
                  {signOf(mark)}
                </span>
                {t(`design.line.${mark.kind}`, { range: rangeWords(words, mark, unit) })}
              </li>
            ))}
          </ul>
        )}
      </figcaption>
    </figure>
  )
}

function isFault({ kind }: Mark): boolean {
  return kind === 'gap' || kind === 'overlap'
}

function signOf(mark: Mark): string {
  return isFault(mark) ? '!' : '?'
}

function Held({ piece, ticks, words }: { piece: Piece; ticks: number[]; words: string }) {
  const { t } = useI18n()
  const left = position(ticks, piece.from, 'from')
  const right = position(ticks, piece.to, 'to')
  return (
    <g>
      <rect
        x={`${left}%`}
        width={`${Math.max(0, right - left)}%`}
        y={LINE - BAR - 6}
        height={BAR}
        className={piece.row % 2 === 0 ? styles.held : styles.heldToo}
      />
      <text x={`${(left + right) / 2}%`} y={LINE - BAR - 14} textAnchor="middle" className={styles.worth}>
        {t('design.points', { points: words })}
      </text>
    </g>
  )
}

function Marked({ mark, ticks, hatch }: { mark: Mark; ticks: number[]; hatch: string }) {
  const left = position(ticks, mark.from, 'from')
  const right = position(ticks, mark.to, 'to')
  const fault = isFault(mark)
  return (
    <g className={fault ? styles.wrong : styles.left} data-testid={`line-${mark.kind}`}>
      <rect
        x={`${left}%`}
        width={`${Math.max(0, right - left)}%`}
        y={LINE - BAR - 6}
        height={BAR + 6}
        rx={3}
        fill={fault ? undefined : `url(#${hatch})`}
      />
      {/* A gap of a single number has no width. */}
      <circle cx={`${(left + right) / 2}%`} cy={LINE - BAR / 2 - 6} r={9} />
      <text x={`${(left + right) / 2}%`} y={LINE - BAR / 2 - 1} textAnchor="middle">
        {signOf(mark)}
      </text>
    </g>
  )
}

function End({ ticks, end, closed }: { ticks: number[]; end: number | null; closed: boolean }) {
  if (end === null || !closed) return null
  return <circle cx={`${position(ticks, end, 'to')}%`} cy={LINE} r={4} className={styles.closed} />
}
