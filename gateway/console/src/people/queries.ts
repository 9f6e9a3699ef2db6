import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { cluster, content } from '../api/client'
import type { Account, Person } from '../api/types'
import { firstPage, LIVE, nextPage } from '../app/queries'

export function usePeople(filter: { q?: string; unitId?: string }) {
  return useInfiniteQuery({
    queryKey: ['people', 'list', filter],
    queryFn: ({ pageParam }) =>
      content(
        cluster.GET('/api/v1/people', {
          params: { query: { ...filter, after: pageParam ?? undefined, limit: 50 } },
        }),
      ),
    initialPageParam: firstPage,
    getNextPageParam: nextPage,
    placeholderData: keepPreviousData,
    ...LIVE,
  })
}

export function getPerson(id: string): Promise<Person> {
  return content(cluster.GET('/api/v1/people/{id}', { params: { path: { id } } }))
}

export function usePerson(id: string | undefined) {
  return useQuery({
    queryKey: ['people', 'one', id],
    queryFn: () => getPerson(id as string),
    enabled: id !== undefined,
    ...LIVE,
  })
}

export function useAccount(id: string) {
  return useQuery<Account>({
    queryKey: ['people', 'account', id],
    queryFn: () => content(cluster.GET('/api/v1/people/{id}/account', { params: { path: { id } } })),
    ...LIVE,
  })
}
