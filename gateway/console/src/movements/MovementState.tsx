import { Tag } from 'antd'
import type { Movement } from '../api/types'
import { useI18n } from '../app/i18n'

export function MovementState({ state }: { state: Movement['state'] }) {
  const { t } = useI18n()
  return (
    <Tag color={state === 'OPEN' ? 'processing' : 'default'} data-testid={`movement-${state}`}>
      {t(`movements.state.${state}`)}
    </Tag>
  )
}
