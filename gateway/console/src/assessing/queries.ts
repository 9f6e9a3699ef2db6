import { useQuery } from '@tanstack/react-query'
import { content, ifMatch, indicator } from '../api/client'
import type { paths as Indicator } from '../api/schema/indicator'
import type { Success } from '../api/types'
import { LIVE } from '../app/queries'
import type { Saved } from '../ui/sheet/autosave'

export type Assessments = Success<Indicator['/api/v1/scores/{scoresheetId}/assessments']['get']>
export type AssessedUnit = Assessments['units'][number]

/** What was entered by hand, with the reason that was given. */
export type Entry = { value: number | null; notApplicable: boolean; reason: string | null }

export const EMPTY: Saved<Entry> = { values: { value: null, notApplicable: false, reason: null }, version: 0 }

export function getAssessments(scoresheetId: string): Promise<Assessments> {
  return content(
    indicator.GET('/api/v1/scores/{scoresheetId}/assessments', { params: { path: { scoresheetId } } }),
  )
}

/** What was assessed of the whole cluster, for those who run its season. */
export function useAssessments(scoresheetId: string | undefined, mayAsk: boolean) {
  return useQuery({
    queryKey: ['scores', 'assessments', scoresheetId],
    queryFn: () => getAssessments(scoresheetId as string),
    enabled: mayAsk && scoresheetId !== undefined,
    ...LIVE,
  })
}

export function entryOf(unit: AssessedUnit | undefined, code: string): Saved<Entry> {
  const found = unit?.values.find((one) => one.code === code)?.assessment
  return found
    ? {
        values: { value: found.value, notApplicable: found.notApplicable, reason: found.reason },
        version: found.revision,
      }
    : EMPTY
}

/** @returns with what was saved the unit as it stands now; null for who may write and not read */
export async function writeEntry(
  scoresheetId: string,
  unitId: string,
  criterionCode: string,
  entry: Entry,
  version: number,
): Promise<{ saved: Saved<Entry>; unit: AssessedUnit | null }> {
  const { revision, unit } = await content(
    indicator.PUT('/api/v1/scores/{scoresheetId}/{unitId}/{criterionCode}/assessment', {
      params: { path: { scoresheetId, unitId, criterionCode } },
      body: {
        value: entry.notApplicable ? null : entry.value,
        notApplicable: entry.notApplicable,
        reason: entry.reason ?? '',
      },
      headers: ifMatch(version),
    }),
  )
  return { saved: { values: entry, version: revision }, unit }
}
