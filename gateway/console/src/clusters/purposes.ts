import { useCallback } from 'react'
import type { Conference } from '../api/types'
import { useI18n } from '../app/i18n'

export type Purpose = Conference['purposes'][number]['purpose']

export const PURPOSES: Purpose[] = [
  'MID_YEAR',
  'YEAR_END',
  'PLAN',
  'REGULATION',
  'SIGNING',
  'ELECTION',
  'HANDOVER',
]

/** What a meeting serves, in words, with the season each purpose is for: "Tổng kết 2019", "Ký giao ước 2020". */
export function usePurposes(): (served: Conference['purposes']) => string[] {
  const { t } = useI18n()
  return useCallback(
    (served) =>
      served
        .slice()
        .sort(
          (a, b) =>
            a.seasonName.localeCompare(b.seasonName) ||
            PURPOSES.indexOf(a.purpose) - PURPOSES.indexOf(b.purpose),
        )
        .map((one) => `${t(`conferences.purpose.${one.purpose}`)} ${one.seasonName}`),
    [t],
  )
}
