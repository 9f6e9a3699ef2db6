import type { Draft, Rule } from './draft'

/** A piece of the number line that one row of a table holds; null ends are open to infinity. */
export interface Piece {
  row: number
  from: number | null
  fromInclusive: boolean
  to: number | null
  toInclusive: boolean
  points: number
}

/** A stretch of the number line; null ends are open to infinity. */
export type Stretch = Pick<Piece, 'from' | 'fromInclusive' | 'to' | 'toInclusive'>

/** What the sheet declares of numbers that no row holds. */
export type Unmatched = NonNullable<Draft['unmatched']>

/** A stretch that not exactly one row holds: a gap or an overlap that is a fault, or a gap that the sheet declares on. */
export interface Mark extends Stretch {
  kind: 'gap' | 'overlap' | Unmatched
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

/**
 * Where no row holds a number, from the lowest to the highest. Ends are only compared, never counted with, and one of as many digits as
 * the service takes is the same number here: what touches in decimals touches.
 */
export function gapsOf(pieces: Stretch[]): Stretch[] {
  const gaps: Stretch[] = []
  // Where what is held so far ends.
  let { to, toInclusive }: { to: number | null; toInclusive: boolean } = { to: null, toInclusive: false }
  for (const piece of pieces.filter((one) => !isEmpty(one)).sort(lowestFirst)) {
    const { from } = piece
    if (from !== null && (to === null || to < from || (to === from && !toInclusive && !piece.fromInclusive)))
      gaps.push({ from: to, fromInclusive: !toInclusive, to: from, toInclusive: !piece.fromInclusive })
    if (piece.to === null) return gaps
    if (to === null || piece.to > to) ({ to, toInclusive } = piece)
    else if (piece.to === to) toInclusive ||= piece.toInclusive
  }
  return [...gaps, { from: to, fromInclusive: !toInclusive, to: null, toInclusive: false }]
}

function isEmpty({ from, fromInclusive, to, toInclusive }: Stretch): boolean {
  return from !== null && to !== null && (from > to || (from === to && !(fromInclusive && toInclusive)))
}

function lowestFirst(one: Stretch, other: Stretch): number {
  if (one.from === null || other.from === null) return Number(other.from === null) - Number(one.from === null)
  return one.from - other.from || Number(other.fromInclusive) - Number(one.fromInclusive)
}

/**
 * Gaps and overlaps of a table. All gaps are there, also those that the service finds no fault in because the sheet declares what becomes
 * of them; what the service does call a fault stays one. Where only whole numbers are looked up, nothing lies between 1 and 2.
 */
export function marksOf(
  rule: Rule,
  findings: Finding[],
  unmatched: Unmatched | null | undefined,
  whole = false,
): Mark[] {
  const pieces = piecesOf(rule)
  const faults = faultsOf(findings, pieces)
  // Steps hold all numbers or are no rule: nothing is left to a declaration.
  const declared = (!rule.steps && unmatched) || null
  const gaps = gapsOf(pieces).flatMap((gap): Mark[] => {
    const fault = faults.some(({ kind, from, to }) => kind === 'gap' && from === gap.from && to === gap.to)
    if (!fault && !isSomewhere(gap, whole)) return []
    return [{ ...gap, kind: fault || declared === null ? 'gap' : declared }]
  })
  const overlaps = faults.filter(({ kind }) => kind === 'overlap')
  return [
    ...gaps,
    ...overlaps.map(
      ({ from, to }): Mark => ({ kind: 'overlap', from, fromInclusive: true, to, toInclusive: false }),
    ),
  ]
}

interface Fault {
  kind: 'gap' | 'overlap'
  from: number | null
  to: number | null
}

/** Whether a number of those that are looked up lies there. */
function isSomewhere({ from, fromInclusive, to, toInclusive }: Stretch, whole: boolean): boolean {
  if (!whole || from === null || to === null) return true
  const first = fromInclusive ? Math.ceil(from) : Math.floor(from) + 1
  const last = toInclusive ? Math.floor(to) : Math.ceil(to) - 1
  return first <= last
}

/** The gaps and overlaps among the findings, with where they lie. */
function faultsOf(findings: Finding[], pieces: Piece[]): Fault[] {
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
export function ticksOf(pieces: Stretch[]): number[] {
  const ends = pieces.flatMap(({ from, to }) => [from, to]).filter((end) => end !== null)
  return [...new Set(ends)].sort((a, b) => a - b)
}

/** Where an end is drawn, in percent of the width; what is open to infinity reaches the edge. */
export function position(ticks: number[], end: number | null, side: 'from' | 'to'): number {
  if (end === null) return side === 'from' ? 0 : 100
  return ((ticks.indexOf(end) + 1) * 100) / (ticks.length + 1)
}
