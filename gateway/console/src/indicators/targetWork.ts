import { type Convention, conventionIn, readNumber, type Unreadable } from '../ui/sheet/blockNumbers'
import { boundsOf, fillDown, type Place, placesIn, type Range, spread } from '../ui/sheet/range'
import { isAnswered, readAnswer } from './answers'
import { splitUnit, wrongUnit } from './measuredIn'
import { type Unread, type Why, whyNoAnswer } from './reportWork'
import type { Promised, TargetIndicator } from './targets'

export type Measured = 'lastYear' | 'assigned' | 'registered'

/** One number of one target, at a place that this person may write. */
export interface TargetPlace {
  key: string
  field: Measured
  one: TargetIndicator
  draft: Promised
}

interface Places {
  rows: number
  columns: number
  /** Null where this person may not write. */
  writable(place: Place): TargetPlace | null
  /** Null where there is no target. */
  shown(place: Place): TargetPlace | null
}

/** What one act of the person wants to change. */
export interface TargetWishes {
  rows: { key: string; values: Partial<Promised> }[]
  /** Texts by {@link numberKey}; undefined where what stood there is settled. */
  unread: Record<string, Unread | undefined>
  skipped: number
}

export const numberKey = (key: string, field: Measured) => `${key}~${field}`

const NUMBERS: Measured[] = ['assigned', 'registered', 'lastYear']

/** A target has one unit of measure: another one is taken only while no other number of it stands there. */
export function fits(
  draft: Promised,
  field: Measured,
  unit: string,
  { unitOfMeasure }: TargetIndicator,
): boolean {
  const same = unit === (draft.unitOfMeasure ?? unitOfMeasure)
  return same || NUMBERS.filter((other) => other !== field).every((other) => draft[other] === null)
}

/** Why a text is no number of that target: its unit of measure may be one that the target's other numbers are not in. */
export function whyNoTarget(
  text: string,
  { draft, field, one }: TargetPlace,
  read: Unreadable = 'notNumber',
): Why {
  if (isAnswered(one)) return whyNoAnswer(one)
  const held = NUMBERS.some((other) => other !== field && draft[other] !== null)
    ? (draft.unitOfMeasure ?? one.unitOfMeasure)
    : undefined
  const mayBeUnit = read === 'notNumber' || read === 'percent'
  return (mayBeUnit && wrongUnit(text, one.unitOfMeasure, one.furtherUnits, held)) || { why: read }
}

/** How many names are on a list is what is registered; nobody types it. */
export const isCounted = (draft: Promised, field: Measured) =>
  field === 'registered' && draft.items.length > 0

/** Gathers changes: several numbers of one target are one change, and each is judged after those before it. */
class Gathering {
  readonly #rows = new Map<string, Partial<Promised>>()
  readonly #unread: TargetWishes['unread'] = {}
  #skipped = 0

  skip(): void {
    this.#skipped += 1
  }

  draft({ key, draft }: TargetPlace): Promised {
    return { ...draft, ...this.#rows.get(key) }
  }

  put({ key, field }: TargetPlace, values: Partial<Promised>): void {
    this.#rows.set(key, { ...this.#rows.get(key), ...values })
    this.#unread[numberKey(key, field)] = undefined
  }

  wait({ key, field }: TargetPlace, unread: Unread): void {
    this.#unread[numberKey(key, field)] = unread
  }

  get wishes(): TargetWishes {
    const rows = [...this.#rows].map(([key, values]) => ({ key, values }))
    return { rows, unread: this.#unread, skipped: this.#skipped }
  }
}

function read(gathering: Gathering, place: TargetPlace, text: string, convention: Convention | null): void {
  const { field, one } = place
  if (isAnswered(one) && text !== '') {
    const word = readAnswer(text, one)
    if (word === null) gathering.wait(place, { text, ...whyNoAnswer(one) })
    else gathering.put(place, { [field]: word })
    return
  }
  const typed = splitUnit(text, one.unitOfMeasure, one.furtherUnits)
  const inPercent = one.unitOfMeasure.startsWith('%')
  const number =
    text === ''
      ? { number: null }
      : readNumber(inPercent || !typed ? text : typed.number, convention, inPercent)
  const unit = typed ? (typed.unit ?? one.unitOfMeasure) : null
  const draft = gathering.draft(place)
  if ('why' in number) gathering.wait(place, { text, ...whyNoTarget(text, { ...place, draft }, number.why) })
  else if (unit !== null && !fits(draft, field, unit, one))
    gathering.wait(place, { text, ...whyNoTarget(text, { ...place, draft }) })
  else gathering.put(place, { [field]: number.number, ...(unit === null ? {} : { unitOfMeasure: unit }) })
}

/**
 * What a pasted block means for the targets. Numbers are read as their own spreadsheet wrote them, if the block or `known` tells;
 * where neither does, they wait.
 */
export function pastedTargets(
  block: string[][],
  range: Range,
  places: Places,
  known: Convention | null,
): TargetWishes {
  const items = spread(block, range, places)
  const convention = known ?? conventionIn(items.map(({ item }) => item))
  const gathering = new Gathering()
  for (const { place, item } of items) {
    const target = places.writable(place)
    if (target) read(gathering, target, item.trim(), convention)
    else gathering.skip()
  }
  return gathering.wishes
}

/** Texts that wait because they can be read in two ways, read in the way that the person chose. */
export function chosenTargets(
  unread: Record<string, Unread>,
  targetOf: (key: string) => TargetPlace | null,
  convention: Convention,
): TargetWishes {
  const gathering = new Gathering()
  for (const [key, { text, why }] of Object.entries(unread)) {
    const target = why === 'twoWays' ? targetOf(key) : null
    if (target) read(gathering, target, text, convention)
  }
  return gathering.wishes
}

export function clearedTargets(range: Range, places: Places): TargetWishes {
  const gathering = new Gathering()
  for (const place of placesIn(boundsOf(range))) {
    const target = places.writable(place)
    if (target) gathering.put(target, { [target.field]: null })
    else gathering.skip()
  }
  return gathering.wishes
}

/** Numbers of the first row go into the others; one in a further unit means something for its own target only. */
export function filledTargets(range: Range, places: Places): TargetWishes {
  const gathering = new Gathering()
  for (const { from, to } of fillDown(range)) {
    const source = places.shown(from)
    const target = places.writable(to)
    const own = (place: TargetPlace) => place.draft.unitOfMeasure ?? place.one.unitOfMeasure
    if (source && target && own(source) === own(target))
      gathering.put(target, { [target.field]: source.draft[source.field] })
    else gathering.skip()
  }
  return gathering.wishes
}
