import type { indicators as vi } from './texts.vi'

export const indicators: Record<keyof typeof vi, string> = {
  'nav.reports': 'Indicator reports',
}
