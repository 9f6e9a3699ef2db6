import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { cluster, content } from '../api/client'
import { firstPage, LIVE, nextPage } from '../app/queries'

export interface MandateFilter {
  unitId?: string
  personId?: string
  activeOn?: string
}

export function useMandates(filter: MandateFilter) {
  return useInfiniteQuery({
    queryKey: ['mandates', filter],
    queryFn: ({ pageParam }) =>
      content(
        cluster.GET('/api/v1/mandates', {
          params: { query: { ...filter, after: pageParam ?? undefined, limit: 50 } },
        }),
      ),
    initialPageParam: firstPage,
    getNextPageParam: nextPage,
    placeholderData: keepPreviousData,
    ...LIVE,
  })
}
