import { useQuery } from '@tanstack/react-query'
import { content, indicator } from '../api/client'
import { everyPage } from '../app/everyPage'
import { LIVE } from '../app/queries'

/** How far the targets of each member are agreed. */
export function useAgreements(seasonId: string) {
  return useQuery({
    queryKey: ['targets', 'agreements', seasonId],
    queryFn: () =>
      everyPage((after) =>
        content(
          indicator.GET('/api/v1/targets/{seasonId}/agreements', {
            params: { path: { seasonId }, query: { after, limit: 200 } },
          }),
        ),
      ),
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
