import { useQuery } from '@tanstack/react-query'
import { cluster, content } from '../api/client'
import { LIVE } from '../app/queries'

/** The counts on paper of one vote, newest first. */
export function usePaperCounts(pollId: string) {
  return useQuery({
    queryKey: ['conferences', 'paper-counts', pollId],
    queryFn: () =>
      content(cluster.GET('/api/v1/paper-counts', { params: { query: { pollId, limit: 200 } } })).then(
        (page) => page.items,
      ),
    ...LIVE,
  })
}

/** Brings a scan in and says under which id it is kept. */
export async function bringIn(
  name: string,
  scan: Blob,
  headers: { 'Idempotency-Key': string },
): Promise<string> {
  const made = await content(
    cluster.POST('/api/v1/files/cluster', {
      params: { query: { name } },
      body: scan as never,
      bodySerializer: (body: unknown) => body as Blob,
      headers: { ...headers, 'Content-Type': 'application/octet-stream' },
    }),
  )
  return made.id
}
