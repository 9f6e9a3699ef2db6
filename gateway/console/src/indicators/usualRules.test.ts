import { expect, test } from 'vitest'
import { unsaid, usualRules } from './usualRules'

const row = (
  indicatorId: string,
  rule: 'SUM' | 'MAX' | null,
  suggested: 'SUM' | 'AVERAGE' | 'COUNT_YES',
  ruleVersion: number,
) => ({ indicatorId, rule, suggested, ruleVersion })

test('the usual rule is offered where nobody said one, and a rule that was said is left alone', () => {
  const rows = [
    row('thu', null, 'SUM', 0),
    row('việc làm', 'MAX', 'SUM', 2),
    row('đạt', null, 'COUNT_YES', 0),
  ]
  expect(usualRules(unsaid(rows))).toEqual([
    { indicatorId: 'thu', rule: 'SUM', weightId: null, version: 0 },
    { indicatorId: 'đạt', rule: 'COUNT_YES', weightId: null, version: 0 },
  ])
})

test('what was handed in without a rule that somebody said since is not asked again', () => {
  expect(unsaid([row('thu', null, 'SUM', 1)])).toEqual([])
})

test('no more are offered at once than the service takes', () => {
  const many = Array.from({ length: 501 }, (_, i) => row(String(i), null, 'AVERAGE', 0))
  expect(unsaid(many)).toHaveLength(500)
})
