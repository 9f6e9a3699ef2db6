import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { cluster, content, ifMatch, indicator } from '../api/client'
import type { paths as Indicator } from '../api/schema/indicator'
import type { Success, UnitKind } from '../api/types'
import { everyPage } from '../app/everyPage'
import type { Scoresheet } from '../indicators/scoreTypes'
import type { Saved } from '../ui/sheet/autosave'
import { type Criterion, type Draft, draftOf } from './draft'
import type { Example } from './examples'

export type Trial = Success<Indicator['/api/v1/scoresheets/{id}/trials']['post']>
export type Finding = Trial['findings'][number]

export function savedOf(sheet: Scoresheet): Saved<Draft> {
  return { values: draftOf(sheet), version: sheet.version }
}

export function getSheet(id: string): Promise<Scoresheet> {
  return content(indicator.GET('/api/v1/scoresheets/{id}', { params: { path: { id } } }))
}

export async function writeSheet(sheet: Scoresheet, draft: Draft, version: number): Promise<Saved<Draft>> {
  return savedOf(
    await content(
      indicator.PUT('/api/v1/scoresheets/{id}', {
        params: { path: { id: sheet.id } },
        body: { ...draft, seasonId: sheet.seasonId, periodId: sheet.periodId },
        headers: ifMatch(version),
      }),
    ),
  )
}

/** What stands against freezing the sheet as it was saved in that version. */
export function useChecks(id: string, version: number) {
  return useQuery({
    queryKey: ['scoresheets', 'checks', id, version],
    queryFn: () => content(indicator.GET('/api/v1/scoresheets/{id}/checks', { params: { path: { id } } })),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
}

/** A criterion counted by the service itself, saved or not. */
export function useTrial(id: string, criterion: Criterion, examples: Example[]) {
  return useQuery({
    queryKey: ['scoresheets', 'trial', id, criterion, examples],
    queryFn: () =>
      content(
        indicator.POST('/api/v1/scoresheets/{id}/trials', {
          params: { path: { id } },
          body: {
            criterion,
            examples: examples.map(({ value, plan, inputs }) => ({ value, plan, inputs })),
          },
        }),
      ),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    gcTime: 60_000,
  })
}

/** Indicators of the catalogue, with the kind of number that each is. */
export function useCatalogue() {
  return useQuery({
    queryKey: ['indicators', 'catalogue'],
    queryFn: () =>
      everyPage((after) =>
        content(indicator.GET('/api/v1/indicators', { params: { query: { after, limit: 200 } } })),
      ),
    staleTime: 60_000,
  })
}

/** The kinds of units, by id, as far as they are known yet. */
export function useKinds(unitIds: string[]): Map<string, UnitKind> {
  return useQueries({
    queries: unitIds.map((id) => ({
      queryKey: ['units', 'one', id],
      queryFn: () => content(cluster.GET('/api/v1/units/{id}', { params: { path: { id } } })),
      staleTime: 300_000,
    })),
    combine: (answers) =>
      new Map(answers.flatMap(({ data }) => (data ? [[data.id, data.kind] as [string, UnitKind]] : []))),
  })
}
