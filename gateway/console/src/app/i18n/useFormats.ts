import { useMemo } from 'react'
import { useI18n } from '.'
import { formatDate, formatInstant, formatLongDate } from './dates'
import { formatNumber, formatPercent, parseNumber } from './numbers'

/** Dates and numbers the way the chosen language writes them. */
export function useFormats() {
  const { language } = useI18n()
  return useMemo(
    () => ({
      date: formatDate,
      longDate: (iso: string) => formatLongDate(iso, language),
      instant: (iso: string) => formatInstant(iso, language),
      precise: (iso: string) => formatInstant(iso, language, true),
      number: (value: number) => formatNumber(value, language),
      /** Points, with the decimals the scoresheet rounds to. */
      points: (value: number, decimals: number) => formatNumber(value, language, { decimals }),
      percent: (value: number) => formatPercent(value, language),
      difference: (value: number) => formatNumber(value, language, { signed: true }),
      /** What was typed as a number, or null when it is none. */
      parse: (text: string) => parseNumber(text, language),
    }),
    [language],
  )
}
