import type { Translate } from '../../app/i18n'

/** What has become of one cell, for somebody who does not see it. */
export interface Happening {
  label: string
  kind: 'saving' | 'saved' | 'waiting' | 'refused' | 'conflict' | 'changed'
  /** Why it was refused. */
  why?: string
}

/** What calls for the person comes first, what is well last. */
const ORDER = ['refused', 'conflict', 'waiting', 'changed', 'saving', 'saved'] as const

/** One sentence for each kind of thing that happened: the cell's name where it is one, else how many and the first. */
export function sentences(t: Translate, happenings: Happening[]): string {
  return ORDER.flatMap((kind) => {
    const these = happenings.filter((one) => one.kind === kind)
    const [first] = these
    if (!first) return []
    const why = first.why ?? ''
    return these.length === 1
      ? [t(`sheet.one.${kind}`, { label: first.label, why })]
      : [t(`sheet.many.${kind}`, { n: these.length, label: first.label, why })]
  }).join(' ')
}
