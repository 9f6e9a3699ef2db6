import { useQuery } from '@tanstack/react-query'
import { caller, cluster, content, indicator } from '../api/client'
import type { Me, Season } from '../api/types'
import { everyPage } from '../app/everyPage'
import { today } from '../app/i18n/dates'
import { useSession } from '../app/session'
import { unitsHeldAs } from '../mandates/work'

/** One thing that waits for the person, with the address where it is done. */
export interface Call {
  key: string
  kind: 'compact' | 'election' | 'deliberation' | 'period'
  unitName: string
  /** What it belongs to, for the second line. */
  about: string
  to: string
  /** The period's name and deadline. */
  period?: string
  dueAt?: string
}

interface Place {
  unitId: string
  unitName: string
  leads: boolean
  season: Season
}

/** Often enough to see a session open, seldom enough to cost nothing. */
const EVERY = { refetchInterval: 15_000 } as const

/** The units the person works for, each once. */
function ownUnits(me: Me): { unitId: string; unitName: string; leads: boolean }[] {
  const led = new Set(unitsHeldAs(me, caller.actingAs, today(), ['UNIT_LEADER']))
  const own = new Set(unitsHeldAs(me, caller.actingAs, today(), ['UNIT_OFFICER', 'UNIT_LEADER']))
  const names = new Map(me.mandates.map((mandate) => [mandate.unitId, mandate.unitName]))
  return [...own].map((unitId) => ({
    unitId,
    unitName: names.get(unitId) ?? '',
    leads: led.has(unitId),
  }))
}

/** The living, open seasons in which these units are members today. */
async function placesOf(units: ReturnType<typeof ownUnits>): Promise<Place[]> {
  const found = await Promise.all(
    units.map(async (unit) => {
      const { items: clusters } = await content(
        cluster.GET('/api/v1/clusters', { params: { query: { memberId: unit.unitId, asOf: today() } } }),
      )
      const seasons = await Promise.all(
        clusters.map((one) =>
          everyPage<Season>((after) =>
            content(
              cluster.GET('/api/v1/seasons', { params: { query: { clusterId: one.id, after, limit: 200 } } }),
            ),
          ),
        ),
      )
      return seasons
        .flat()
        .filter((season) => season.mode === 'LIVE' && season.state === 'OPEN')
        .map((season) => ({ ...unit, season }))
    }),
  )
  return found.flat()
}

const about = (place: Place) => `${place.season.clusterName}, ${place.season.name}`

/** What a leader has to sign and to vote on: three questions a season, one more where a compact is being signed. */
async function signaturesAndVotes(places: Place[]): Promise<Call[]> {
  const calls = await Promise.all(
    places
      .filter((place) => place.leads)
      .map(async (place): Promise<Call[]> => {
        const seasonId = place.season.id
        const [compacts, elections, deliberations] = await Promise.all([
          content(cluster.GET('/api/v1/compacts', { params: { query: { seasonId, limit: 1 } } })),
          content(cluster.GET('/api/v1/elections', { params: { query: { seasonId } } })),
          content(cluster.GET('/api/v1/deliberations', { params: { query: { seasonId, limit: 1 } } })),
        ])
        const signing = compacts.items.find((one) => one.status === 'SIGNING')
        const board = signing
          ? (await content(cluster.GET('/api/v1/compacts/{id}', { params: { path: { id: signing.id } } })))
              .board
          : []
        return [
          ...board
            .filter((one) => one.unitId === place.unitId && !one.signedAt)
            .map(
              (): Call => ({
                key: `compact-${seasonId}-${place.unitId}`,
                kind: 'compact',
                unitName: place.unitName,
                about: about(place),
                to: `/seasons/${seasonId}?tab=compact`,
              }),
            ),
          ...elections.items
            .filter(
              (one) =>
                one.status === 'OPEN' &&
                one.voters.some((voter) => voter.unitId === place.unitId && !voter.voted),
            )
            .map(
              (one): Call => ({
                key: `election-${one.id}-${place.unitId}`,
                kind: 'election',
                unitName: place.unitName,
                about: one.title,
                to: `/conferences/${one.conferenceId}`,
              }),
            ),
          ...deliberations.items
            .filter(
              (one) =>
                one.status === 'VOTING' &&
                one.voters.some((voter) => voter.unitId === place.unitId && voter.choice === null),
            )
            .map(
              (one): Call => ({
                key: `deliberation-${one.id}-${place.unitId}`,
                kind: 'deliberation',
                unitName: place.unitName,
                about: one.title,
                to: `/seasons/${seasonId}?tab=regulation`,
              }),
            ),
        ]
      }),
  )
  return calls.flat()
}

/** Reporting periods that are open now, by the platform's clock. */
async function openPeriods(places: Place[]): Promise<Call[]> {
  const calls = await Promise.all(
    places.map(async (place) => {
      const periods = await content(
        indicator.GET('/api/v1/periods', { params: { query: { seasonId: place.season.id } } }),
      )
      return periods.items
        .filter((period) => period.state === 'OPEN' || period.state === 'GRACE')
        .map(
          (period): Call => ({
            key: `period-${period.id}-${place.unitId}`,
            kind: 'period',
            unitName: place.unitName,
            about: about(place),
            to: `/seasons/${place.season.id}/reports`,
            period: period.name,
            dueAt: period.dueAt,
          }),
        )
    }),
  )
  return calls.flat()
}

/** Everything that waits for the person; null while it is no member of anything and the question does not arise. */
export function useWaiting() {
  const { me, may } = useSession()
  const units = ownUnits(me)
  const asks = units.length > 0 && may('CLUSTERS_READ')
  const places = useQuery({
    queryKey: ['waiting', 'places', units],
    queryFn: () => placesOf(units),
    enabled: asks,
    ...EVERY,
  })
  const known = places.data ?? []
  const key = known.map((place) => [place.season.id, place.unitId, place.season.version])
  const enabled = asks && places.data !== undefined
  const calls = useQuery({
    queryKey: ['waiting', 'calls', key],
    queryFn: () => signaturesAndVotes(known),
    enabled,
    ...EVERY,
  })
  const periods = useQuery({
    queryKey: ['waiting', 'periods', key],
    queryFn: () => openPeriods(known),
    enabled,
    ...EVERY,
  })
  return { asks, parts: [places, calls, periods], calls: [...(calls.data ?? []), ...(periods.data ?? [])] }
}
