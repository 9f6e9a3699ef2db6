import { CalculatorOutlined, TableOutlined } from '@ant-design/icons'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { ButtonLink } from '../ui/ButtonLink'
import { DataTable } from '../ui/DataTable'
import filters from '../ui/Filters.module.css'
import { RoleLock } from '../ui/RoleLock'
import { wholeList } from '../ui/rows'
import { useBusinessNow, windowWords } from './clock'
import { useTalks } from './commentQueries'
import { OpenReport } from './OpenReport'
import { ReportState } from './ReportState'
import styles from './Reports.module.css'
import { useReports } from './reportQueries'
import type { ReportLine } from './reportTypes'
import { useSeasonMembers, useSeasonRights } from './season'
import type { Period, Season } from './types'

const windowColours = { UPCOMING: 'default', OPEN: 'success', GRACE: 'warning', CLOSED: 'error' } as const

interface PeriodProps {
  period: Period
  season: Season
  told: number
  lock: string | null
  /** Its members are shown on request only. */
  folded: boolean
  onMove(): void
}

/** One period with its window and what may be done with it, and how far every member is; one's own members first. */
export function PeriodBoard({ period, season, told, lock, folded, onMove }: PeriodProps) {
  const { t } = useI18n()
  const formats = useFormats()
  const rights = useSeasonRights(season)
  const now = useBusinessNow(period, told)
  const reports = useReports(period.id)
  const members = useSeasonMembers(season)
  const codeOf = (unitId: string) => members.data?.find((one) => one.unitId === unitId)?.unitCode ?? unitId
  const talks = useTalks(period.id)
  const openTalks = (reportId: string | null) =>
    talks.reduce((sum, one) => sum + (one.reportId === reportId ? one.open : 0), 0)
  const locked =
    period.state === 'CLOSED'
      ? t('window.lock.CLOSED', { at: formats.instant(period.closesAt) })
      : period.state === 'UPCOMING'
        ? t('window.lock.UPCOMING', { at: formats.instant(period.opensAt) })
        : undefined
  const [open, setOpen] = useState(!folded)
  const own = ({ unitId }: ReportLine) => Number(rights.own(unitId))
  const list = wholeList(reports)
  const done = reports.data?.filter((one) => ['SUBMITTED', 'ACCEPTED'].includes(one.state)).length ?? 0
  return (
    <section className={styles.period} data-testid={`period-${period.kind}`} data-state={period.state}>
      <header className={styles.head}>
        <div>
          <h2>{period.name}</h2>
          <p className={styles.times}>
            {t('reports.period.opensAt')} {formats.instant(period.opensAt)} · {t('reports.period.dueAt')}{' '}
            {formats.instant(period.dueAt)} · {t('reports.period.closesAt')}{' '}
            {formats.instant(period.closesAt)}
          </p>
        </div>
        <div className={styles.state}>
          <Tag color={windowColours[period.state]} data-testid={`period-state-${period.state}`}>
            {t(`window.state.${period.state}`)}
          </Tag>
          <strong data-testid="period-countdown">{windowWords(t, period, now, formats.instant)}</strong>
          <ButtonLink
            size="small"
            icon={<TableOutlined />}
            to={`/periods/${period.id}/grid`}
            data-testid={`period-grid-${period.kind}`}
          >
            {t('cluster.open')}
          </ButtonLink>
          <ButtonLink
            size="small"
            icon={<CalculatorOutlined />}
            to={`/periods/${period.id}/consolidation`}
            data-testid={`period-consolidation-${period.kind}`}
          >
            {t('consolidation.open')}
          </ButtonLink>
          <RoleLock
            roles={['STANDING_OFFICER', 'ADMINISTRATOR', 'UNIT_OFFICER', 'UNIT_LEADER']}
            because={lock}
          >
            {(locked) => (
              <Button
                size="small"
                disabled={locked}
                onClick={onMove}
                data-testid={`period-move-${period.kind}`}
              >
                {t('reports.period.move')}
              </Button>
            )}
          </RoleLock>
        </div>
      </header>
      {locked && (
        <p className={styles.lock} data-testid="period-lock">
          {locked}
        </p>
      )}
      {reports.data && (
        <p className={styles.progress}>
          {t('reports.progress', { done, all: reports.data.length })}
          {folded && (
            <Button
              type="link"
              size="small"
              aria-expanded={open}
              onClick={() => setOpen(!open)}
              data-testid={`period-unfold-${period.kind}`}
            >
              {t(open ? 'reports.fold' : 'reports.unfold')}
            </Button>
          )}
        </p>
      )}
      {open && (
        <DataTable
          list={{ ...list, rows: list.rows?.toSorted((a, b) => own(b) - own(a)) }}
          label={period.name}
          testId={`report-table-${period.kind}`}
          rowKey={(row) => row.unitId}
          rowTestId={(row) => `report-of-${codeOf(row.unitId)}`}
          empty={{ title: t('targets.empty') }}
          columns={[
            {
              key: 'unit',
              title: t('reports.unit'),
              phone: 'heading',
              show: (row) => (
                <Link className={filters.name} to={`/units/${row.unitId}`}>
                  {row.unitName ?? '…'}
                </Link>
              ),
            },
            {
              key: 'state',
              title: t('reports.state'),
              show: (row) => (
                <>
                  <ReportState state={row.state} />{' '}
                  {openTalks(row.id) > 0 && (
                    <Tag color="processing" data-testid={`talks-of-${codeOf(row.unitId)}`}>
                      {t('comments.count.open', { n: openTalks(row.id) })}
                    </Tag>
                  )}
                </>
              ),
            },
            {
              key: 'filled',
              title: t('reports.filled'),
              align: 'right',
              show: (row) => t('reports.filled.of', { n: row.filled, m: row.total }),
            },
            {
              key: 'submitted',
              title: t('reports.submittedAt'),
              show: (row) =>
                row.submittedAt ? (
                  <>
                    {formats.instant(row.submittedAt)}
                    {row.daysLate ? ` · ${t('reports.daysLate', { days: row.daysLate })}` : ''}
                  </>
                ) : (
                  '—'
                ),
            },
            {
              key: 'open',
              title: t('action.details'),
              show: (row) => (
                <OpenReport line={row} own={rights.own(row.unitId)} locked={locked} codeOf={codeOf} />
              ),
            },
          ]}
        />
      )}
    </section>
  )
}
