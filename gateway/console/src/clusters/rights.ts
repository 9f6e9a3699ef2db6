import { caller } from '../api/client'
import type { Ability, Season } from '../api/types'
import { useI18n } from '../app/i18n'
import { today } from '../app/i18n/dates'
import { useSession } from '../app/session'
import { unitsHeldAs } from '../mandates/work'
import { leadersOf } from './overview'

/** Those units among `units` whose leader the person is: for them it signs and votes. */
export function useLedAmong(units: string[]): string[] {
  const { me } = useSession()
  const led = unitsHeldAs(me, caller.actingAs, today(), ['UNIT_LEADER'])
  return units.filter((unit) => led.includes(unit))
}

/** Those units among `units` for which the person may comment on a draft. */
export function useSpokenFor(units: string[]): string[] {
  const { me } = useSession()
  const own = unitsHeldAs(me, caller.actingAs, today(), ['UNIT_OFFICER', 'UNIT_LEADER'])
  return units.filter((unit) => own.includes(unit))
}

/**
 * Why the person may not act for the cluster in any of these seasons, in words; undefined when it may try. The service decides:
 * here only what is surely refused is locked, so that nobody fills a form in vain.
 */
function useLock(seasons: Season[], organisers: Ability): string | undefined {
  const { t } = useI18n()
  const { me, may } = useSession()
  if (may(organisers)) return undefined
  const own = unitsHeldAs(me, caller.actingAs, today(), ['UNIT_OFFICER', 'UNIT_LEADER'])
  const leads = seasons.some((season) => own.includes(leadersOf(season).head?.unitId ?? ''))
  return leads && may('SEASONS_LEAD') ? undefined : t('seasons.lock')
}

/** For the organiser and the head of the season. */
export function useSeasonLock(season: Season): string | undefined {
  return useLock([season], 'CLUSTERS_WRITE')
}

/** A meeting may serve several seasons: heading one of them is enough to try. */
export function useConferenceLock(seasons: Season[]): string | undefined {
  return useLock(seasons, 'CLUSTERS_WRITE')
}

/** Elections are run by the organiser's standing officer or the head; who administers the platform has no part in a vote. */
export function useElectionLock(seasons: Season[]): string | undefined {
  return useLock(seasons, 'ELECTIONS_RUN')
}
