import { useQuery } from '@tanstack/react-query'
import { content, ifMatch, indicator } from '../api/client'
import { ApiFailure } from '../api/failure'
import { everyPage } from '../app/everyPage'
import { LIVE } from '../app/queries'
import type { Saved } from '../ui/sheet/autosave'
import { type Check, checkOf, type Row, rowOf } from './report'
import type { Report } from './reportTypes'

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

export function useReport(id: string) {
  return useQuery({ queryKey: ['reports', 'one', id], queryFn: () => getReport(id), ...LIVE })
}

export async function writeCell(
  id: string,
  indicatorId: string,
  row: Row,
  version: number,
): Promise<Saved<Row>> {
  const { value, notApplicable, actuality, explanation, evidence, ...saved } = await content(
    indicator.PUT('/api/v1/reports/{id}/cells/{indicatorId}', {
      params: { path: { id, indicatorId } },
      body: row,
      headers: ifMatch(version),
    }),
  )
  return {
    values: { value, notApplicable, actuality, explanation, evidence: [...evidence].sort() },
    version: saved.version,
  }
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
