import type { RadarView } from './queries'

type Gap = Pick<RadarView['selfGaps'][number], 'seasonId' | 'seasonName' | 'unitId' | 'percent' | 'hint'>

export interface Trend {
  unitId: string
  /** Whether the last known season is one to look at. */
  hint: boolean
  /** One for each season, the oldest first; null where the unit gave itself nothing, or nothing was found. */
  points: { at: string; value: number | null }[]
}

/** How each unit's own points stood to the found ones season after season; units known of one season only are left out. */
export function trends(gaps: Gap[]): Trend[] {
  const seasons = [...new Map(gaps.map((gap) => [gap.seasonId, gap.seasonName]))]
  const units = [...new Set(gaps.map((gap) => gap.unitId))]
  return units
    .map((unitId) => {
      const own = gaps.filter((gap) => gap.unitId === unitId)
      return {
        unitId,
        hint: own.at(-1)?.hint ?? false,
        points: seasons.map(([id, name]) => ({
          at: name,
          value: own.find((gap) => gap.seasonId === id)?.percent ?? null,
        })),
      }
    })
    .filter((trend) => trend.points.filter((point) => point.value !== null).length > 1)
}
