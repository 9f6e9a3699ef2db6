import type { Criterion, Scoresheet } from './scoreTypes'
import type { PeriodKind } from './types'

/** What a sheet says of some units otherwise than of all others. */
export type Variant = NonNullable<Criterion['variants']>[number]

/** As the criterion counts by one of its variants. */
export function by<C extends Pick<Criterion, 'maximum' | 'rule' | 'variants'>>(
  criterion: C,
  variant: Variant,
): C {
  return { ...criterion, maximum: variant.maximum, rule: variant.rule ?? criterion.rule, variants: null }
}

/** As the criterion counts for the unit, with nothing said of others any more. */
export function forUnit<C extends Pick<Criterion, 'maximum' | 'rule' | 'variants'>>(
  criterion: C,
  unitId: string,
): C {
  if (!criterion.variants?.length) return criterion
  const own = criterion.variants.find((one) => one.forUnits?.includes(unitId))
  return own ? by(criterion, own) : { ...criterion, variants: null }
}

/** Whether the sheet says the same of all units. */
export function isAlike(sheet: Pick<Scoresheet, 'groups'>): boolean {
  return sheet.groups.every((group) => group.criteria.every((one) => !one.variants?.length))
}

/** The maxima that units can have, the common one first. */
export function maximaOf({ maximum, variants }: Pick<Criterion, 'maximum' | 'variants'>): number[] {
  return [...new Set([maximum, ...(variants ?? []).map((one) => one.maximum)])]
}

/** Whether the criterion is scored in such a period. */
export function appliesIn({ periods }: Pick<Criterion, 'periods'>, kind: PeriodKind): boolean {
  return !periods?.length || periods.includes(kind)
}

/** How many criteria such a period leaves out. */
export function leftOutIn(sheet: Pick<Scoresheet, 'groups'>, kind: PeriodKind): number {
  return sheet.groups.flatMap((group) => group.criteria).filter((one) => !appliesIn(one, kind)).length
}
