import { useQuery } from '@tanstack/react-query'
import { cluster, content } from '../api/client'
import type { Task } from '../api/types'
import { useI18n } from '../app/i18n'

/** Where a task is done: the page on which its button is. */
export function placeOf(task: Pick<Task, 'code' | 'seasonId' | 'aboutId'>): string {
  const season = `/seasons/${task.seasonId}`
  switch (task.code) {
    case 'COMPACT_SIGN':
    case 'COMPACT_SIGNED':
      return `${season}?tab=compact`
    case 'DRAFT_VOTE':
    case 'REGULATION_ADOPTED':
      return `${season}?tab=regulation`
    case 'REPORT_SUBMIT':
    case 'REPORT_RETURNED':
      return `${season}/reports`
    case 'BALLOT_CAST':
      return task.aboutId ? `/conferences/${task.aboutId}` : season
    default:
      return season
  }
}

/** What waits for the person: late things, then those without a day, then by day. */
export function useTasks() {
  const { language } = useI18n()
  return useQuery({
    queryKey: ['tasks', language],
    queryFn: () => content(cluster.GET('/api/v1/tasks')).then((page) => page.items),
    // Often enough to see a vote open, seldom enough to cost nothing.
    refetchInterval: 15_000,
  })
}
