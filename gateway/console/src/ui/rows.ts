import type { InfiniteData, UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query'
import type { Page } from '../api/types'
import type { Rows } from './DataTable'

/** The pages of a list query as one list for a table. */
export function rowsOf<Row>(query: UseInfiniteQueryResult<InfiniteData<Page<Row>>>): Rows<Row> {
  return {
    rows: query.data?.pages.flatMap((page) => page.items),
    failure: query.error,
    loadedAt: query.dataUpdatedAt,
    retry: () => query.refetch(),
    more: {
      available: query.hasNextPage,
      loading: query.isFetchingNextPage,
      load: () => query.fetchNextPage(),
    },
  }
}

/** A list that comes whole. */
export function wholeList<Row>(query: UseQueryResult<Row[]>): Rows<Row> {
  return {
    rows: query.data,
    failure: query.error,
    loadedAt: query.dataUpdatedAt,
    retry: () => query.refetch(),
  }
}
