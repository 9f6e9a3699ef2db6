import { keepPreviousData, type QueryClient, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { cluster, content } from '../api/client'
import { ApiFailure } from '../api/failure'
import type {
  Cluster,
  Conference,
  Election,
  Headship,
  KeyTask,
  Member,
  Minutes,
  Movement,
  Page,
  Season,
} from '../api/types'
import { everyPage } from '../app/everyPage'
import { firstPage, LIVE, nextPage } from '../app/queries'

export interface ClusterFilter {
  q?: string
  organiserId?: string
  memberId?: string
  asOf?: string
}

/** After a write everything of clusters is asked again; it is little and the screens depend on each other. */
export function refresh(queries: QueryClient): void {
  queries.invalidateQueries({ queryKey: ['clusters'] })
  queries.invalidateQueries({ queryKey: ['seasons'] })
  queries.invalidateQueries({ queryKey: ['conferences'] })
  queries.invalidateQueries({ queryKey: ['audit'] })
  queries.invalidateQueries({ queryKey: ['tasks'] })
}

export function useClusters(filter: ClusterFilter) {
  return useInfiniteQuery({
    queryKey: ['clusters', 'list', filter],
    queryFn: ({ pageParam }) =>
      content<Page<Cluster>>(
        cluster.GET('/api/v1/clusters', {
          params: { query: { ...filter, after: pageParam ?? undefined, limit: 50 } },
        }),
      ),
    initialPageParam: firstPage,
    getNextPageParam: nextPage,
    placeholderData: keepPreviousData,
    ...LIVE,
  })
}

export function getCluster(id: string): Promise<Cluster> {
  return content(cluster.GET('/api/v1/clusters/{id}', { params: { path: { id } } }))
}

export function useCluster(id: string | undefined) {
  return useQuery({
    queryKey: ['clusters', 'one', id],
    queryFn: () => getCluster(id as string),
    enabled: id !== undefined,
    ...LIVE,
  })
}

/** Members on a day, or everybody there ever was (`all`). */
export function useMembers(clusterId: string | undefined, asOf: string) {
  return useQuery({
    queryKey: ['clusters', 'members', clusterId, asOf],
    queryFn: () =>
      everyPage<Member>((after) =>
        content(
          cluster.GET('/api/v1/clusters/{id}/members', {
            params: { path: { id: clusterId as string }, query: { asOf, after, limit: 200 } },
          }),
        ),
      ),
    enabled: clusterId !== undefined,
    placeholderData: keepPreviousData,
    ...LIVE,
  })
}

/** Everybody who led the cluster in any season. */
export function useHeadships(clusterId: string) {
  return useQuery({
    queryKey: ['clusters', 'headships', clusterId],
    queryFn: () =>
      content<Page<Headship>>(
        cluster.GET('/api/v1/clusters/{id}/headships', { params: { path: { id: clusterId } } }),
      ).then((page) => page.items),
    ...LIVE,
  })
}

export function useSeasons(clusterId: string | undefined) {
  return useQuery({
    queryKey: ['seasons', 'list', clusterId],
    queryFn: () =>
      everyPage<Season>((after) =>
        content(cluster.GET('/api/v1/seasons', { params: { query: { clusterId, after, limit: 200 } } })),
      ),
    enabled: clusterId !== undefined,
    ...LIVE,
  })
}

export function getSeason(id: string): Promise<Season> {
  return content(cluster.GET('/api/v1/seasons/{id}', { params: { path: { id } } }))
}

export function useSeason(id: string | undefined) {
  return useQuery({
    queryKey: ['seasons', 'one', id],
    queryFn: () => getSeason(id as string),
    enabled: id !== undefined,
    ...LIVE,
  })
}

export function useDue(seasonId: string) {
  return useQuery({
    queryKey: ['seasons', 'due', seasonId],
    queryFn: () => content(cluster.GET('/api/v1/seasons/{id}/due', { params: { path: { id: seasonId } } })),
    ...LIVE,
  })
}

/** The newest version of the season's regulation; null where there is none. */
export function useRegulation(seasonId: string) {
  return useQuery({
    queryKey: ['seasons', 'regulation', seasonId],
    queryFn: async () => {
      try {
        return await content(
          cluster.GET('/api/v1/seasons/{id}/regulation', { params: { path: { id: seasonId } } }),
        )
      } catch (error) {
        if (error instanceof ApiFailure && error.status === 404) return null
        throw error
      }
    },
    ...LIVE,
  })
}

export function useConferences(filter: { clusterId?: string; seasonId?: string }) {
  return useQuery({
    queryKey: ['conferences', 'list', filter],
    queryFn: () =>
      everyPage<Conference>((after) =>
        content(cluster.GET('/api/v1/conferences', { params: { query: { ...filter, after, limit: 200 } } })),
      ),
    ...LIVE,
  })
}

export function getMinutes(id: string): Promise<Minutes> {
  return content(cluster.GET('/api/v1/conferences/{id}', { params: { path: { id } } }))
}

export function useMinutes(id: string | undefined) {
  return useQuery({
    queryKey: ['conferences', 'one', id],
    queryFn: () => getMinutes(id ?? ''),
    enabled: id !== undefined,
    ...LIVE,
  })
}

export function useKeyTasks(seasonId: string) {
  return useQuery({
    queryKey: ['seasons', 'key-tasks', seasonId],
    queryFn: () =>
      everyPage<KeyTask>((after) =>
        content(cluster.GET('/api/v1/key-tasks', { params: { query: { seasonId, after, limit: 200 } } })),
      ),
    ...LIVE,
  })
}

export function useMovements(filter: { seasonId?: string; clusterId?: string }) {
  return useQuery({
    queryKey: ['seasons', 'movements', filter],
    queryFn: () =>
      everyPage<Movement>((after) =>
        content(cluster.GET('/api/v1/movements', { params: { query: { ...filter, after, limit: 200 } } })),
      ),
    ...LIVE,
  })
}

/** The compact being signed, or else the one in force, or else the newest that once was. */
export function useCompact(seasonId: string) {
  return useQuery({
    queryKey: ['seasons', 'compact', seasonId],
    queryFn: async () => {
      const page = await content(
        cluster.GET('/api/v1/compacts', { params: { query: { seasonId, limit: 200 } } }),
      )
      const shown =
        page.items.find((one) => one.status === 'SIGNING') ??
        page.items.find((one) => one.status === 'SIGNED') ??
        page.items[0]
      return shown
        ? content(cluster.GET('/api/v1/compacts/{id}', { params: { path: { id: shown.id } } }))
        : null
    },
    ...LIVE,
  })
}

/** One compact by its id, read when somebody wants to see it. */
export function useOneCompact(id: string, wanted: boolean) {
  return useQuery({
    queryKey: ['seasons', 'compact', 'one', id],
    queryFn: () => content(cluster.GET('/api/v1/compacts/{id}', { params: { path: { id } } })),
    enabled: wanted,
  })
}

export function useElections(filter: { seasonId?: string; conferenceId?: string }) {
  return useQuery({
    queryKey: ['conferences', 'elections', filter],
    queryFn: () =>
      content(cluster.GET('/api/v1/elections', { params: { query: { ...filter, limit: 200 } } })).then(
        (page) => page.items,
      ),
    ...LIVE,
  })
}

/** That a unit has voted is known from its receipt: the page says so at once and does not call it to vote again. */
export function hasVoted(queries: QueryClient, electionId: string, unitId: string): void {
  queries.setQueriesData<Election[]>({ queryKey: ['conferences', 'elections'] }, (elections) =>
    elections?.map((election) =>
      election.id === electionId
        ? {
            ...election,
            voters: election.voters.map((voter) =>
              voter.unitId === unitId ? { ...voter, voted: true } : voter,
            ),
          }
        : election,
    ),
  )
}
