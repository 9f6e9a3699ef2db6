import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { rangeWords } from '../indicators/furtherWords'
import styles from './Designer.module.css'
import { type Fault, type Piece, position, ticksOf } from './line'

interface Props {
  pieces: Piece[]
  faults: Fault[]
  /** Written behind every number: "%" or nothing. */
  unit: string
  label: string
}

const LINE = 62
const BAR = 20

/** The rows of a table on one line: what each holds, and in red where none does or more than one. Also read out as a list. */
export function NumberLine({ pieces, faults, unit, label }: Props) {
  const { t } = useI18n()
  const formats = useFormats()
  const ticks = ticksOf([...pieces, ...faults.map(faultPiece)])
  const words = { t, number: formats.number }
  const said = [
    ...pieces.map((piece) =>
      t('rule.rung', { range: rangeWords(words, piece, unit), points: formats.number(piece.points) }),
    ),
    ...faults.map((fault) =>
      t(fault.kind === 'gap' ? 'design.line.gap' : 'design.line.overlap', {
        range: rangeWords(words, { ...fault, fromInclusive: true, toInclusive: fault.kind === 'gap' }, unit),
      }),
    ),
  ]
  return (
    <figure className={styles.line} data-testid="number-line">
      <figcaption className="heard">
        {label}: {said.join('; ')}
      </figcaption>
      <svg width="100%" height={104} aria-hidden="true">
        <line x1="0%" x2="100%" y1={LINE} y2={LINE} className={styles.axis} />
        {pieces.map((piece) => (
          <Held key={piece.row} piece={piece} ticks={ticks} words={formats.number(piece.points)} />
        ))}
        {faults.map((fault) => (
          <Wrong key={`${fault.kind}${fault.from}${fault.to}`} fault={fault} ticks={ticks} />
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
    </figure>
  )
}

function faultPiece(fault: Fault): Piece {
  return { ...fault, row: -1, fromInclusive: true, toInclusive: true, points: 0 }
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

function Wrong({ fault, ticks }: { fault: Fault; ticks: number[] }) {
  const left = position(ticks, fault.from, 'from')
  const right = position(ticks, fault.to, 'to')
  return (
    <g className={styles.wrong} data-testid={`line-${fault.kind}`}>
      <rect
        x={`${left}%`}
        width={`${Math.max(0, right - left)}%`}
        y={LINE - BAR - 6}
        height={BAR + 6}
        rx={3}
      />
      {/* A gap of a single number has no width. */}
      <circle cx={`${(left + right) / 2}%`} cy={LINE - BAR / 2 - 6} r={9} />
      <text x={`${(left + right) / 2}%`} y={LINE - BAR / 2 - 1} textAnchor="middle">
        !
      </text>
    </g>
  )
}

function End({ ticks, end, closed }: { ticks: number[]; end: number | null; closed: boolean }) {
  if (end === null || !closed) return null
  return <circle cx={`${position(ticks, end, 'to')}%`} cy={LINE} r={4} className={styles.closed} />
}
