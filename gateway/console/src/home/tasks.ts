import { useQuery } from '@tanstack/react-query'
import { award, cluster, content, indicator } from '../api/client'
import type { IndicatorTask, Task } from '../api/types'
import { useI18n } from '../app/i18n'
import type { AwardTask } from '../awards/types'

/** Where a task is done: the page on which its button is. */
export function placeOf(task: Pick<Task, 'code' | 'seasonId' | 'aboutId' | 'unitId'>): string {
  const season = `/seasons/${task.seasonId}`
  switch (task.code) {
    case 'COMPACT_SIGN':
    case 'COMPACT_SIGNED':
      return `${season}?tab=compact`
    case 'DRAFT_VOTE':
    case 'REGULATION_ADOPTED':
      return `${season}?tab=regulation`
    case 'KEY_TASK':
      return `${season}?tab=tasks`
    case 'MOVEMENT_CLOSE':
    case 'MOVEMENT_REPORT':
    case 'MOVEMENT_REVIEW':
      return task.aboutId ? `/movements/${task.aboutId}` : '/movements'
    case 'EXEMPLAR_VERIFY':
      return `/exemplars/${task.aboutId}`
    case 'FINDING_REMEDY':
    case 'FINDING_CLOSE':
      return `${season}?tab=inspections`
    case 'DRAFT_LAID':
    case 'DRAFT_COMMENT':
    case 'DRAFT_ANSWER':
      return task.aboutId ? `/drafts/${task.aboutId}` : season
    case 'REPORT_SUBMIT':
    case 'REPORT_RETURNED':
      return task.aboutId ? `/periods/${task.aboutId}/own/${task.unitId}` : `${season}/reports`
    case 'BALLOT_CAST':
    case 'CONFERENCE_INVITED':
    case 'CONFERENCE_CHANGED':
    case 'CONFERENCE_UNINVITED':
    case 'CONFERENCE_ANSWER':
      return task.aboutId ? `/conferences/${task.aboutId}` : season
    default:
      return season
  }
}

export function placeOfIndicators(task: Pick<IndicatorTask, 'code' | 'seasonId' | 'aboutId'>): string {
  const season = `/seasons/${task.seasonId}`
  return task.code === 'REPORT_ACCEPT' ? `${season}/reports?period=${task.aboutId}` : `${season}/targets`
}

export function placeOfAward(task: Pick<AwardTask, 'code' | 'aboutId'>): string {
  switch (task.code) {
    case 'NOMINATION_SUBMIT':
      return `/nominations/${task.aboutId}`
    case 'DECISION_SIGN':
    case 'DECISION_NUMBER':
      return `/decisions/${task.aboutId}`
    case 'DECISION_DRAFT':
      return '/awards?tab=decisions'
    case 'OPINION_RECORD':
      return '/awards?tab=nominations'
  }
}

// Often enough to see a vote open, seldom enough to cost nothing.
const PACE = { refetchInterval: 15_000 } as const

/** What waits for the person in the seasons of its units: late things, then those without a day, then by day. */
export function useTasks() {
  const { language } = useI18n()
  return useQuery({
    queryKey: ['tasks', language],
    queryFn: () => content(cluster.GET('/api/v1/tasks')).then((page) => page.items),
    ...PACE,
  })
}

/** What waits for the person between a target and the accepted report. */
export function useIndicatorTasks() {
  return useQuery({
    queryKey: ['indicator-tasks'],
    queryFn: () => content(indicator.GET('/api/v1/indicator-tasks')).then((page) => page.items),
    ...PACE,
  })
}

/** What waits for the person on the way from nomination to award document. */
export function useAwardTasks() {
  return useQuery({
    queryKey: ['award-tasks'],
    queryFn: () => content(award.GET('/api/v1/award-tasks')).then((page) => page.items),
    ...PACE,
  })
}
