import { Button, Tag } from 'antd'
import { memo } from 'react'
import { Link } from 'react-router'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { PageHeader } from '../ui/PageHeader'
import { ProvenanceMark } from '../ui/Provenance'
import { RoleLock } from '../ui/RoleLock'
import { useBusinessNow, windowWords } from './clock'
import { ReportSheet } from './ReportSheet'
import { ReportState } from './ReportState'
import type { Report } from './reportTypes'
import type { SeasonRights } from './season'
import type { Period, Season } from './types'

/** What is decided of a whole report. */
export type Decision = 'submit' | 'accept' | 'return'

interface Props {
  grid: Report
  season: Season
  period: Period
  /** When the period was told, in milliseconds of this machine. */
  told: number
  rights: SeasonRights
  /** Why this person may not write; null while they may. */
  lock: string | null
  /** Why nobody may write now; null while somebody may. */
  closed: string | null
  onDecide(decision: Decision): void
}

/** Whose report it is, how long there is for it, and what can be decided of it; not drawn anew for what is typed below. */
export const ReportHead = memo(function ReportHead(props: Props) {
  const { grid, season, period, told, rights, lock, closed, onDecide } = props
  const { report } = grid
  const { t } = useI18n()
  const formats = useFormats()
  const now = useBusinessNow(period, told)
  const inWork = ['NOT_STARTED', 'IN_WORK', 'LATE', 'RETURNED'].includes(report.state)
  const ownReport = rights.own(report.unitId) && !rights.office
  const judgeLock = !rights.whole ? t('report.lock.decide') : ownReport && t('report.lock.own')
  return (
    <PageHeader
      title={report.unitName ?? '…'}
      above={
        <>
          <Link to={`/seasons/${season.id}/reports`}>
            {season.clusterName} · {t('season.name', { name: season.name })}
          </Link>{' '}
          <ProvenanceMark provenance={season.provenance} source={season.source} small />
        </>
      }
      lead={
        <span>
          {t('report.of', { period: period.name })} · <ReportState state={report.state} />
          <Tag data-testid="report-window">{windowWords(t, period, now, formats.instant)}</Tag>
        </span>
      }
      actions={
        <>
          {report.id && <ReportSheet of="reports" id={report.id} lock={lock} />}
          {inWork && (
            <RoleLock
              roles={['UNIT_LEADER']}
              because={closed ?? (!rights.leads(report.unitId) && t('report.lock.submit'))}
            >
              {(locked) => (
                <Button
                  type="primary"
                  disabled={locked}
                  onClick={() => onDecide('submit')}
                  data-testid="report-submit"
                >
                  {t('report.submit')}
                </Button>
              )}
            </RoleLock>
          )}
          {report.state === 'SUBMITTED' &&
            (['return', 'accept'] as const).map((decision) => (
              <RoleLock
                key={decision}
                roles={['STANDING_OFFICER', 'UNIT_OFFICER', 'UNIT_LEADER']}
                because={judgeLock}
              >
                {(locked) => (
                  <Button
                    type={decision === 'accept' ? 'primary' : 'default'}
                    disabled={locked}
                    onClick={() => onDecide(decision)}
                    data-testid={`report-${decision}`}
                  >
                    {t(`report.${decision}`)}
                  </Button>
                )}
              </RoleLock>
            ))}
        </>
      }
    />
  )
})
