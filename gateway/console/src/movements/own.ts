import type { Me } from '../api/types'
import type { Named } from '../ui/Picker'

const JOINING: Me['mandates'][number]['role'][] = ['UNIT_OFFICER', 'UNIT_LEADER']

/** The unit for which the person joins, where there is exactly one; otherwise it has to be chosen. */
export function onlyUnit(
  mandates: Pick<Me['mandates'][number], 'role' | 'unitId' | 'unitName'>[],
): Named | null {
  const units = new Map(
    mandates.filter((one) => JOINING.includes(one.role)).map((one) => [one.unitId, one.unitName]),
  )
  const [only] = units.entries()
  return units.size === 1 && only ? { id: only[0], name: only[1] } : null
}
