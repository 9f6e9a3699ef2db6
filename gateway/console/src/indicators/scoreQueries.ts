import { useQuery } from '@tanstack/react-query'
import { content, ifMatch, indicator } from '../api/client'
import { everyPage } from '../app/everyPage'
import { LIVE } from '../app/queries'
import type { Saved } from '../ui/sheet/autosave'
import type { CriterionScore, Score } from './scoreTypes'

export function useScoresheets(seasonId: string) {
  return useQuery({
    queryKey: ['scoresheets', seasonId],
    queryFn: () =>
      everyPage((after) =>
        content(indicator.GET('/api/v1/scoresheets', { params: { query: { seasonId, after, limit: 200 } } })),
      ),
    ...LIVE,
  })
}

export function useScoresheet(id: string | null | undefined) {
  return useQuery({
    queryKey: ['scoresheets', 'one', id],
    queryFn: () =>
      content(indicator.GET('/api/v1/scoresheets/{id}', { params: { path: { id: id as string } } })),
    enabled: !!id,
    staleTime: 30_000,
  })
}

export function getScore(scoresheetId: string, unitId: string): Promise<Score> {
  return content(indicator.GET('/api/v1/scores', { params: { query: { scoresheetId, unitId } } }))
}

export function useScore(scoresheetId: string, unitId: string | null) {
  return useQuery({
    queryKey: ['scores', scoresheetId, unitId],
    queryFn: () => getScore(scoresheetId, unitId as string),
    enabled: unitId !== null,
    ...LIVE,
  })
}

/** What a unit gives itself for one criterion. */
export type Self = { points: number | null; note: string | null }

export function selfOf({ self }: CriterionScore): Saved<Self> {
  return {
    values: { points: self?.points ?? null, note: self?.note ?? null },
    version: self?.revision ?? 0,
  }
}

export async function writeSelf(
  scoresheetId: string,
  unitId: string,
  criterionCode: string,
  self: Self,
  version: number,
): Promise<Saved<Self>> {
  const { revision } = await content(
    indicator.PUT('/api/v1/scores/{scoresheetId}/{unitId}/{criterionCode}/self', {
      params: { path: { scoresheetId, unitId, criterionCode } },
      body: { points: self.points as number, note: self.note },
      headers: ifMatch(version),
    }),
  )
  return { values: self, version: revision }
}

export function useRankings(seasonId: string) {
  return useQuery({
    queryKey: ['rankings', seasonId],
    queryFn: () =>
      everyPage((after) =>
        content(indicator.GET('/api/v1/rankings', { params: { query: { seasonId, after, limit: 200 } } })),
      ),
    ...LIVE,
  })
}

export function useRanking(id: string | null | undefined) {
  return useQuery({
    queryKey: ['rankings', 'one', id],
    queryFn: () =>
      content(indicator.GET('/api/v1/rankings/{id}', { params: { path: { id: id as string } } })),
    enabled: !!id,
    ...LIVE,
  })
}

/** What is known otherwise since a ranking was computed, for those who rank. */
export function useRankingChanges(rankingId: string) {
  return useQuery({
    queryKey: ['rankings', 'changes', rankingId],
    queryFn: () =>
      content(indicator.GET('/api/v1/rankings/{id}/changes', { params: { path: { id: rankingId } } })),
    ...LIVE,
  })
}

/** The score by which a unit was ranked, as it was then. */
export function useRankedScore(rankingId: string | null | undefined, unitId: string) {
  return useQuery({
    queryKey: ['rankings', 'score', rankingId, unitId],
    queryFn: () =>
      content(
        indicator.GET('/api/v1/rankings/{id}/scores/{unitId}', {
          params: { path: { id: rankingId as string, unitId } },
        }),
      ),
    enabled: !!rankingId,
    staleTime: 30_000,
  })
}
