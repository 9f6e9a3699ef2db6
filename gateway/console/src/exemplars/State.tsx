import { Tag } from 'antd'
import type { Exemplar, Replication } from '../api/types'
import { useI18n } from '../app/i18n'

const COLOURS = {
  PROPOSED: 'warning',
  VERIFIED: 'processing',
  PUBLISHED: 'success',
  REFUSED: 'error',
  WITHDRAWN: 'default',
} as const

export function ExemplarState({ state }: { state: Exemplar['state'] }) {
  const { t } = useI18n()
  return (
    <Tag color={COLOURS[state]} data-testid={`exemplar-${state}`}>
      {t(`exemplars.state.${state}`)}
    </Tag>
  )
}

const COURSES = { UNDER_WAY: 'processing', ESTABLISHED: 'success', GIVEN_UP: 'default' } as const

export function Course({ state }: { state: Replication['state'] }) {
  const { t } = useI18n()
  return (
    <Tag color={COURSES[state]} data-testid={`course-${state}`}>
      {t(`exemplars.course.${state}`)}
    </Tag>
  )
}
