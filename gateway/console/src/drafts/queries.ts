import { useQuery } from '@tanstack/react-query'
import { cluster, content } from '../api/client'
import type { DraftComment, DraftLine } from '../api/types'
import { everyPage } from '../app/everyPage'
import { LIVE } from '../app/queries'

/** The papers laid before the units of a conference, newest first. */
export function useDrafts(conferenceId: string) {
  return useQuery({
    queryKey: ['conferences', 'drafts', conferenceId],
    queryFn: () =>
      everyPage<DraftLine>((after) =>
        content(cluster.GET('/api/v1/drafts', { params: { query: { conferenceId, after, limit: 200 } } })),
      ),
    ...LIVE,
  })
}

export function useDraft(id: string) {
  return useQuery({
    queryKey: ['conferences', 'draft', id],
    queryFn: () => content(cluster.GET('/api/v1/drafts/{id}', { params: { path: { id } } })),
    ...LIVE,
  })
}

export function useDraftComments(id: string) {
  return useQuery({
    queryKey: ['conferences', 'draft-comments', id],
    queryFn: () =>
      everyPage<DraftComment>((after) =>
        content(
          cluster.GET('/api/v1/drafts/{id}/comments', {
            params: { path: { id }, query: { after, limit: 200 } },
          }),
        ),
      ),
    ...LIVE,
  })
}
