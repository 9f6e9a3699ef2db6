import type { paths as Indicator } from '../api/schema/indicator'
import type { Success } from '../api/types'

export type Report = Success<Indicator['/api/v1/reports/{id}']['get']>
export type ReportLine = Report['report']
export type ReportCell = Report['rows'][number]
/** What the person sees of a file; its content is asked from the service. */
export interface Evidence {
  id: string
  name: string
}
export type ReportRowState = ReportLine['state']
export type HistoryEntry = Success<
  Indicator['/api/v1/reports/{id}/cells/{indicatorId}/history']['get']
>[number]
export type ClusterGrid = Success<Indicator['/api/v1/periods/{id}/grid']['get']>
export type ClusterIndicator = ClusterGrid['indicators'][number]
export type ClusterUnit = ClusterGrid['units'][number]
export type ClusterCell = ClusterUnit['cells'][number]
