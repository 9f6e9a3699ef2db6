import { useI18n } from '../app/i18n'
import type { Candidates, Condition } from './types'

/** A typed condition of a rule as a sentence. */
export function useConditionWords(): (condition: Condition) => string {
  const { t } = useI18n()
  return (condition) => {
    switch (condition.type) {
      case 'LEADER_OF_CLUSTER':
        return t('condition.LEADER_OF_CLUSTER')
      case 'RANK_AT_MOST':
        return t('condition.RANK_AT_MOST', { rank: condition.rank ?? 0 })
      case 'TARGETS_EXCEEDED':
        return t('condition.TARGETS_EXCEEDED')
      case 'NOT_UNDER_DISCIPLINE':
        return t('condition.NOT_UNDER_DISCIPLINE')
      case 'HELD_BEFORE':
        return condition.lineages
          ? t('condition.HELD_BEFORE.lineages', {
              award: condition.awardCode ?? '',
              times: condition.times ?? 0,
              lineages: condition.lineages.map((kind) => t(`lineage.kind.${kind}`)).join(', '),
            })
          : t('condition.HELD_BEFORE', { award: condition.awardCode ?? '', times: condition.times ?? 0 })
      case 'DECLARED':
        return condition.text ?? ''
    }
  }
}

/** Whether the walk to the candidates ended with somebody. */
export function found(candidates: Candidates): boolean {
  return candidates.items.length > 0
}
