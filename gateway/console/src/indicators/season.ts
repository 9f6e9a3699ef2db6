import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { caller, cluster, content } from '../api/client'
import type { Role } from '../api/types'
import { everyPage } from '../app/everyPage'
import { today } from '../app/i18n/dates'
import { LIVE } from '../app/queries'
import { useSession } from '../app/session'
import { mandateState } from '../mandates/state'
import type { Season } from './types'

export function useSeason(id: string | undefined) {
  return useQuery({
    queryKey: ['seasons', 'one', id],
    queryFn: () => content(cluster.GET('/api/v1/seasons/{id}', { params: { path: { id: id as string } } })),
    enabled: id !== undefined,
    ...LIVE,
  })
}

/** Members of the season's cluster on any of its days. */
export function useSeasonMembers(season: Season | undefined) {
  return useQuery({
    queryKey: ['clusters', 'members', 'season', season?.clusterId, season?.from, season?.to],
    queryFn: async () => {
      const { clusterId, from, to } = season as Season
      const members = await everyPage((after) =>
        content(
          cluster.GET('/api/v1/clusters/{id}/members', {
            params: { path: { id: clusterId }, query: { asOf: 'all', after, limit: 200 } as never },
          }),
        ),
      )
      return members.filter((member) => member.from <= to && (member.to === null || member.to >= from))
    },
    enabled: season !== undefined,
    staleTime: 30_000,
  })
}

const OFFICE: Role[] = ['STANDING_OFFICER', 'ADMINISTRATOR']
const OWN: Role[] = ['UNIT_OFFICER', 'UNIT_LEADER']

export interface SeasonRights {
  /** The organiser's office alone. */
  office: boolean
  /** The organiser's office, or the people of the unit that heads this season. */
  whole: boolean
  /** The person works for this member. */
  own(unitId: string): boolean
  /** The person leads this member. */
  leads(unitId: string): boolean
  /** Verifies for others. */
  verifies: boolean
}

/** What the person's mandates promise in this season; the service has the last word. */
export function useSeasonRights(season: Season | undefined): SeasonRights {
  const { me } = useSession()
  return useMemo(() => {
    const active = me.mandates.filter(
      (m) => mandateState(m, today()) === 'active' && (!caller.actingAs || m.id === caller.actingAs),
    )
    const heads = season?.headships.filter((h) => h.role === 'HEAD').map((h) => h.unitId) ?? []
    const whole = active.some(
      (m) => OFFICE.includes(m.role) || (OWN.includes(m.role) && heads.includes(m.unitId)),
    )
    return {
      office: active.some((m) => OFFICE.includes(m.role)),
      whole,
      own: (unitId) => active.some((m) => OWN.includes(m.role) && m.unitId === unitId),
      leads: (unitId) => active.some((m) => m.role === 'UNIT_LEADER' && m.unitId === unitId),
      verifies: whole || active.some((m) => m.role === 'VERIFIER'),
    }
  }, [me, season])
}
