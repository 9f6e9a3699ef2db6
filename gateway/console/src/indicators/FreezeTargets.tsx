import { Alert } from 'antd'
import { content, indicator } from '../api/client'
import { useI18n } from '../app/i18n'
import { TypedConfirmation } from '../ui/TypedConfirmation'
import type { missing, TargetIndicator } from './targets'
import type { Agreement, Member, Season } from './types'

interface Props {
  season: Season
  units: Member[]
  indicators: TargetIndicator[]
  gaps: ReturnType<typeof missing>
  /** Proposed and not approved yet: nothing is frozen before. */
  open: Agreement[]
  /** Cells typed but not on the server: they would not be in the frozen text. */
  unsaved: number
  onDone(): void
  onClose(): void
}

/** Freezing cannot be undone, so what follows from it and what is still empty is told first. */
export function FreezeTargets({ season, units, indicators, gaps, open, unsaved, onDone, onClose }: Props) {
  const { t } = useI18n()
  const empty = gaps.reduce((sum, gap) => sum + gap.indicators.length, 0)
  return (
    <TypedConfirmation
      title={t('targets.freeze.title')}
      words={season.name}
      okLabel={t('targets.freeze')}
      blocked={unsaved > 0 || open.length > 0}
      onClose={onClose}
      onConfirm={async (headers) => {
        await content(
          indicator.POST('/api/v1/targets/{seasonId}/freeze', {
            params: { path: { seasonId: season.id } },
            headers,
          }),
        )
        onDone()
      }}
      testId="freeze-confirmation"
    >
      <p>{t('targets.freeze.text', { indicators: indicators.length, units: units.length })}</p>
      <ul>
        <li>• {t('targets.freeze.1')}</li>
        <li>• {t('targets.freeze.2')}</li>
        <li>• {t('targets.freeze.3')}</li>
        <li>• {t('targets.freeze.4')}</li>
      </ul>
      {open.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={t('targets.freeze.open', { n: open.length })}
          description={open.map((one) => one.unitName ?? '…').join(', ')}
          data-testid="freeze-open"
        />
      )}
      {unsaved > 0 && <Alert type="error" showIcon title={t('targets.freeze.unsaved', { n: unsaved })} />}
      {empty > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('targets.freeze.empty', { n: empty })}
          description={
            <ul>
              {gaps.map((gap) => (
                <li key={gap.member.unitId}>
                  <strong>{gap.member.unitName}</strong>: {gap.indicators.map((one) => one.code).join(', ')}
                </li>
              ))}
            </ul>
          }
        />
      )}
    </TypedConfirmation>
  )
}
