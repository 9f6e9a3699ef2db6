import type { paths as Cluster } from '../api/schema/cluster'
import type { paths as Indicator } from '../api/schema/indicator'
import type { Body, Success } from '../api/types'

export type Season = Success<Cluster['/api/v1/seasons/{id}']['get']>
export type Member = Success<Cluster['/api/v1/clusters/{id}/members']['get']>['items'][number]
export type CatalogueIndicator = Success<Indicator['/api/v1/indicators']['get']>['items'][number]
export type Target = Success<Indicator['/api/v1/targets']['get']>['items'][number]
export type TargetSheet = Success<Indicator['/api/v1/targets/{seasonId}']['get']>
export type TargetChange = Body<Indicator['/api/v1/targets/{seasonId}/{unitId}/{indicatorId}']['put']>
export type Amendment = Success<Indicator['/api/v1/targets/{seasonId}/amendments']['get']>['items'][number]
export type Digest = Success<Indicator['/api/v1/digests']['get']>
export type Series = Success<Indicator['/api/v1/series']['get']>
export type DigestSeries = Digest['indicators'][number]['series'][number]
export type PeriodKind = 'H1' | 'M9' | 'YEAR'
export type Period = Success<Indicator['/api/v1/periods/{id}']['get']>
export type Agreement = Success<Indicator['/api/v1/targets/{seasonId}/agreements']['get']>['items'][number]
export type AgreementStep = Success<
  Indicator['/api/v1/targets/{seasonId}/agreements/{unitId}/steps']['get']
>['items'][number]
