import { useCallback } from 'react'
import type { Mandate } from '../api/types'
import { useI18n } from '../app/i18n'
import { formatDate } from '../app/i18n/dates'

/** A mandate in words: "Cán bộ đơn vị tại Phường A và mọi đơn vị trực thuộc, từ … đến …". */
export function useSentence(): (mandate: Mandate) => string {
  const { t } = useI18n()
  return useCallback(
    (mandate) => {
      const from = formatDate(mandate.validFrom)
      const dates = mandate.validTo
        ? t('mandate.dates.closed', { from, to: formatDate(mandate.validTo) })
        : t('mandate.dates.open', { from })
      return t(mandate.scope === 'SUBTREE' ? 'mandate.sentence.subtree' : 'mandate.sentence.unit', {
        role: t(`role.${mandate.role}`),
        unit: mandate.unitName,
        dates,
      })
    },
    [t],
  )
}
