import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { content, indicator } from '../api/client'
import type { Intention } from '../api/intention'
import { patiently } from '../api/patience'
import type { paths as Indicator } from '../api/schema/indicator'
import type { Success } from '../api/types'
import { type Sent, tellingProgress } from '../api/upload'
import { nextPage } from '../app/queries'

export type ValueImport = Success<Indicator['/api/v1/value-imports/{id}']['get']>
export type ImportedRow = Success<Indicator['/api/v1/value-imports/{id}/rows']['get']>['items'][number]
export type ImportedLine = Success<Indicator['/api/v1/value-imports/{id}/lines']['get']>['items'][number]

export const isGoing = ({ state }: ValueImport) => state === 'WAITING' || state === 'RUNNING'

const EVERY = { going: 1_000, still: 10_000 }

/** One's own, the newest first; asked often while one of them is going on. */
export function useValueImports() {
  return useQuery({
    queryKey: ['imports'],
    queryFn: async () =>
      (await content(indicator.GET('/api/v1/value-imports', { params: { query: { limit: 50 } } }))).items,
    refetchInterval: ({ state }) => (state.data?.some(isGoing) ? EVERY.going : EVERY.still),
  })
}

export function useRefusedRows(id: string, refused: number) {
  return useInfiniteQuery({
    queryKey: ['imports', id, 'refused', refused],
    queryFn: ({ pageParam }) =>
      content(
        indicator.GET('/api/v1/value-imports/{id}/rows', {
          params: { path: { id }, query: { outcome: 'REFUSED', limit: 50, after: pageParam } },
        }),
      ),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (last) => {
      const next = nextPage(last)
      return next === null ? undefined : Number(next)
    },
  })
}

export function useRefusedLines(id: string, refused: number) {
  return useInfiniteQuery({
    queryKey: ['imports', id, 'lines', refused],
    queryFn: ({ pageParam }) =>
      content(
        indicator.GET('/api/v1/value-imports/{id}/lines', {
          params: { path: { id }, query: { refused: true, limit: 50, after: pageParam } },
        }),
      ),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (last) => {
      const next = nextPage(last)
      return next === null ? undefined : Number(next)
    },
  })
}

/** Sends a workbook to be judged; nothing of it is saved. */
export function tryWorkbook(
  file: File,
  periodId: string,
  key: ReturnType<Intention['headersFor']>,
  onSent: Sent,
) {
  const send = tellingProgress(onSent)
  return content(
    indicator.POST('/api/v1/value-imports/sheet', {
      fetch: (request) => patiently(send, request),
      params: { query: { periodId, mode: 'DRY_RUN' } },
      body: file as never,
      bodySerializer: (body: unknown) => body as Blob,
      headers: {
        ...key,
        'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      },
    }),
  )
}

/** Saves what was right of a workbook that was judged. */
export function saveTried(id: string, key: ReturnType<Intention['headersFor']>) {
  return content(
    indicator.POST('/api/v1/value-imports/{id}/saving', { params: { path: { id } }, headers: key }),
  )
}

/** Sends the text of a file as it is, so that no digit of its numbers is lost on the way. */
export function postValues(text: string, key: ReturnType<Intention['headersFor']>) {
  return content(
    indicator.POST('/api/v1/value-imports', {
      body: text as never,
      bodySerializer: (body: unknown) => body as string,
      headers: { ...key, 'Content-Type': 'application/json' },
    }),
  )
}

export function cancelImport(id: string, key: ReturnType<Intention['headersFor']>) {
  return content(
    indicator.POST('/api/v1/value-imports/{id}/cancellation', { params: { path: { id } }, headers: key }),
  )
}
