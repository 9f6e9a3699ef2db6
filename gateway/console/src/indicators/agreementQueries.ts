import { useQuery, useQueryClient } from '@tanstack/react-query'
import { content, indicator } from '../api/client'
import { everyPage } from '../app/everyPage'
import { LIVE } from '../app/queries'

/** How far the targets of each member are agreed. */
export function useAgreements(seasonId: string) {
  const queries = useQueryClient()
  return useQuery({
    queryKey: ['targets', 'agreements', seasonId],
    queryFn: async () => {
      const agreements = await everyPage((after) =>
        content(
          indicator.GET('/api/v1/targets/{seasonId}/agreements', {
            params: { path: { seasonId }, query: { after, limit: 200 } },
          }),
        ),
      )
      // The numbers on the page are never older than the hash by which the person says that he saw them.
      await queries.refetchQueries(
        { queryKey: ['targets', 'list', seasonId], type: 'active' },
        { throwOnError: true },
      )
      return agreements
    },
    ...LIVE,
  })
}

/** Newest first. */
export function useAgreementSteps(seasonId: string, unitId: string) {
  return useQuery({
    queryKey: ['targets', 'agreement-steps', seasonId, unitId],
    queryFn: () =>
      everyPage((after) =>
        content(
          indicator.GET('/api/v1/targets/{seasonId}/agreements/{unitId}/steps', {
            params: {
              path: { seasonId, unitId },
              query: { after: after === undefined ? undefined : Number(after), limit: 50 },
            },
          }),
        ),
      ),
    ...LIVE,
  })
}
