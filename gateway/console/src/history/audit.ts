import { award, cluster, content, indicator } from '../api/client'
import type { AuditEntry, Page, Service } from '../api/types'

export function auditOf(
  service: Service,
  aggregateId: string | null,
  after: string | null,
): Promise<Page<AuditEntry>> {
  const params = { query: { aggregateId: aggregateId ?? undefined, after: after ?? undefined, limit: 50 } }
  switch (service) {
    case 'cluster':
      return content(cluster.GET('/api/v1/audit/cluster', { params }))
    case 'indicator':
      return content(indicator.GET('/api/v1/audit/indicator', { params }))
    case 'award':
      return content(award.GET('/api/v1/audit/award', { params }))
  }
}

export function reviewsOf(service: Service, after: string | null): Promise<Page<AuditEntry>> {
  const params = { query: { after: after ?? undefined, limit: 50 } }
  switch (service) {
    case 'cluster':
      return content(cluster.GET('/api/v1/audit/cluster/reviews', { params }))
    case 'indicator':
      return content(indicator.GET('/api/v1/audit/indicator/reviews', { params }))
    case 'award':
      return content(award.GET('/api/v1/audit/award/reviews', { params }))
  }
}
