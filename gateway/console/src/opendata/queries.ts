import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { content, indicator } from '../api/client'
import type { components } from '../api/schema/indicator'

export type Dataset = components['schemas']['Dataset']
export type OpenRanking = components['schemas']['OpenRanking']
export type OpenFigure = components['schemas']['OpenFigure']

/** The seasons whose published results are open, the newest first. */
export function useDatasets() {
  return useInfiniteQuery({
    queryKey: ['open-data'],
    queryFn: ({ pageParam }) =>
      content(
        indicator.GET('/api/v1/public/datasets', { params: { query: { after: pageParam, limit: 20 } } }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
}

export function useOpenRanking(id: string) {
  return useQuery({
    queryKey: ['open-data', id, 'ranking'],
    queryFn: () =>
      content(indicator.GET('/api/v1/public/datasets/{id}/ranking', { params: { path: { id } } })),
  })
}

/** The figures of the year, some units at a time. */
export function useOpenFigures(id: string) {
  return useInfiniteQuery({
    queryKey: ['open-data', id, 'figures'],
    queryFn: ({ pageParam }) =>
      content(
        indicator.GET('/api/v1/public/datasets/{id}/figures', {
          params: { path: { id }, query: { after: pageParam, limit: 20 } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
}
