import { Tag } from 'antd'
import type { Mandate } from '../api/types'
import { useI18n } from '../app/i18n'
import { today } from '../app/i18n/dates'
import { type MandateState, mandateState } from './state'

const colours: Record<MandateState, string> = {
  active: 'success',
  future: 'processing',
  ended: 'default',
  withdrawn: 'error',
}

export function MandateStateTag({ mandate }: { mandate: Mandate }) {
  const { t } = useI18n()
  const state = mandateState(mandate, today())
  return (
    <Tag color={colours[state]} data-testid={`mandate-state-${state}`}>
      {t(`mandate.state.${state}`)}
    </Tag>
  )
}
