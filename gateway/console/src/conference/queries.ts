import { useQuery } from '@tanstack/react-query'
import { cluster, content } from '../api/client'
import type { ConferenceInvitation } from '../api/types'
import { everyPage } from '../app/everyPage'
import { LIVE } from '../app/queries'

/** Everybody invited to a conference, in the order of inviting. */
export function useInvitations(id: string) {
  return useQuery({
    queryKey: ['conferences', 'invitations', id],
    queryFn: () =>
      everyPage<ConferenceInvitation>((after) =>
        content(
          cluster.GET('/api/v1/conferences/{id}/invitations', {
            params: { path: { id }, query: { after, limit: 200 } },
          }),
        ),
      ),
    ...LIVE,
  })
}
