/** A time with its first and last day (ISO dates); no last day means it goes on. */
export interface Span {
  from: string
  to: string | null
}

export interface Range {
  from: string
  to: string
}

/** Where a span lies on a line of 100: what sticks out at either end is cut off and says so. */
export interface Placed<S extends Span> {
  span: S
  start: number
  size: number
  /** Spans of one row that overlap lie under each other. */
  lane: number
  cutStart: boolean
  cutEnd: boolean
}

const DAY = 86_400_000
const at = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / DAY

/** Days from the first to the last, both counted. */
const length = (range: Range) => at(range.to) - at(range.from) + 1

/** Where a day begins on the line, 0 to 100; null outside. */
export function position(day: string, range: Range): number | null {
  return day < range.from || day > range.to ? null : ((at(day) - at(range.from)) / length(range)) * 100
}

/** Lays the spans of one row out, each in the first lane where it fits; spans wholly outside are left out. */
export function place<S extends Span>(spans: S[], range: Range): Placed<S>[] {
  const ends: number[] = []
  const whole = length(range)
  return spans
    .filter((span) => span.from <= range.to && (span.to === null || span.to >= range.from))
    .sort((a, b) => a.from.localeCompare(b.from) || (a.to ?? '9999').localeCompare(b.to ?? '9999'))
    .map((span) => {
      const first = Math.max(at(span.from), at(range.from))
      const last = Math.min(span.to === null ? at(range.to) : at(span.to), at(range.to))
      const free = ends.findIndex((end) => end < first)
      const lane = free < 0 ? ends.length : free
      ends[lane] = last
      return {
        span,
        start: ((first - at(range.from)) / whole) * 100,
        size: ((last - first + 1) / whole) * 100,
        lane,
        cutStart: span.from < range.from,
        cutEnd: span.to === null || span.to > range.to,
      }
    })
}

/**
 * The time worth showing: whole years around everything in `must`, and around the days on which something of `may` begins or
 * ends, except those that all of `may` shares (members of the first day do not stretch the line back to it).
 */
export function rangeOf(must: Span[], may: Span[], today: string): Range {
  const first = may.map((span) => span.from).sort()[0]
  const days = [
    ...must.flatMap((span) => [span.from, span.to ?? today]),
    ...may.flatMap((span) => [
      ...(span.from !== first || must.length === 0 ? [span.from] : []),
      ...(span.to ? [span.to] : []),
    ]),
  ].sort()
  const from = days[0] ?? today
  const to = days[days.length - 1] ?? today
  return { from: `${from.slice(0, 4)}-01-01`, to: `${to.slice(0, 4)}-12-31` }
}

/** First days of the years, or of the quarters where the line is short; every so many years where it is long. */
export function ticks(range: Range): string[] {
  const from = Number(range.from.slice(0, 4))
  const to = Number(range.to.slice(0, 4))
  const years = to - from + 1
  const step = Math.ceil(years / 10)
  const found: string[] = []
  for (let year = from; year <= to; year += years <= 2 ? 1 : step) {
    for (const month of years <= 2 ? ['01', '04', '07', '10'] : ['01']) found.push(`${year}-${month}-01`)
  }
  return found
}
