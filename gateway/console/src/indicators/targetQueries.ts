import { useQuery } from '@tanstack/react-query'
import { content, ifMatch, indicator } from '../api/client'
import { everyPage } from '../app/everyPage'
import { LIVE } from '../app/queries'
import type { Saved } from '../ui/sheet/autosave'
import { type Promised, savedOf } from './targets'

export function useTargets(seasonId: string) {
  return useQuery({
    queryKey: ['targets', 'list', seasonId],
    queryFn: () =>
      everyPage((after) =>
        content(indicator.GET('/api/v1/targets', { params: { query: { seasonId, after, limit: 200 } } })),
      ),
    ...LIVE,
  })
}

export function useTargetSheet(seasonId: string) {
  return useQuery({
    queryKey: ['targets', 'sheet', seasonId],
    queryFn: () => content(indicator.GET('/api/v1/targets/{seasonId}', { params: { path: { seasonId } } })),
    ...LIVE,
  })
}

export async function writeTarget(
  seasonId: string,
  key: string,
  values: Promised,
  version: number,
): Promise<Saved<Promised>> {
  const [unitId = '', indicatorId = ''] = key.split('~')
  const written = await content(
    indicator.PUT('/api/v1/targets/{seasonId}/{unitId}/{indicatorId}', {
      params: { path: { seasonId, unitId, indicatorId } },
      body: values,
      headers: ifMatch(version),
    }),
  )
  return savedOf(written)
}

export async function readTarget(seasonId: string, key: string): Promise<Saved<Promised>> {
  const [unitId = '', indicatorId = ''] = key.split('~')
  const rows = await everyPage((after) =>
    content(indicator.GET('/api/v1/targets', { params: { query: { seasonId, unitId, after, limit: 200 } } })),
  )
  return savedOf(rows.find((row) => row.indicatorId === indicatorId))
}
