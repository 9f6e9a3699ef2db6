import { keepPreviousData, type QueryClient, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { cluster, content } from '../api/client'
import type { Exemplar, ExemplarCard, Movement, Page, Replication } from '../api/types'
import { everyPage } from '../app/everyPage'
import { firstPage, LIVE, nextPage } from '../app/queries'

export interface ExemplarFilter {
  q?: string
  state?: Exemplar['state']
  subject?: Exemplar['subject']
  unitId?: string
  movementId?: string
  year?: number
}

/** After a write everything of exemplars is asked again. */
export function refresh(queries: QueryClient): void {
  queries.invalidateQueries({ queryKey: ['exemplars'] })
  queries.invalidateQueries({ queryKey: ['audit'] })
}

export function useExemplars(filter: ExemplarFilter) {
  return useInfiniteQuery({
    queryKey: ['exemplars', 'list', filter],
    queryFn: ({ pageParam }) =>
      content<Page<ExemplarCard>>(
        cluster.GET('/api/v1/exemplars', {
          params: { query: { ...filter, after: pageParam ?? undefined, limit: 24 } },
        }),
      ),
    initialPageParam: firstPage,
    getNextPageParam: nextPage,
    placeholderData: keepPreviousData,
    ...LIVE,
  })
}

export function getExemplar(id: string): Promise<Exemplar> {
  return content(cluster.GET('/api/v1/exemplars/{id}', { params: { path: { id } } }))
}

export function useExemplar(id: string) {
  return useQuery({ queryKey: ['exemplars', 'one', id], queryFn: () => getExemplar(id), ...LIVE })
}

/** Every unit that does likewise, in the order in which they said so. */
export function useReplications(id: string) {
  return useQuery({
    queryKey: ['exemplars', 'replications', id],
    queryFn: () =>
      everyPage<Replication>((after) =>
        content(
          cluster.GET('/api/v1/exemplars/{id}/replications', {
            params: { path: { id }, query: { after, limit: 200 } },
          }),
        ),
      ),
    ...LIVE,
  })
}

export function useMovement(id: string | null) {
  return useQuery({
    queryKey: ['seasons', 'movements', 'one', id],
    queryFn: () =>
      content<Movement>(cluster.GET('/api/v1/movements/{id}', { params: { path: { id: id as string } } })),
    enabled: id !== null,
  })
}
