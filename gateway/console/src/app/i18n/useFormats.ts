import { useMemo } from 'react'
import { useI18n } from '.'
import { formatDate, formatInstant, formatLongDate, tag } from './dates'

/** Dates and numbers the way the chosen language writes them. */
export function useFormats() {
  const { language } = useI18n()
  return useMemo(
    () => ({
      date: formatDate,
      longDate: (iso: string) => formatLongDate(iso, language),
      instant: (iso: string) => formatInstant(iso, language),
      precise: (iso: string) => formatInstant(iso, language, true),
      number: (value: number) => new Intl.NumberFormat(tag[language]).format(value),
    }),
    [language],
  )
}
