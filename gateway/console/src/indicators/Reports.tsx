import { CalculatorOutlined, PlusOutlined, TableOutlined } from '@ant-design/icons'
import { App, Button, Skeleton, Tag } from 'antd'
import { useRef, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { content, indicator } from '../api/client'
import { ApiFailure } from '../api/failure'
import { Intention } from '../api/intention'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { ButtonLink } from '../ui/ButtonLink'
import { DataTable } from '../ui/DataTable'
import { Failed } from '../ui/Failed'
import filters from '../ui/Filters.module.css'
import { Nothing } from '../ui/Nothing'
import { Lock } from '../ui/ReasonOfLock'
import { RoleLock } from '../ui/RoleLock'
import { wholeList } from '../ui/rows'
import { useBusinessNow, windowWords } from './clock'
import { useTalks } from './commentQueries'
import { PeriodForm } from './PeriodForm'
import { ReportState } from './ReportState'
import styles from './Reports.module.css'
import { usePeriods, useReports } from './reportQueries'
import type { ReportLine } from './reportTypes'
import { SeasonFrame } from './SeasonFrame'
import { useSeasonMembers, useSeasonRights } from './season'
import type { Period, Season } from './types'

export function Reports() {
  return <SeasonFrame section="reports">{(season) => <Board key={season.id} season={season} />}</SeasonFrame>
}

/** Every period of a season with its window, and how far every member is. */
function Board({ season }: { season: Season }) {
  const { t } = useI18n()
  const rights = useSeasonRights(season)
  const periods = usePeriods(season.id)
  const [open, setOpen] = useState<Period | 'new' | null>(null)
  const lock =
    season.mode === 'RECORDED' ? t('mode.RECORDED.means') : !rights.whole && t('targets.lock.whole')
  if (!periods.data) {
    return periods.error ? (
      <Failed failure={periods.error} retry={() => periods.refetch()} />
    ) : (
      <Skeleton active />
    )
  }
  return (
    <>
      <div className={filters.bar}>
        <p className={styles.lead}>{t('reports.lead')}</p>
        <RoleLock roles={['STANDING_OFFICER', 'ADMINISTRATOR', 'UNIT_OFFICER', 'UNIT_LEADER']} because={lock}>
          {(locked) => (
            <Button
              icon={<PlusOutlined />}
              disabled={locked}
              onClick={() => setOpen('new')}
              data-testid="period-create"
            >
              {t('reports.period.create')}
            </Button>
          )}
        </RoleLock>
      </div>
      {periods.data.length === 0 && <Nothing title={t('reports.empty')} text={t('reports.empty.text')} />}
      {periods.data.map((period) => (
        <PeriodBoard
          key={period.id}
          period={period}
          season={season}
          told={periods.dataUpdatedAt}
          lock={lock || null}
          onMove={() => setOpen(period)}
        />
      ))}
      {open && (
        <PeriodForm season={season} period={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      )}
    </>
  )
}

const windowColours = { UPCOMING: 'default', OPEN: 'success', GRACE: 'warning', CLOSED: 'error' } as const

interface PeriodProps {
  period: Period
  season: Season
  told: number
  lock: string | null
  onMove(): void
}

function PeriodBoard({ period, season, told, lock, onMove }: PeriodProps) {
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
        <p className={styles.progress}>{t('reports.progress', { done, all: reports.data.length })}</p>
      )}
      <DataTable
        list={wholeList(reports)}
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
    </section>
  )
}

/** A report comes into being when its unit first opens it; for the others there is nothing to open before. */
function OpenReport(props: {
  line: ReportLine
  own: boolean
  /** Why nothing can be begun in this period now. */
  locked: string | undefined
  codeOf(unitId: string): string
}) {
  const { line, own, locked, codeOf } = props
  const { t } = useI18n()
  const navigate = useNavigate()
  const { notification } = App.useApp()
  const [busy, setBusy] = useState(false)
  const intention = useRef(new Intention())
  const testId = `report-open-${codeOf(line.unitId)}`
  if (line.id) {
    return (
      <ButtonLink
        size="small"
        type={own ? 'primary' : 'default'}
        to={`/reports/${line.id}`}
        data-testid={testId}
      >
        {t('reports.open')}
      </ButtonLink>
    )
  }
  if (!own) return <span>{t('reports.notBegun')}</span>
  async function begin() {
    setBusy(true)
    const body = { periodId: line.periodId, unitId: line.unitId }
    try {
      const made = await content(
        indicator.POST('/api/v1/reports', { body, headers: intention.current.headersFor(body) }),
      )
      navigate(`/reports/${made.report.id}`)
    } catch (error) {
      notification.error({
        title: t('failed.refused'),
        description:
          error instanceof ApiFailure ? (error.problem?.detail ?? error.problem?.title) : undefined,
      })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Lock reason={locked}>
      {(isLocked) => (
        <Button
          size="small"
          type="primary"
          disabled={isLocked}
          loading={busy}
          onClick={begin}
          data-testid={testId}
        >
          {t('reports.start')}
        </Button>
      )}
    </Lock>
  )
}
