import type { Exemplar } from '../api/types'

export type Step = 'verification' | 'consent' | 'publication'

/** What has to be done next with an exemplar; null once it is published, refused or withdrawn. */
export function nextStep({
  state,
  subject,
  consent,
}: Pick<Exemplar, 'state' | 'subject' | 'consent'>): Step | null {
  if (state === 'PROPOSED') return 'verification'
  if (state !== 'VERIFIED') return null
  return subject === 'COLLECTIVE' || consent ? 'publication' : 'consent'
}

/** The paragraphs of a story: what stands between empty lines. */
export function paragraphsOf(story: string): string[] {
  return story
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
}
