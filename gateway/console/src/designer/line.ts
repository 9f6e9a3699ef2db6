import type { Rule } from './draft'

/** A piece of the number line that one row of a table holds; null ends are open to infinity. */
export interface Piece {
  row: number
  from: number | null
  fromInclusive: boolean
  to: number | null
  toInclusive: boolean
  points: number
}

/** What the service found wrong with a table: where no row, or more than one row, holds a number. */
export interface Fault {
  kind: 'gap' | 'overlap'
  from: number | null
  to: number | null
}

/** The rows of a table as pieces of the line, in the order in which they are written. */
export function piecesOf(rule: Rule): Piece[] {
  if (rule.steps) {
    return rule.steps.map((step, row) => ({
      row,
      from: row === 0 ? null : (rule.steps?.[row - 1]?.upTo ?? null),
      fromInclusive: false,
      to: step.upTo ?? null,
      toInclusive: true,
      points: step.points,
    }))
  }
  return (rule.rungs ?? []).map((rung, row) => ({
    row,
    from: rung.from ?? null,
    fromInclusive: rung.fromInclusive !== false,
    to: rung.to ?? null,
    toInclusive: rung.toInclusive === true,
    points: rung.points,
  }))
}

interface Finding {
  pointer: string
  code: string
  arguments: string[]
}

/** The gaps and overlaps among the findings, with where they lie. */
export function faultsOf(findings: Finding[], pieces: Piece[]): Fault[] {
  return findings.flatMap((finding): Fault[] => {
    const row = Number(/\/rungs\/(\d+)/.exec(finding.pointer)?.[1] ?? -1)
    const piece = pieces.find((one) => one.row === row)
    const [first, second] = finding.arguments.map(Number)
    if (finding.code === 'ladder-gap') return [{ kind: 'gap', from: first ?? null, to: second ?? null }]
    if (finding.code === 'ladder-end-open' && piece)
      return finding.pointer.endsWith('/from')
        ? [{ kind: 'gap', from: null, to: piece.from }]
        : [{ kind: 'gap', from: piece.to, to: null }]
    if (finding.code === 'ladder-overlap' && piece) {
      const edge = Number.isFinite(first) ? (first as number) : null
      // As far as both reach.
      const others = pieces.filter((one) => one.row !== row && reaches(one, edge))
      const ends = [piece, ...others].map((one) => one.to).filter((end) => end !== null)
      return [{ kind: 'overlap', from: edge, to: ends.length === 0 ? null : Math.min(...ends) }]
    }
    return []
  })
}

function reaches(piece: Piece, edge: number | null): boolean {
  if (edge === null) return piece.from === null
  return (piece.from === null || piece.from <= edge) && (piece.to === null || piece.to >= edge)
}

/** Every end that is drawn, in order. The distance between two neighbours is the same whatever lies between them, so that all can be read. */
export function ticksOf(pieces: Piece[]): number[] {
  const ends = pieces.flatMap(({ from, to }) => [from, to]).filter((end) => end !== null)
  return [...new Set(ends)].sort((a, b) => a - b)
}

/** Where an end is drawn, in percent of the width; what is open to infinity reaches the edge. */
export function position(ticks: number[], end: number | null, side: 'from' | 'to'): number {
  if (end === null) return side === 'from' ? 0 : 100
  return ((ticks.indexOf(end) + 1) * 100) / (ticks.length + 1)
}
