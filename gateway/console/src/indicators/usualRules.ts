import type { ConsolidatedRow } from './consolidationQueries'

/** As many as the service takes at once; the others are offered again afterwards. */
const MOST = 500

/** The indicators of which nobody has said yet how members' numbers make the cluster's. */
export function unsaid<R extends Pick<ConsolidatedRow, 'rule' | 'ruleVersion'>>(rows: R[]): R[] {
  // What was handed in without a rule stays so, also where somebody has said one since.
  return rows.filter(({ rule, ruleVersion }) => rule === null && ruleVersion === 0).slice(0, MOST)
}

type Usual = Pick<ConsolidatedRow, 'indicatorId' | 'suggested' | 'ruleVersion'>

/** For each the rule that its kind of numbers usually has. */
export function usualRules(rows: Usual[]) {
  return rows.map(({ indicatorId, suggested, ruleVersion }) => ({
    indicatorId,
    rule: suggested,
    weightId: null,
    version: ruleVersion,
  }))
}
