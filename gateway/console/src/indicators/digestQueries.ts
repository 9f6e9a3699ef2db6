import { useQuery } from '@tanstack/react-query'
import { content, indicator } from '../api/client'
import { everyPage } from '../app/everyPage'
import { LIVE } from '../app/queries'
import type { PeriodKind } from './types'

export function useDigest(seasonId: string, periodKind: PeriodKind, threshold: number | null) {
  return useQuery({
    queryKey: ['digests', seasonId, periodKind, threshold],
    queryFn: () =>
      content(
        indicator.GET('/api/v1/digests', {
          params: { query: { seasonId, periodKind, threshold: threshold ?? undefined } },
        }),
      ),
    placeholderData: (previous, query) =>
      query?.queryKey[1] === seasonId && query.queryKey[2] === periodKind ? previous : undefined,
    ...LIVE,
  })
}

/** The figures behind a digest, by id: what was printed, word for word. */
export function useFigures(seasonId: string, periodKind: PeriodKind) {
  return useQuery({
    queryKey: ['figures', seasonId, periodKind],
    queryFn: async () => {
      const figures = await everyPage((after) =>
        content(
          indicator.GET('/api/v1/figures', {
            params: { query: { seasonId, periodKind, after, limit: 200 } },
          }),
        ),
      )
      return new Map(figures.map((figure) => [figure.id, figure.quote]))
    },
    staleTime: 30_000,
  })
}
