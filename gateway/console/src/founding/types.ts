import type { paths } from '../api/schema/cluster'
import type { Success } from '../api/types'

export type Founding = Success<paths['/api/v1/clusters/{id}/founding-decision']['get']>
export type FoundingDecision = NonNullable<Founding['decision']>
