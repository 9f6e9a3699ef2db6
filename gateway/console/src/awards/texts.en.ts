import type { awards as vi } from './texts.vi'

export const awards: Record<keyof typeof vi, string> = {
  'nav.awards': 'Commendation',
}
