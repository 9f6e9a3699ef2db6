import type { UnitKind } from '../api/types'
import { PERIOD_KINDS } from '../indicators/periods'
import type { PeriodKind } from '../indicators/types'
import type { Variant } from '../indicators/variants'
import type { Criterion } from './draft'

/** The units and all of that kind of which nothing else is said. */
export function ofKind(
  units: string[],
  kinds: Map<string, UnitKind>,
  kind: UnitKind,
  taken: Set<string>,
): string[] {
  const more = [...kinds].flatMap(([unit, one]) => (one === kind && !taken.has(unit) ? [unit] : []))
  return [...new Set([...units, ...more])]
}

/** Of which units the criterion says something else than in the variant of that place, or than that it does not apply. */
export function takenBy({ notFor, variants }: Criterion, own: number | 'notFor'): Set<string> {
  const others = (variants ?? []).filter((_, place) => place !== own)
  return new Set([
    ...(own === 'notFor' ? [] : (notFor ?? [])),
    ...others.flatMap(({ forUnits }) => forUnits ?? []),
  ])
}

/** The kinds of period after one was ticked or unticked; none is said where all of them are, and one at least stays. */
export function withPeriod(
  periods: PeriodKind[] | null | undefined,
  kind: PeriodKind,
  applies: boolean,
): PeriodKind[] | null {
  const before = periods?.length ? periods : PERIOD_KINDS
  const after = PERIOD_KINDS.filter((one) => (one === kind ? applies : before.includes(one)))
  if (after.length === 0) return [...before]
  return after.length === PERIOD_KINDS.length ? null : after
}

/** One more variant, for nobody yet, that counts as the criterion does. */
export function addVariant(criterion: Criterion, label: string): Criterion {
  const { variants, maximum } = criterion
  return { ...criterion, variants: [...(variants ?? []), { forUnits: [], label, maximum, rule: null }] }
}

/** The criterion with another variant in that place; without it where none is given. */
export function withVariant(criterion: Criterion, place: number, variant: Variant | null): Criterion {
  const variants = (criterion.variants ?? []).toSpliced(place, 1, ...(variant ? [variant] : []))
  return { ...criterion, variants: variants.length === 0 ? null : variants }
}

/** What is typed of the rule while it stands for one variant: the further numbers it needs are the criterion's. */
export function ruledFor(criterion: Criterion, place: number, counted: Criterion): Criterion {
  const variant = criterion.variants?.[place]
  if (!variant) return criterion
  const { inputs, maximum, rule } = counted
  return withVariant({ ...criterion, inputs }, place, { ...variant, maximum, rule })
}

/** The label of the variant that a finding is about, or null. */
export function variantAt(criterion: Criterion | undefined, pointer: string): string | null {
  const found = /\/variants\/(\d+)/.exec(pointer)
  return (found && criterion?.variants?.[Number(found[1])]?.label) ?? null
}
