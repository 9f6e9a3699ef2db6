import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { award, cluster, content } from '../api/client'
import { everyPage } from '../app/everyPage'
import { firstPage, LIVE, nextPage } from '../app/queries'
import type { NominationRow } from './types'

export function useAwards(asOf: string | undefined) {
  return useInfiniteQuery({
    queryKey: ['awards', 'list', asOf],
    queryFn: ({ pageParam }) =>
      content(
        award.GET('/api/v1/awards', {
          params: { query: { asOf, after: pageParam ?? undefined, limit: 50 } },
        }),
      ),
    initialPageParam: firstPage,
    getNextPageParam: nextPage,
    placeholderData: keepPreviousData,
    ...LIVE,
  })
}

/** All rules that hold on a day, for a choice. */
export function useAwardChoices(asOf: string) {
  return useQuery({
    queryKey: ['awards', 'all', asOf],
    queryFn: () =>
      everyPage((after) =>
        content(award.GET('/api/v1/awards', { params: { query: { asOf, after, limit: 200 } } })),
      ),
    staleTime: 30_000,
  })
}

/** Every season the person may see, newest first, for a choice. */
export function useSeasonChoices() {
  return useQuery({
    queryKey: ['seasons', 'all'],
    queryFn: () =>
      everyPage((after) =>
        content(cluster.GET('/api/v1/seasons', { params: { query: { after, limit: 200 } } })),
      ),
    staleTime: 30_000,
  })
}

export function useCandidates(seasonId: string | null) {
  return useQuery({
    queryKey: ['candidates', seasonId],
    queryFn: () =>
      content(award.GET('/api/v1/candidates', { params: { query: { seasonId: seasonId as string } } })),
    enabled: seasonId !== null,
    ...LIVE,
  })
}

export function useNominations(filter: { seasonId?: string; state?: NominationRow['state'] }) {
  return useInfiniteQuery({
    queryKey: ['nominations', 'list', filter],
    queryFn: ({ pageParam }) =>
      content(
        award.GET('/api/v1/nominations', {
          params: { query: { ...filter, after: pageParam ?? undefined, limit: 50 } },
        }),
      ),
    initialPageParam: firstPage,
    getNextPageParam: nextPage,
    placeholderData: keepPreviousData,
    ...LIVE,
  })
}

export function getNomination(id: string) {
  return content(award.GET('/api/v1/nominations/{id}', { params: { path: { id } } }))
}

export function useNomination(id: string) {
  return useQuery({ queryKey: ['nominations', 'one', id], queryFn: () => getNomination(id), ...LIVE })
}

export function useDecisions() {
  return useInfiniteQuery({
    queryKey: ['decisions', 'list'],
    queryFn: ({ pageParam }) =>
      content(
        award.GET('/api/v1/decisions', { params: { query: { after: pageParam ?? undefined, limit: 50 } } }),
      ),
    initialPageParam: firstPage,
    getNextPageParam: nextPage,
    ...LIVE,
  })
}

export function getDecision(id: string) {
  return content(award.GET('/api/v1/decisions/{id}', { params: { path: { id } } }))
}

export function useDecision(id: string | undefined) {
  return useQuery({
    queryKey: ['decisions', 'one', id],
    queryFn: () => getDecision(id as string),
    enabled: id !== undefined,
    ...LIVE,
  })
}

/** Honours of those that a unit came out of. */
export function useInherited(unitId: string) {
  return useInfiniteQuery({
    queryKey: ['honours', 'predecessors', unitId],
    queryFn: ({ pageParam }) =>
      content(
        award.GET('/api/v1/honours/predecessors', {
          params: { query: { unitId, after: pageParam ?? undefined, limit: 50 } },
        }),
      ),
    initialPageParam: firstPage,
    getNextPageParam: nextPage,
    ...LIVE,
  })
}

export function useHonours(filter: { q?: string; seasonId?: string; unitId?: string }) {
  return useInfiniteQuery({
    queryKey: ['honours', 'list', filter],
    queryFn: ({ pageParam }) =>
      content(
        award.GET('/api/v1/honours', {
          params: { query: { ...filter, after: pageParam ?? undefined, limit: 50 } },
        }),
      ),
    initialPageParam: firstPage,
    getNextPageParam: nextPage,
    placeholderData: keepPreviousData,
    ...LIVE,
  })
}
