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
