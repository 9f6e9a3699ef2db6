import { type QueryClient, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { cluster, content } from '../api/client'
import type { Congress, Delegate, Page } from '../api/types'
import { everyPage } from '../app/everyPage'
import { firstPage, LIVE, nextPage } from '../app/queries'

/** After a write everything of congresses is asked again. */
export function refresh(queries: QueryClient): void {
  queries.invalidateQueries({ queryKey: ['congresses'] })
  queries.invalidateQueries({ queryKey: ['audit'] })
}

export function useCongresses() {
  return useInfiniteQuery({
    queryKey: ['congresses', 'list'],
    queryFn: ({ pageParam }) =>
      content<Page<Congress>>(
        cluster.GET('/api/v1/congresses', {
          params: { query: { after: pageParam ?? undefined, limit: 50 } },
        }),
      ),
    initialPageParam: firstPage,
    getNextPageParam: nextPage,
    ...LIVE,
  })
}

export function getCongress(id: string) {
  return content(cluster.GET('/api/v1/congresses/{id}', { params: { path: { id } } }))
}

export function useCongress(id: string) {
  return useQuery({ queryKey: ['congresses', 'one', id], queryFn: () => getCongress(id), ...LIVE })
}

export function useDelegates(id: string) {
  return useQuery({
    queryKey: ['congresses', 'delegates', id],
    queryFn: () =>
      everyPage<Delegate>((after) =>
        content(
          cluster.GET('/api/v1/congresses/{id}/delegates', {
            params: { path: { id }, query: { after, limit: 200 } },
          }),
        ),
      ),
    ...LIVE,
  })
}
