import type { clusters as vi } from './texts.vi'

export const clusters: Record<keyof typeof vi, string> = {
  'nav.clusters': 'Clusters',
}
