import type { Translate } from '../app/i18n'
import { isAnswered } from './answers'
import type { ReportCell } from './reportTypes'

export type Limit = { lower: number | null; upper: number | null } | null

type Limited = Pick<ReportCell, 'limit' | 'decimals' | 'valueKind' | 'levels'>

/** Whether a number lies outside what its indicator allows or expects. */
export function outside(limit: Limit, value: number): boolean {
  if (!limit) return false
  return (limit.lower !== null && value < limit.lower) || (limit.upper !== null && value > limit.upper)
}

/** What an indicator takes, in few words: `0–500, số nguyên`, or its levels. Empty where every number is right. */
export function limitWords(t: Translate, number: (value: number) => string, cell: Limited): string {
  if (isAnswered(cell)) return cell.levels?.join(' / ') ?? ''
  const { lower = null, upper = null } = cell.limit ?? {}
  const range =
    lower !== null && upper !== null
      ? t('limit.between', { lower: number(lower), upper: number(upper) })
      : lower !== null
        ? t('limit.from', { lower: number(lower) })
        : upper !== null
          ? t('limit.to', { upper: number(upper) })
          : ''
  const decimals = cell.decimals === 0 ? t('limit.whole') : t('limit.decimals', { n: cell.decimals })
  return [range, decimals].filter(Boolean).join(', ')
}
