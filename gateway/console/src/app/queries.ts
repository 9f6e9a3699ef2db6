import { QueryClient } from '@tanstack/react-query'
import { ApiFailure } from '../api/failure'

/** Visible lists and details ask again this often, so that a colleague's change appears by itself. */
export const LIVE = { refetchInterval: 5_000 } as const

export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: (count, error) => error instanceof ApiFailure && error.passing && count < 1,
        retryDelay: 600,
        staleTime: 1_000,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}

export const firstPage = null as string | null
export const nextPage = (last: { next: string | null }) => last.next
