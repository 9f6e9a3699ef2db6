import type { PlainKey, Translate } from '../app/i18n'
import type { Trace } from './scoreTypes'

const inputs: Record<string, PlainKey> = {
  value: 'trace.input.value',
  assigned: 'trace.input.assigned',
  registered: 'trace.input.registered',
  lastYear: 'trace.input.lastYear',
  reported: 'trace.input.reported',
  percent: 'trace.input.percent',
  ruling: 'trace.input.ruling',
}

const origins: Record<string, PlainKey> = {
  REPORTED: 'trace.origin.REPORTED',
  VERIFIED: 'trace.origin.VERIFIED',
  ASSESSED: 'trace.origin.ASSESSED',
  STATED: 'trace.origin.STATED',
}

const stated: Record<string, PlainKey> = {
  value: 'trace.input.value.stated',
  assigned: 'trace.input.assigned.stated',
}

/** What went into a score, in words; a name that a newer service sends is shown as it is. */
export function inputWords(t: Translate, name: string, origin?: string | null): string {
  const key = (origin === 'STATED' && stated[name]) || inputs[name]
  return key ? t(key) : name
}

export function originWords(t: Translate, origin: string): string {
  const key = origins[origin]
  return key ? t(key) : origin
}

/** The numbers of a trace that were not stated exactly, by their place among what went in: each number is followed by what is said of it. */
export function qualifiersOf(trace: Trace): Map<number, string> {
  const found = new Map<number, string>()
  let typed: number | null = null
  trace.inputs.forEach((input, place) => {
    if (input.name === 'QUALIFIER' && input.id && typed !== null) found.set(typed, input.id)
    else if (input.value !== null && isTyped(input.name, typed)) typed = place
  })
  return found
}

/** How exactly the criterion's own number was reported, null where it was exactly. */
export function qualifierOf(trace: Trace): string | null {
  for (const [place, qualifier] of qualifiersOf(trace)) {
    if (['value', 'reported'].includes(trace.inputs[place]?.name ?? '')) return qualifier
  }
  return null
}

/** A plan beside a number is nobody's to qualify; a percent is, where it stands alone. */
function isTyped(name: string, typed: number | null): boolean {
  if (name === 'percent') return typed === null
  return name === 'value' || name === 'reported' || !(name in inputs)
}

/** What a document states: a percent of plan without its numbers, or a number with the plan printed beside it. */
export type Stated = { qualifier: string } & (
  | { percent: number; value: null; plan: null }
  | { percent: null; value: number; plan: number | null }
)

/** What of a trace a document states, null where nothing does. */
export function statedOf(trace: Trace): Stated | null {
  const number = (name: string) => trace.inputs.find((input) => input.name === name)?.value ?? null
  const word = (name: string) => trace.inputs.find((input) => input.name === name)?.id ?? null
  if (word('origin') !== 'STATED') return null
  const qualifier = word('QUALIFIER') ?? 'EXACT'
  const percent = number('percent')
  if (percent !== null) return { qualifier, percent, value: null, plan: null }
  const value = number('value')
  return value === null ? null : { qualifier, percent: null, value, plan: number('assigned') }
}
