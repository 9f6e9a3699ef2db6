import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { content, indicator } from '../api/client'
import type { paths as Indicator } from '../api/schema/indicator'
import type { Success } from '../api/types'

export type Replay = Success<Indicator['/api/v1/scoresheets/{id}/replay']['get']>
export type Move = Replay['units'][number]
export type Change = Move['changes'][number]
export type RadarView = Success<Indicator['/api/v1/radar']['get']>
export type Thresholds = RadarView['thresholds']
export type Sensitivity = Success<Indicator['/api/v1/rankings/{id}/sensitivity']['get']>
export type Neighbours = Sensitivity['neighbours'][number]
export type Swap = Neighbours['raise'][number]

/** A past season counted by another sheet. */
export function useReplay(sheetId: string | undefined, onto: string | undefined) {
  return useQuery({
    queryKey: ['scoresheets', 'replay', sheetId, onto],
    queryFn: () =>
      content(
        indicator.GET('/api/v1/scoresheets/{id}/replay', {
          params: { path: { id: sheetId as string }, query: { onto: onto as string, top: 8 } },
        }),
      ),
    enabled: sheetId !== undefined && onto !== undefined,
  })
}

/** What stands out in a season. */
export function useRadar(seasonId: string, thresholds: Partial<Thresholds>) {
  return useQuery({
    queryKey: ['radar', seasonId, thresholds],
    queryFn: () =>
      content(indicator.GET('/api/v1/radar', { params: { query: { seasonId, ...thresholds } } })),
    placeholderData: keepPreviousData,
  })
}

/** How close the places of a ranking are. */
export function useSensitivity(rankingId: string) {
  return useQuery({
    queryKey: ['rankings', 'sensitivity', rankingId],
    queryFn: () =>
      content(indicator.GET('/api/v1/rankings/{id}/sensitivity', { params: { path: { id: rankingId } } })),
    staleTime: 30_000,
  })
}
