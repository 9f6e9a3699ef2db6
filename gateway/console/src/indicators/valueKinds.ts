import type { CatalogueIndicator } from './types'

/** Whether numbers of that kind have no fraction: nothing lies between 1 and 2, and nobody says how many digits they have. */
export function isWhole(kind: CatalogueIndicator['valueKind']): boolean {
  switch (kind) {
    case 'QUANTITY':
    case 'PERCENT':
    case 'RATIO':
      return false
    case 'COUNT':
    case 'YES_NO':
    case 'LEVEL':
    case 'DAYS_LATE':
      return true
  }
}
