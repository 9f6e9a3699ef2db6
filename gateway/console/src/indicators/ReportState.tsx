import { Tag } from 'antd'
import { useI18n } from '../app/i18n'
import type { ReportRowState } from './reportTypes'

const colours = {
  NOT_STARTED: 'default',
  IN_WORK: 'processing',
  LATE: 'error',
  SUBMITTED: 'gold',
  RETURNED: 'warning',
  ACCEPTED: 'success',
} as const

export function ReportState({ state }: { state: ReportRowState }) {
  const { t } = useI18n()
  return (
    <Tag color={colours[state]} data-testid={`report-state-${state}`}>
      {t(`report.state.${state}`)}
    </Tag>
  )
}
