import { useQuery } from '@tanstack/react-query'
import { cluster, content } from '../api/client'
import type { Deliberation, DraftComment } from '../api/types'
import { everyPage } from '../app/everyPage'
import { LIVE } from '../app/queries'

/** The season's drafts before the members, newest first. */
export function useDeliberations(seasonId: string) {
  return useQuery({
    queryKey: ['seasons', 'deliberations', seasonId],
    queryFn: () =>
      everyPage<Deliberation>((after) =>
        content(cluster.GET('/api/v1/deliberations', { params: { query: { seasonId, after, limit: 200 } } })),
      ),
    ...LIVE,
  })
}

export function useComments(id: string) {
  return useQuery({
    queryKey: ['seasons', 'deliberation-comments', id],
    queryFn: () =>
      everyPage<DraftComment>((after) =>
        content(
          cluster.GET('/api/v1/deliberations/{id}/comments', {
            params: { path: { id }, query: { after, limit: 200 } },
          }),
        ),
      ),
    ...LIVE,
  })
}
