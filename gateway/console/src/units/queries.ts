import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { cluster, content } from '../api/client'
import type { ForeignCode, Page, Unit, UnitKind, UnitLevel } from '../api/types'
import { firstPage, LIVE, nextPage } from '../app/queries'

export interface UnitFilter {
  q?: string
  parentId?: string
  kind?: UnitKind
  level?: UnitLevel
  asOf?: string
}

function units(filter: UnitFilter, after: string | null, limit: number): Promise<Page<Unit>> {
  return content(
    cluster.GET('/api/v1/units', { params: { query: { ...filter, after: after ?? undefined, limit } } }),
  )
}

export function useUnits(filter: UnitFilter) {
  return useInfiniteQuery({
    queryKey: ['units', 'list', filter],
    queryFn: ({ pageParam }) => units(filter, pageParam, 50),
    initialPageParam: firstPage,
    getNextPageParam: nextPage,
    placeholderData: keepPreviousData,
    ...LIVE,
  })
}

export function getUnit(id: string, asOf?: string): Promise<Unit> {
  return content(cluster.GET('/api/v1/units/{id}', { params: { path: { id }, query: { asOf } } }))
}

export function useUnit(id: string | undefined, asOf?: string) {
  return useQuery({
    queryKey: ['units', 'one', id, asOf],
    queryFn: () => getUnit(id as string, asOf),
    enabled: id !== undefined,
    ...LIVE,
  })
}

/** All pages of a query of the tree; a level of the tree is shown whole. */
async function everything(filter: UnitFilter): Promise<Unit[]> {
  const all: Unit[] = []
  let after: string | null = null
  do {
    const page: Page<Unit> = await units(filter, after, 200)
    all.push(...page.items)
    after = page.next
  } while (after)
  return all
}

/** The tops of the tree: the province, and whatever central unit has nobody above it. */
export async function tops(asOf?: string): Promise<Unit[]> {
  const [province, central] = await Promise.all([
    everything({ level: 'PROVINCE', asOf }),
    everything({ level: 'CENTRAL', asOf }),
  ])
  return [...province, ...central].filter((unit) => unit.parentId === null)
}

export function childrenOf(parentId: string, asOf?: string): Promise<Unit[]> {
  return everything({ parentId, asOf })
}

export function useStates(id: string) {
  return useQuery({
    queryKey: ['units', 'states', id],
    queryFn: () => content(cluster.GET('/api/v1/units/{id}/states', { params: { path: { id } } })),
    ...LIVE,
  })
}

export function useLineage(id: string) {
  return useQuery({
    queryKey: ['units', 'lineage', id],
    queryFn: () => content(cluster.GET('/api/v1/units/{id}/lineage', { params: { path: { id } } })),
    ...LIVE,
  })
}

/** What a unit of a day is now; without a day, of its last one. */
export function useNow(id: string, asOf?: string) {
  return useQuery({
    queryKey: ['units', 'now', id, asOf],
    queryFn: async () => {
      const found = await content(
        cluster.GET('/api/v1/lineages/now', { params: { query: { unitId: [id], asOf } } }),
      )
      return found[0] ?? null
    },
    ...LIVE,
  })
}

export function useForeignCodes(unitId: string) {
  return useInfiniteQuery({
    queryKey: ['units', 'codes', unitId],
    queryFn: ({ pageParam }): Promise<Page<ForeignCode>> =>
      content(
        cluster.GET('/api/v1/foreign-codes', {
          params: { query: { unitId, after: pageParam ?? undefined, limit: 50 } },
        }),
      ),
    initialPageParam: firstPage,
    getNextPageParam: nextPage,
    ...LIVE,
  })
}
