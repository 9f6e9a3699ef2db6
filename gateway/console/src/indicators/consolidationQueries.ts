import { useQuery } from '@tanstack/react-query'
import { content, indicator } from '../api/client'
import type { paths as Indicator } from '../api/schema/indicator'
import type { Success } from '../api/types'
import { LIVE } from '../app/queries'

export type Consolidation = Success<Indicator['/api/v1/periods/{id}/consolidation']['get']>
export type ConsolidatedRow = Consolidation['rows'][number]
export type Rule = ConsolidatedRow['suggested']

/** A cluster's own report of a period. */
export function useConsolidation(periodId: string) {
  return useQuery({
    queryKey: ['reports', 'consolidation', periodId],
    queryFn: () =>
      content(indicator.GET('/api/v1/periods/{id}/consolidation', { params: { path: { id: periodId } } })),
    ...LIVE,
  })
}

/** The members' cells that a number is made of. */
export function useParts(periodId: string, indicatorId: string) {
  return useQuery({
    queryKey: ['reports', 'consolidation', periodId, indicatorId],
    queryFn: () =>
      content(
        indicator.GET('/api/v1/periods/{id}/consolidation/{indicatorId}', {
          params: { path: { id: periodId, indicatorId } },
        }),
      ),
  })
}

/** The row itself where a word stands for the cluster's number: a cluster has a level, but of yes and no it has how many said yes. */
export const inWords = (row: ConsolidatedRow) => (row.valueKind === 'LEVEL' ? row : undefined)

/** The rules that suit a kind of numbers, as the service judges it. */
export function rulesOf(kind: ConsolidatedRow['valueKind']): Rule[] {
  const always: Rule[] = ['LAST', 'MAX', 'MIN', 'NONE']
  switch (kind) {
    case 'YES_NO':
      return ['COUNT_YES', ...always]
    case 'PERCENT':
    case 'RATIO':
      return ['AVERAGE', 'WEIGHTED_AVERAGE', ...always]
    case 'LEVEL':
      return always
    case 'COUNT':
      return ['SUM', 'UNION', 'AVERAGE', 'WEIGHTED_AVERAGE', ...always]
    case 'QUANTITY':
    case 'DAYS_LATE':
      return ['SUM', 'AVERAGE', 'WEIGHTED_AVERAGE', ...always]
  }
}
