import type { paths as ClusterPaths } from './schema/cluster'

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

export type Me = Omit<Success<ClusterPaths['/api/v1/me']['get']>, 'now'>
export type Ability =
  | Me['abilities'][number]
  | 'COUNCILS_READ'
  | 'CLUSTERS_READ'
  | 'CLUSTERS_WRITE'
  | 'SEASONS_LEAD'
  | 'BALLOTS_CAST'
  | 'COMPACTS_SIGN'
  | 'ELECTIONS_RUN'
  | 'SIGNED_FILES_ADD'
  | 'DRAFTS_COMMENT'
  | 'INVITATIONS_ANSWER'
  | 'FINDINGS_ANSWER'
  | 'MOVEMENTS_JOIN'
  | 'VOTES_TELL'
  | 'EXEMPLARS_READ'
  | 'EXEMPLARS_WRITE'
  | 'EXEMPLARS_VERIFY'
  | 'CONGRESSES_WRITE'
  | 'FILES_BRING'
export type Unit = Success<ClusterPaths['/api/v1/units/{id}']['get']>
export type UnitKind = Unit['kind']
export type UnitLevel = Unit['level']
export type UnitState = Success<ClusterPaths['/api/v1/units/{id}/states']['get']>[number]
export type UnitCreation = Body<ClusterPaths['/api/v1/units']['post']>
export type UnitChange = Body<ClusterPaths['/api/v1/units/{id}']['put']>
export type Person = Success<ClusterPaths['/api/v1/people/{id}']['get']>
export type Account = Success<ClusterPaths['/api/v1/people/{id}/account']['get']>
export type PersonInput = Body<ClusterPaths['/api/v1/people']['post']>
export type Council = Success<ClusterPaths['/api/v1/councils/{id}']['get']>
export type Mandate = Success<ClusterPaths['/api/v1/mandates/{id}']['get']>
export type MandateGrant = Body<ClusterPaths['/api/v1/mandates']['post']>
export type Role = Mandate['role']
export type Cluster = Success<ClusterPaths['/api/v1/clusters/{id}']['get']>
export type ClusterContent = Body<ClusterPaths['/api/v1/clusters']['post']>
export type Member = Success<ClusterPaths['/api/v1/clusters/{id}/members']['get']>['items'][number]
export type Headship = Success<ClusterPaths['/api/v1/seasons/{id}/headships']['get']>['items'][number]
export type NewHeadship = Body<ClusterPaths['/api/v1/seasons/{id}/headships']['post']>
export type Season = Success<ClusterPaths['/api/v1/seasons/{id}']['get']>
export type SeasonContent = Body<ClusterPaths['/api/v1/seasons']['post']>
export type Regulation = Success<ClusterPaths['/api/v1/seasons/{id}/regulation']['get']>
export type Conference = Success<ClusterPaths['/api/v1/conferences']['get']>['items'][number]
export type Minutes = Success<ClusterPaths['/api/v1/conferences/{id}']['get']>
export type AgendaItem = Minutes['agenda'][number]
export type ConferenceInvitation = Success<
  ClusterPaths['/api/v1/conferences/{id}/invitations']['get']
>['items'][number]
export type ConferenceContent = Body<ClusterPaths['/api/v1/conferences']['post']>
export type Inspection = Success<ClusterPaths['/api/v1/inspections/{id}']['get']>
export type KeyTask = Success<ClusterPaths['/api/v1/key-tasks']['get']>['items'][number]
export type Movement = Success<ClusterPaths['/api/v1/movements']['get']>['items'][number]
export type MovementCourse = Success<ClusterPaths['/api/v1/movements/{id}/course']['get']>
export type MovementReview = MovementCourse['reviews'][number]
export type MovementNode = Success<ClusterPaths['/api/v1/movements/{id}/tree']['get']>['nodes'][number]
export type Participation = Success<
  ClusterPaths['/api/v1/movements/{id}/participations']['get']
>['items'][number]
export type MovementReport = Participation['reports'][number]
export type MovementStatistics = Success<ClusterPaths['/api/v1/movements/statistics']['get']>
export type Exemplar = Success<ClusterPaths['/api/v1/exemplars/{id}']['get']>
export type ExemplarCard = Success<ClusterPaths['/api/v1/exemplars']['get']>['items'][number]
export type ExemplarContent = Body<ClusterPaths['/api/v1/exemplars']['post']>
export type Replication = Success<ClusterPaths['/api/v1/exemplars/{id}/replications']['get']>['items'][number]
export type CongressDetails = Success<ClusterPaths['/api/v1/congresses/{id}']['get']>
export type Congress = CongressDetails['congress']
export type CongressResolution = CongressDetails['resolutions'][number]
export type Delegate = Success<ClusterPaths['/api/v1/congresses/{id}/delegates']['get']>['items'][number]
export type Compact = Success<ClusterPaths['/api/v1/compacts/{id}']['get']>
export type SignedFile = Success<ClusterPaths['/api/v1/compacts/{id}/signed-files']['get']>['items'][number]
export type Election = Success<ClusterPaths['/api/v1/elections/{id}']['get']>
export type Deliberation = Success<ClusterPaths['/api/v1/deliberations/{id}']['get']>
export type DraftComment = Success<
  ClusterPaths['/api/v1/deliberations/{id}/comments']['get']
>['items'][number]
export type DraftLine = Success<ClusterPaths['/api/v1/drafts']['get']>['items'][number]
export type Draft = Success<ClusterPaths['/api/v1/drafts/{id}']['get']>
export type PaperCount = Success<ClusterPaths['/api/v1/paper-counts']['get']>['items'][number]
export type Due = Success<ClusterPaths['/api/v1/seasons/{id}/due']['get']>['items'][number]
export type Lineage = Success<ClusterPaths['/api/v1/units/{id}/lineage']['get']>['cameFrom'][number]
export type Task = Success<ClusterPaths['/api/v1/tasks']['get']>['items'][number]
export type IndicatorTask = Success<Indicator['/api/v1/indicator-tasks']['get']>['items'][number]
export type Message = Success<ClusterPaths['/api/v1/messages']['get']>['items'][number]
export type Outgoing = Success<ClusterPaths['/api/v1/messages/outgoing']['get']>['items'][number]
export type LineageRecord = Body<ClusterPaths['/api/v1/lineages']['post']>
export type ForeignCode = Success<ClusterPaths['/api/v1/foreign-codes/{id}']['get']>
export type TakenTable = Success<ClusterPaths['/api/v1/unit-tables/rows']['post']>
export type TakenPeople = Success<ClusterPaths['/api/v1/person-tables/rows']['post']>
export type TakenCodes = Success<ClusterPaths['/api/v1/foreign-code-tables/rows']['post']>
export type AuditEntry = Success<ClusterPaths['/api/v1/audit/cluster']['get']>['items'][number]
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
