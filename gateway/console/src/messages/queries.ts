import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { cluster, content } from '../api/client'
import { useI18n } from '../app/i18n'
import { firstPage, LIVE, nextPage } from '../app/queries'

/** As many as the bell tells apart, and one more. */
const COUNTED = 100

export function useUnread() {
  return useQuery({
    queryKey: ['messages', 'unread'],
    queryFn: () =>
      content(cluster.GET('/api/v1/messages', { params: { query: { unread: true, limit: COUNTED } } })).then(
        (page) => page.items.length,
      ),
    refetchInterval: 30_000,
  })
}

export function useMessages() {
  const { language } = useI18n()
  return useInfiniteQuery({
    queryKey: ['messages', 'own', language],
    queryFn: ({ pageParam }) =>
      content(
        cluster.GET('/api/v1/messages', { params: { query: { after: pageParam ?? undefined, limit: 50 } } }),
      ),
    initialPageParam: firstPage,
    getNextPageParam: nextPage,
    ...LIVE,
  })
}

export function useOutgoing() {
  const { language } = useI18n()
  return useInfiniteQuery({
    queryKey: ['messages', 'outgoing', language],
    queryFn: ({ pageParam }) =>
      content(
        cluster.GET('/api/v1/messages/outgoing', {
          params: { query: { after: pageParam ?? undefined, limit: 50 } },
        }),
      ),
    initialPageParam: firstPage,
    getNextPageParam: nextPage,
    ...LIVE,
  })
}

/** Says that a message was read; whoever reads it twice changes nothing. */
export function useReading() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      content(cluster.POST('/api/v1/messages/{id}/reading', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['messages'] }),
  })
}
