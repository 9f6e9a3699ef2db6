import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { type Qualifier, qualified } from './figures'

/** How a number that is not exact stands in its cell: khoảng 7; undefined for one that is. */
export function useStated(qualifier: Qualifier | null) {
  const { t } = useI18n()
  const formats = useFormats()
  if (qualifier === null) return undefined
  return { show: (value: number) => qualified(t, qualifier, formats.number(value)), read: () => null }
}
