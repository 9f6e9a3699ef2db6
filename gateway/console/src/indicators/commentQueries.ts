import { useQuery } from '@tanstack/react-query'
import { content, indicator } from '../api/client'
import type { paths as Indicator } from '../api/schema/indicator'
import type { Success } from '../api/types'
import { everyPage } from '../app/everyPage'
import { LIVE } from '../app/queries'

export type Thread = Success<Indicator['/api/v1/reports/{id}/comments']['get']>['items'][number]
export type CellComment = Thread['comments'][number]
export type CommentCount = Success<Indicator['/api/v1/periods/{id}/comments']['get']>[number]

/** How much is said of a cell: open threads, and settled ones. */
export type Talk = Pick<CommentCount, 'open' | 'resolved'>

/** What is said of one cell, thread by thread. */
export function useThreads(reportId: string, indicatorId: string) {
  return useQuery({
    queryKey: ['reports', 'comments', reportId, indicatorId],
    queryFn: () =>
      everyPage((after) =>
        content(
          indicator.GET('/api/v1/reports/{id}/comments', {
            params: { path: { id: reportId }, query: { indicatorId, after, limit: 200 } },
          }),
        ),
      ),
    ...LIVE,
  })
}

/** How much is said of each cell of a period's reports; nothing for whoever does not see into them. */
export function useTalks(periodId: string): CommentCount[] {
  const { data } = useQuery({
    queryKey: ['reports', 'comments', 'of', periodId],
    queryFn: () =>
      content(indicator.GET('/api/v1/periods/{id}/comments', { params: { path: { id: periodId } } })),
    ...LIVE,
  })
  return data ?? NONE
}

const NONE: CommentCount[] = []
