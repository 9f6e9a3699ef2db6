import type { paths as Indicator } from '../api/schema/indicator'
import type { Success } from '../api/types'

export type Scoresheet = Success<Indicator['/api/v1/scoresheets/{id}']['get']>
export type SheetGroup = Scoresheet['groups'][number]
export type Criterion = SheetGroup['criteria'][number]
export type Rule = Criterion['rule']
export type Score = Success<Indicator['/api/v1/scores']['get']>
export type CriterionScore = Score['criteria'][number]
export type Trace = CriterionScore['trace']
export type Adjustment = Score['adjustments'][number]
export type Ranking = Success<Indicator['/api/v1/rankings/{id}']['get']>
export type RankingRow = Ranking['rows'][number]
export type RankedScore = Success<Indicator['/api/v1/rankings/{id}/scores/{unitId}']['get']>
