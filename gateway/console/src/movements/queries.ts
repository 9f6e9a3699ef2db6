import { type QueryClient, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { cluster, content } from '../api/client'
import type { Movement, Page, Participation } from '../api/types'
import { everyPage } from '../app/everyPage'
import { firstPage, LIVE, nextPage } from '../app/queries'

/** After a write everything of movements is asked again, where a season shows them too, and what waits. */
export function refresh(queries: QueryClient): void {
  queries.invalidateQueries({ queryKey: ['movements'] })
  queries.invalidateQueries({ queryKey: ['seasons'] })
  queries.invalidateQueries({ queryKey: ['tasks'] })
  queries.invalidateQueries({ queryKey: ['audit'] })
}

export interface MovementFilter {
  q?: string
  kind?: Movement['kind']
  level?: Movement['level']
  state?: Movement['state']
  unitId?: string
}

export function useMovementList(filter: MovementFilter) {
  return useInfiniteQuery({
    queryKey: ['movements', 'list', filter],
    queryFn: ({ pageParam }) =>
      content<Page<Movement>>(
        cluster.GET('/api/v1/movements', {
          params: { query: { ...filter, after: pageParam ?? undefined, limit: 50 } },
        }),
      ),
    initialPageParam: firstPage,
    getNextPageParam: nextPage,
    ...LIVE,
  })
}

export function getCourse(id: string) {
  return content(cluster.GET('/api/v1/movements/{id}/course', { params: { path: { id } } }))
}

export function useCourse(id: string) {
  return useQuery({ queryKey: ['movements', 'course', id], queryFn: () => getCourse(id), ...LIVE })
}

export function useTree(id: string) {
  return useQuery({
    queryKey: ['movements', 'tree', id],
    queryFn: () => content(cluster.GET('/api/v1/movements/{id}/tree', { params: { path: { id } } })),
    ...LIVE,
  })
}

export function useParticipations(id: string) {
  return useQuery({
    queryKey: ['movements', 'participations', id],
    queryFn: () =>
      everyPage<Participation>((after) =>
        content(
          cluster.GET('/api/v1/movements/{id}/participations', {
            params: { path: { id }, query: { after, limit: 200 } },
          }),
        ),
      ),
    ...LIVE,
  })
}

export function useStatistics(year: number, unitId: string | undefined) {
  return useQuery({
    queryKey: ['movements', 'statistics', year, unitId],
    queryFn: () =>
      content(cluster.GET('/api/v1/movements/statistics', { params: { query: { year, unitId } } })),
    ...LIVE,
  })
}
