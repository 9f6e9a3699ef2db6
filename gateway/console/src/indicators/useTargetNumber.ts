import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import type { Target } from './types'

/** How a number of a target is written; yes and no are kept as 1 and 0 and written as words, what is neither as what it is. */
export function useTargetNumber() {
  const { t } = useI18n()
  const formats = useFormats()
  return (value: number | null | undefined, kind: Target['valueKind'] | undefined): string => {
    if (value == null) return '—'
    if (kind === 'YES_NO' && (value === 0 || value === 1)) return t(value === 0 ? 'report.no' : 'report.yes')
    return formats.number(value)
  }
}
