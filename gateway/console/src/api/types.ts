import type { paths as Cluster } from './schema/cluster'
import type { paths as Gateway } from './schema/gateway'
import type { paths as Indicator } from './schema/indicator'

// Types are taken from the paths, not from the schema names: how a service names its records is its own affair.
export type Success<Operation> = Operation extends { responses: infer R }
  ? R extends { 200: { content: infer C } }
    ? C[keyof C]
    : never
  : never
export type Body<Operation> = Operation extends { requestBody?: infer B }
  ? NonNullable<B> extends { content: infer C }
    ? C[keyof C]
    : never
  : never

export type Me = Success<Cluster['/api/v1/me']['get']>
export type Ability = Me['abilities'][number]
export type Unit = Success<Cluster['/api/v1/units/{id}']['get']>
export type UnitKind = Unit['kind']
export type UnitLevel = Unit['level']
export type UnitState = Success<Cluster['/api/v1/units/{id}/states']['get']>[number]
export type UnitCreation = Body<Cluster['/api/v1/units']['post']>
export type UnitChange = Body<Cluster['/api/v1/units/{id}']['put']>
export type Person = Success<Cluster['/api/v1/people/{id}']['get']>
export type PersonInput = Body<Cluster['/api/v1/people']['post']>
export type Mandate = Success<Cluster['/api/v1/mandates/{id}']['get']>
export type MandateGrant = Body<Cluster['/api/v1/mandates']['post']>
export type Role = Mandate['role']
export type AuditEntry = Success<Cluster['/api/v1/audit/cluster']['get']>['items'][number]
export type ReplicaUnit = Success<Indicator['/api/v1/replicas/indicator/units/{id}']['get']>
export type ReplicaState = Success<Indicator['/api/v1/replicas/indicator']['get']>
export type ServiceState = Success<Gateway['/api/v1/platform']['get']>['services'][number]

/** One page of a list and where the next begins. */
export interface Page<T> {
  items: T[]
  next: string | null
}

export const SERVICES = ['cluster', 'indicator', 'award'] as const
export type Service = (typeof SERVICES)[number]
