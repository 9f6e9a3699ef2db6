import { useQuery } from '@tanstack/react-query'
import { cluster, content } from '../api/client'
import { LIVE } from '../app/queries'
import type { Founding } from './types'

export function getFounding(clusterId: string): Promise<Founding> {
  return content(
    cluster.GET('/api/v1/clusters/{id}/founding-decision', { params: { path: { id: clusterId } } }),
  )
}

export function useFounding(clusterId: string) {
  return useQuery({
    queryKey: ['clusters', 'founding', clusterId],
    queryFn: () => getFounding(clusterId),
    ...LIVE,
  })
}
