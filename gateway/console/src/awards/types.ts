import type { paths as AwardPaths } from '../api/schema/award'
import type { Body, Success } from '../api/types'

export type Award = Success<AwardPaths['/api/v1/awards/{id}']['get']>
export type AwardRule = Body<AwardPaths['/api/v1/awards']['post']>
export type Condition = Award['standard'][number]
export type Candidates = Success<AwardPaths['/api/v1/candidates']['get']>
export type NominationRow = Success<AwardPaths['/api/v1/nominations']['get']>['items'][number]
export type Nomination = Success<AwardPaths['/api/v1/nominations/{id}']['get']>
export type Eligibility = NonNullable<Nomination['eligibility']>
export type Finding = Eligibility['findings'][number]
export type Opinion = NonNullable<Nomination['opinion']>
export type OpinionInput = Body<AwardPaths['/api/v1/nominations/{id}/opinions']['post']>
export type Decision = Success<AwardPaths['/api/v1/decisions/{id}']['get']>
export type Honour = Success<AwardPaths['/api/v1/honours']['get']>['items'][number]
export type InheritedHonour = Success<AwardPaths['/api/v1/honours/predecessors']['get']>['items'][number]
export type HonourInput = Body<AwardPaths['/api/v1/honours']['post']>
export type AwardDocument = Success<AwardPaths['/api/v1/award-documents/{id}']['get']>
export type DocumentTrail = Success<AwardPaths['/api/v1/award-documents/{id}/trail']['get']>
export type AwardTask = Success<AwardPaths['/api/v1/award-tasks']['get']>['items'][number]
