import { Tag } from 'antd'
import { useI18n } from '../app/i18n'
import type { Decision, Finding, NominationRow } from './types'

const nominationColours = {
  DRAFT: 'default',
  SUBMITTED: 'processing',
  OPINION_GIVEN: 'warning',
  DECIDED: 'success',
  REFUSED: 'error',
} as const

export function NominationState({ state }: { state: NominationRow['state'] }) {
  const { t } = useI18n()
  return (
    <Tag color={nominationColours[state]} data-testid={`nomination-state-${state}`}>
      {t(`nomination.state.${state}`)}
    </Tag>
  )
}

const decisionColours = { DRAFT: 'default', SIGNED: 'processing', ISSUED: 'success' } as const

export function DecisionState({ state }: { state: Decision['state'] }) {
  const { t } = useI18n()
  return (
    <Tag color={decisionColours[state]} data-testid={`decision-state-${state}`}>
      {t(`decision.state.${state}`)}
    </Tag>
  )
}

const outcomeColours = { MET: 'success', NOT_MET: 'error', UNKNOWN: 'warning' } as const

/** @param declared that somebody has vouched by name for what cannot be known */
export function Outcome({ outcome, declared }: { outcome: Finding['outcome']; declared: boolean }) {
  const { t } = useI18n()
  return (
    <Tag
      color={declared ? 'processing' : outcomeColours[outcome]}
      data-testid={`outcome-${outcome}`}
      data-declared={declared}
    >
      {t(declared ? 'finding.vouched' : `finding.${outcome}`)}
    </Tag>
  )
}
