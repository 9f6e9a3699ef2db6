import { award, cluster, content, indicator } from '../api/client'
import type { ReplicaState, ReplicaUnit, Service } from '../api/types'

export function replicaState(service: Service): Promise<ReplicaState> {
  switch (service) {
    case 'cluster':
      return content(cluster.GET('/api/v1/replicas/cluster'))
    case 'indicator':
      return content(indicator.GET('/api/v1/replicas/indicator'))
    case 'award':
      return content(award.GET('/api/v1/replicas/award'))
  }
}

/** The services that keep a copy of the units; cluster-service owns them. */
export const COPIES = ['indicator', 'award'] as const

export function replicaUnit(service: (typeof COPIES)[number], id: string): Promise<ReplicaUnit> {
  const where = { params: { path: { id } } }
  return service === 'indicator'
    ? content(indicator.GET('/api/v1/replicas/indicator/units/{id}', where))
    : content(award.GET('/api/v1/replicas/award/units/{id}', where))
}
