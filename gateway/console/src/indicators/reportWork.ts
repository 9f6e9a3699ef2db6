import { type Convention, conventionIn, readNumber, type Unreadable } from '../ui/sheet/blockNumbers'
import { boundsOf, fillDown, type Place, placesIn, type Range, spread } from '../ui/sheet/range'
import { type Answered, isAnswered, readAnswer } from './answers'
import type { Qualifier } from './figures'
import { splitUnit, type WrongUnit, wrongUnit } from './measuredIn'
import { type Check, isTyped, type Row } from './report'
import type { ReportCell } from './reportTypes'
import { isOtherwiseStated, splitQualifier } from './stated'
import { saysNotApplicable } from './warnings'

/** Columns of a report on the desk, from left to right. */
export const COLUMN = {
  target: 0,
  value: 1,
  percent: 2,
  explanation: 3,
  evidence: 4,
  verified: 5,
  reason: 6,
  menu: 7,
} as const

export const COLUMNS = 8

/** A text that stands in a cell without being what the cell wants, and why. */
export type Unread = { text: string } & Why
export type Why =
  | { why: Unreadable | 'otherwiseStated' | 'notYesNo' }
  | { why: 'notLevel'; levels: string }
  | WrongUnit

/** Why a text is none of the words that the indicator is answered with. */
export const whyNoAnswer = ({ valueKind, levels = [] }: Answered): Why =>
  valueKind === 'YES_NO' ? { why: 'notYesNo' } : { why: 'notLevel', levels: levels.join(', ') }

/** Why a text that was typed or pasted is no number for its cell. */
export function whyOf(text: string, cell: Target, read: Unreadable = 'notNumber'): Why {
  if (isAnswered(cell)) return whyNoAnswer(cell)
  if (read === 'notNumber' && isOtherwiseStated(text)) return { why: 'otherwiseStated' }
  const mayBeUnit = read === 'notNumber' || read === 'percent'
  return (
    (mayBeUnit && wrongUnit(splitQualifier(text).rest, cell.unitOfMeasure, cell.furtherUnits ?? [])) || {
      why: read,
    }
  )
}

/** What waits once some of it is settled: the same object where nothing is, so that no row is drawn anew for it. */
export function settled(
  held: Record<string, Unread>,
  texts: Record<string, Unread | undefined>,
): Record<string, Unread> {
  const moved = Object.entries(texts).filter(([key, text]) => held[key] !== text)
  if (moved.length === 0) return held
  const next = { ...held }
  for (const [key, text] of moved) {
    if (text) next[key] = text
    else delete next[key]
  }
  return next
}

export const unreadKey = (indicatorId: string, field: 'value' | 'verified') => `${indicatorId}~${field}`

/** What one act of the person wants to change. */
export interface Wishes {
  rows: { key: string; values: Partial<Row> }[]
  checks: { key: string; values: Partial<Check> }[]
  /** Texts by {@link unreadKey}; undefined where what stood there is settled. */
  unread: Record<string, Unread | undefined>
  /** Cells that take nothing, now or ever. */
  skipped: number
}

export type Target = Pick<ReportCell, 'indicatorId' | 'valueKind' | 'unitOfMeasure'> &
  Partial<Pick<ReportCell, 'levels' | 'furtherUnits' | 'formula' | 'items'>>
type May = { writable: boolean; verifying: boolean }

const nothing = (): Wishes => ({ rows: [], checks: [], unread: {}, skipped: 0 })

const isWords = (cell: Target | undefined) => cell !== undefined && isAnswered(cell)

/** The texts of a block that say how its spreadsheet writes numbers: those over columns of numbers. */
function telling(items: { place: Place; item: string }[], cells: readonly Target[]): string[] {
  return items
    .filter(({ place }) => place.column === COLUMN.value || place.column === COLUMN.verified)
    .filter(({ place }) => !isWords(cells[place.row]))
    .map(({ item }) => splitQualifier(item).rest)
}

/** Changes of one indicator's row gathered into one, so that pasted number and explanation go together. */
function merged<V>(changes: { key: string; values: Partial<V> }[]): { key: string; values: Partial<V> }[] {
  const byKey = new Map<string, Partial<V>>()
  for (const { key, values } of changes) byKey.set(key, { ...byKey.get(key), ...values })
  return [...byKey].map(([key, values]) => ({ key, values }))
}

/**
 * What a pasted block means for a report. Numbers are read as their own spreadsheet wrote them, if the block or `known` tells;
 * what cannot be read stays in its cell as text, with the reason.
 *
 * @param known how the block writes numbers, where that is known from elsewhere
 */
export function pasted(
  block: string[][],
  range: Range,
  cells: readonly Target[],
  may: May,
  known: Convention | null,
): Wishes {
  const items = spread(block, range, { rows: cells.length, columns: COLUMNS })
  const convention = known ?? conventionIn(telling(items, cells))
  const wishes = nothing()
  for (const { place, item } of items) put(wishes, place, item.trim(), cells[place.row], may, convention)
  return { ...wishes, rows: merged(wishes.rows), checks: merged(wishes.checks) }
}

function put(
  wishes: Wishes,
  { column }: Place,
  text: string,
  cell: Target | undefined,
  may: May,
  convention: Convention | null,
): void {
  if (!cell) return
  const key = cell.indicatorId
  if (column === COLUMN.value && may.writable && isTyped(cell)) {
    const mark = unreadKey(key, 'value')
    const read = readCell(text, cell, convention)
    if ('why' in read) wishes.unread[mark] = { text, ...read }
    else {
      wishes.unread[mark] = undefined
      wishes.rows.push({ key, values: read })
    }
  } else if (column === COLUMN.verified && may.verifying) {
    const mark = unreadKey(key, 'verified')
    const read = readCell(text, cell, convention)
    if ('why' in read) wishes.unread[mark] = { text, ...read }
    else if (read.notApplicable || read.qualifier) wishes.unread[mark] = { text, why: 'notNumber' }
    else {
      wishes.unread[mark] = undefined
      if (read.value !== null) wishes.checks.push({ key, values: { value: read.value } })
    }
  } else if (column === COLUMN.explanation && may.writable) {
    wishes.rows.push({ key, values: { explanation: text || null } })
  } else if (column === COLUMN.reason && may.verifying) {
    wishes.checks.push({ key, values: { reason: text || null } })
  } else wishes.skipped += 1
}

const typedHere = (cell: Target | undefined) => cell !== undefined && isTyped(cell)

/** What a text says of a number; without a unit of measure, that stays to whoever reads it. */
export interface ReadValue {
  value: number | null
  unitOfMeasure?: string | null
  qualifier: Qualifier | null
  notApplicable: boolean
}

const NO_VALUE: ReadValue = { value: null, qualifier: null, notApplicable: false }

/** One pasted text as what its cell holds. */
export function readCell(text: string, cell: Target, convention: Convention | null): ReadValue | Why {
  if (text === '') return NO_VALUE
  if (saysNotApplicable(text)) return { ...NO_VALUE, notApplicable: true }
  if (isAnswered(cell)) {
    const value = readAnswer(text, cell)
    return value === null ? whyNoAnswer(cell) : { ...NO_VALUE, value }
  }
  const { qualifier, rest } = splitQualifier(text)
  const typed = splitUnit(rest, cell.unitOfMeasure, cell.furtherUnits ?? [])
  const inPercent = cell.valueKind === 'PERCENT' || cell.unitOfMeasure.startsWith('%')
  const read = readNumber(inPercent || !typed ? rest : typed.number, convention, inPercent)
  if ('why' in read) return whyOf(text, cell, read.why)
  const value = { value: read.number, qualifier, notApplicable: false }
  // Without a unit behind it, a pasted number is in the indicator's own.
  return cell.furtherUnits?.length ? { ...value, unitOfMeasure: typed?.unit ?? null } : value
}

/** A typed text that is more than a number: with a unit of measure, with words that say how exact it is. Null where it is not that. */
export function readWords(
  text: string,
  cell: Pick<Target, 'valueKind' | 'levels' | 'unitOfMeasure' | 'furtherUnits'>,
  parse: (text: string) => number | null,
): ReadValue | null {
  if (saysNotApplicable(text)) return { ...NO_VALUE, unitOfMeasure: null, notApplicable: true }
  if (isAnswered(cell)) return null
  const { qualifier, rest } = splitQualifier(text)
  const split = splitUnit(rest, cell.unitOfMeasure, cell.furtherUnits ?? [])
  const value = parse(split?.number ?? rest)
  if (value === null || (!split && !qualifier)) return null
  const read = { value, qualifier, notApplicable: false }
  return split ? { ...read, unitOfMeasure: split.unit } : read
}

/** Texts that wait because they can be read in two ways, read in the way that the person chose. */
export function chosen(
  unread: Record<string, Unread>,
  cells: readonly Target[],
  convention: Convention,
): Wishes {
  const wishes = nothing()
  for (const cell of cells) {
    for (const field of ['value', 'verified'] as const) {
      const waiting = unread[unreadKey(cell.indicatorId, field)]
      if (waiting?.why !== 'twoWays') continue
      put(
        wishes,
        { row: 0, column: COLUMN[field] },
        waiting.text,
        cell,
        { writable: true, verifying: true },
        convention,
      )
    }
  }
  return wishes
}

/** What emptying the marked cells means. Evidence is taken away one by one, and a verified number only by a later one. */
export function cleared(range: Range, cells: readonly Target[], may: May): Wishes {
  const wishes = nothing()
  for (const { row, column } of placesIn(boundsOf(range))) {
    const key = cells[row]?.indicatorId
    if (!key) continue
    if (column === COLUMN.value && may.writable && typedHere(cells[row])) {
      wishes.rows.push({ key, values: { value: null, qualifier: null, notApplicable: false } })
      wishes.unread[unreadKey(key, 'value')] = undefined
    } else if (column === COLUMN.explanation && may.writable)
      wishes.rows.push({ key, values: { explanation: null } })
    else wishes.skipped += 1
  }
  return { ...wishes, rows: merged(wishes.rows) }
}

/** What filling down means: numbers and words of the first row go into the others. */
export function filled(
  range: Range,
  cells: readonly Target[],
  may: May,
  rowOf: (key: string) => Row | undefined,
  checkOf: (key: string) => Check | undefined,
): Wishes {
  const wishes = nothing()
  for (const { from, to } of fillDown(range)) {
    const source = cells[from.row]?.indicatorId
    const key = cells[to.row]?.indicatorId
    if (!source || !key) continue
    const row = rowOf(source)
    const check = checkOf(source)
    if (to.column === COLUMN.value && may.writable && row && !row.unitOfMeasure && typedHere(cells[to.row])) {
      wishes.rows.push({
        key,
        values: { value: row.value, qualifier: row.qualifier, notApplicable: row.notApplicable },
      })
      wishes.unread[unreadKey(key, 'value')] = undefined
    } else if (to.column === COLUMN.explanation && may.writable && row)
      wishes.rows.push({ key, values: { explanation: row.explanation } })
    else if (to.column === COLUMN.verified && may.verifying && check && check.value !== null)
      wishes.checks.push({ key, values: { value: check.value } })
    else if (to.column === COLUMN.reason && may.verifying && check)
      wishes.checks.push({ key, values: { reason: check.reason } })
    else wishes.skipped += 1
  }
  return { ...wishes, rows: merged(wishes.rows), checks: merged(wishes.checks) }
}
