import type { PlainKey, Translate } from '../app/i18n'

const inputs: Record<string, PlainKey> = {
  value: 'trace.input.value',
  assigned: 'trace.input.assigned',
  registered: 'trace.input.registered',
  lastYear: 'trace.input.lastYear',
  reported: 'trace.input.reported',
  ruling: 'trace.input.ruling',
}

const origins: Record<string, PlainKey> = {
  REPORTED: 'trace.origin.REPORTED',
  VERIFIED: 'trace.origin.VERIFIED',
  ASSESSED: 'trace.origin.ASSESSED',
}

/** What went into a score, in words; a name that a newer service sends is shown as it is. */
export function inputWords(t: Translate, name: string): string {
  const key = inputs[name]
  return key ? t(key) : name
}

export function originWords(t: Translate, origin: string): string {
  const key = origins[origin]
  return key ? t(key) : origin
}
