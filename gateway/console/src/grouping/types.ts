import type { paths } from '../api/schema/cluster'
import type { Body, Success } from '../api/types'

type Proposals = paths['/api/v1/clusters/grouping-proposals']['post']
export type Wish = Body<Proposals>
export type Likeness = Wish['by'][number]
export type Known = NonNullable<Wish['known']>[number]
export type Proposal = Success<Proposals>
export type Group = Proposal['groups'][number]
export type GroupUnit = Group['members'][number]
export type WhyLeft = Proposal['leftOver'][number]['why']
export type Acceptance = Body<paths['/api/v1/clusters/grouping-proposals/acceptance']['post']>
