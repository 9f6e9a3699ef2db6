import type { Saved } from '../ui/sheet/autosave'
import type { Member, Target } from './types'

/** What one cell of the sheet of targets holds: a member's numbers for one indicator. */
export type Promised = {
  assigned: number | null
  registered: number | null
  lastYear: number | null
  unitOfMeasure: string | null
  portions: Target['portions']
  /** Names, where the target is a list; then how many they are is what is registered. */
  items: string[]
}

export interface TargetIndicator {
  id: string
  code: string
  name: string
  unitOfMeasure: string
  furtherUnits: string[]
  formula: string | null
  valueKind: Target['valueKind']
  levels: string[]
  direction: Target['direction'] | null
}

export const cellKey = (unitId: string, indicatorId: string) => `${unitId}~${indicatorId}`

/** Those without a row yet have version 0, which is what the service expects of a first writing. */
export function savedOf(target: Target | undefined): Saved<Promised> {
  return target
    ? {
        values: {
          assigned: target.assigned,
          registered: target.registered,
          lastYear: target.lastYear,
          unitOfMeasure: target.unitOfMeasure,
          portions: target.portions,
          items: target.items,
        },
        version: target.version,
      }
    : {
        values: {
          assigned: null,
          registered: null,
          lastYear: null,
          unitOfMeasure: null,
          portions: [],
          items: [],
        },
        version: 0,
      }
}

/** The indicators of a season are those somebody has a target for, in the order of their codes. */
export function indicatorsOf(targets: Target[]): TargetIndicator[] {
  const found = new Map<string, TargetIndicator>()
  for (const target of targets) {
    found.set(target.indicatorId, {
      id: target.indicatorId,
      code: target.indicatorCode,
      name: target.indicatorName,
      unitOfMeasure: target.ownUnit,
      furtherUnits: target.furtherUnits,
      formula: target.formula,
      valueKind: target.valueKind,
      levels: target.levels,
      direction: target.direction,
    })
  }
  return [...found.values()].sort((a, b) => a.code.localeCompare(b.code, 'vi', { numeric: true }))
}

/** Members that have not promised anything for an indicator others promised: what freezing would leave out. */
export function missing(members: Member[], indicators: TargetIndicator[], targets: Target[]) {
  const promised = new Set(
    targets
      .filter((target) => target.registered !== null || target.assigned !== null)
      .map((target) => cellKey(target.unitId, target.indicatorId)),
  )
  return members
    .map((member) => ({
      member,
      indicators: indicators.filter((one) => !promised.has(cellKey(member.unitId, one.id))),
    }))
    .filter((gap) => gap.indicators.length > 0)
}
