import { Alert } from 'antd'
import { useI18n } from '../app/i18n'
import type { Season } from '../indicators/types'
import { ReplayOf } from '../scrutiny/ReplayPage'

/** The draft tried on a season that is over, once it can be counted by. */
export function TrialOnPast({
  season,
  findings,
  unsaved,
}: {
  season: Season
  findings: number
  unsaved: boolean
}) {
  const { t } = useI18n()
  if (findings > 0) {
    return (
      <Alert
        type="warning"
        showIcon
        title={t('design.trial.faults', { n: findings })}
        data-testid="trial-faults"
      />
    )
  }
  return unsaved ? (
    <Alert type="info" showIcon title={t('design.trial.unsaved')} />
  ) : (
    <ReplayOf season={season} />
  )
}
