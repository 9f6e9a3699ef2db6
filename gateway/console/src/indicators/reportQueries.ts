import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import { content, ifMatch, indicator } from '../api/client'
import { ApiFailure } from '../api/failure'
import { Intention } from '../api/intention'
import type { paths as Indicator } from '../api/schema/indicator'
import type { Success } from '../api/types'
import { everyPage } from '../app/everyPage'
import { LIVE } from '../app/queries'
import type { Saved } from '../ui/sheet/autosave'
import type { Outcome, Parcel } from '../ui/sheet/blockDoor'
import { type Figure, figureOf } from './clusterWork'
import { type Check, checkOf, type Row, rowOf, typedOf } from './report'
import type { Report, ReportCell } from './reportTypes'

export function usePeriods(seasonId: string) {
  return useQuery({
    queryKey: ['periods', seasonId],
    queryFn: async () =>
      (await content(indicator.GET('/api/v1/periods', { params: { query: { seasonId } } }))).items,
    ...LIVE,
  })
}

export function usePeriod(id: string | undefined) {
  return useQuery({
    queryKey: ['periods', 'one', id],
    queryFn: () => content(indicator.GET('/api/v1/periods/{id}', { params: { path: { id: id as string } } })),
    enabled: id !== undefined,
    ...LIVE,
  })
}

export function useReports(periodId: string) {
  return useQuery({
    queryKey: ['reports', 'of', periodId],
    queryFn: () =>
      everyPage((after) =>
        content(indicator.GET('/api/v1/reports', { params: { query: { periodId, after, limit: 200 } } })),
      ),
    ...LIVE,
  })
}

export function getReport(id: string): Promise<Report> {
  return content(indicator.GET('/api/v1/reports/{id}', { params: { path: { id } } }))
}

/** What the service's checks find, asked anew each time, as the report may have changed since. */
export function useFindings(id: string) {
  return useQuery({
    queryKey: ['reports', 'checks', id],
    queryFn: () => content(indicator.GET('/api/v1/reports/{id}/checks', { params: { path: { id } } })),
    staleTime: 0,
  })
}

/** The unit's report of that period, which comes into being with the first who opens it. */
export async function beginReport(periodId: string, unitId: string, intention: Intention) {
  const body = { periodId, unitId }
  return (await content(indicator.POST('/api/v1/reports', { body, headers: intention.headersFor(body) })))
    .report
}

export function useReport(id: string) {
  return useQuery({ queryKey: ['reports', 'one', id], queryFn: () => getReport(id), ...LIVE })
}

export async function writeCell(
  id: string,
  indicatorId: string,
  row: Row,
  version: number,
): Promise<Saved<Row>> {
  const { actuality, explanation, evidence, notApplicable, reached, ...saved } = await content(
    indicator.PUT('/api/v1/reports/{id}/cells/{indicatorId}', {
      params: { path: { id, indicatorId } },
      body: row,
      headers: ifMatch(version),
    }),
  )
  return {
    values: {
      ...typedOf(saved),
      reached,
      notApplicable,
      actuality,
      explanation,
      evidence: [...evidence].sort(),
    },
    version: saved.version,
  }
}

/** What the service takes in one request. */
export const MOST_IN_A_BLOCK = 500

/** Saves many cells of a report in one request; each is answered for itself. */
export async function writeBlock(id: string, parcels: Parcel<Row>[]): Promise<Outcome<Row>[]> {
  const body = {
    cells: parcels.map(({ key, values, version }) => ({
      indicatorId: key,
      version,
      ...values,
      withoutExplanation: values.explanation === null,
    })),
  }
  const { results } = await content(
    indicator.POST('/api/v1/reports/{id}/cells', {
      params: { path: { id } },
      body,
      headers: new Intention().headersFor(body),
    }),
  )
  return results.map((result): Outcome<Row> => outcomeOf(result, rowOf))
}

type BlockResult = Success<Indicator['/api/v1/reports/{id}/cells']['post']>['results'][number]

/** What the service made of one cell. */
function outcomeOf<V>(
  { outcome, cell, errors }: BlockResult,
  as: (told: Pick<ReportCell, 'cell'>) => Saved<V>,
): Outcome<V> {
  const there = cell && as({ cell })
  if (outcome === 'STALE') return { kind: 'stale', theirs: there }
  if (outcome === 'REFUSED' || !there) {
    const [first] = errors
    const problem = { type: '/problems/invalid', title: first?.detail ?? '', status: 422, errors }
    return { kind: 'refused', failure: new ApiFailure(422, problem) }
  }
  return { kind: 'saved', saved: there }
}

/** How long saving has to pause before what follows from it is asked for: a report is short, a whole cluster is long. */
export const PAUSE_MS = { report: 500, cluster: 2_000 }

/** Asks anew for whatever shows reports once saving pauses, and not after every cell; when the page is left, at once. */
export function useAskAnew(pause: number): () => void {
  const queries = useQueryClient()
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  const ask = useCallback(() => {
    clearTimeout(waiting.current)
    waiting.current = undefined
    queries.invalidateQueries({ queryKey: ['reports'] })
  }, [queries])
  useEffect(
    () => () => {
      if (waiting.current !== undefined) ask()
    },
    [ask],
  )
  return useCallback(() => {
    clearTimeout(waiting.current)
    waiting.current = setTimeout(ask, pause)
  }, [ask, pause])
}

/** A period's reports side by side, of every member that the person sees. */
export function useClusterGrid(periodId: string) {
  return useQuery({
    queryKey: ['reports', 'grid', periodId],
    queryFn: () =>
      content(indicator.GET('/api/v1/periods/{id}/grid', { params: { path: { id: periodId } } })),
    // A whole cluster is asked for less often than one report: it is long, and mostly read.
    refetchInterval: ({ state }) =>
      (state.data?.units.length ?? 0) * (state.data?.indicators.length ?? 0) > 1_000 ? 60_000 : 20_000,
  })
}

/** Saves numbers of one report; explanations and evidence stay as they are. */
export async function writeFigures(id: string, parcels: Parcel<Figure>[]): Promise<Outcome<Figure>[]> {
  const body = {
    cells: parcels.map(({ key, values, version }) => ({
      indicatorId: key.split('~')[1] as string,
      version,
      ...values,
    })),
  }
  const { results } = await content(
    indicator.POST('/api/v1/reports/{id}/cells', {
      params: { path: { id } },
      body,
      headers: new Intention().headersFor(body),
    }),
  )
  return results.map((result): Outcome<Figure> => outcomeOf(result, savedFigure))
}

const savedFigure = ({ cell }: Pick<ReportCell, 'cell'>): Saved<Figure> => ({
  values: figureOf(cell),
  version: cell.version,
})

export async function readFigure(id: string, indicatorId: string): Promise<Saved<Figure>> {
  return savedFigure(cellOf(await getReport(id), indicatorId))
}

function cellOf(report: Report, indicatorId: string) {
  const cell = report.rows.find((one) => one.indicatorId === indicatorId)
  if (!cell) throw new ApiFailure(404, null)
  return cell
}

export async function readCell(id: string, indicatorId: string): Promise<Saved<Row>> {
  return rowOf(cellOf(await getReport(id), indicatorId))
}

export async function writeCheck(
  id: string,
  indicatorId: string,
  check: Check,
  headers: { 'Idempotency-Key': string },
): Promise<Saved<Check>> {
  if (check.value === null) throw new ApiFailure(422, null)
  return checkOf(
    await content(
      indicator.POST('/api/v1/reports/{id}/verifications', {
        params: { path: { id } },
        body: { indicatorId, value: check.value, reason: check.reason },
        headers,
      }),
    ),
  )
}

export async function readCheck(id: string, indicatorId: string): Promise<Saved<Check>> {
  return checkOf(cellOf(await getReport(id), indicatorId))
}
