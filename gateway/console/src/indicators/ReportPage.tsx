import { Alert, App, Button, Segmented, Skeleton } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { Intention } from '../api/intention'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { Failed } from '../ui/Failed'
import { Nothing } from '../ui/Nothing'
import { BlockDoor, type Parcel } from '../ui/sheet/blockDoor'
import { SavedLine } from '../ui/sheet/Fate'
import { Spoken } from '../ui/sheet/Spoken'
import { useAutosaves } from '../ui/sheet/useAutosaves'
import { CellComments } from './CellComments'
import { CellHistory } from './CellHistory'
import { useTalks } from './commentQueries'
import { EvidenceDrawer } from './EvidenceDrawer'
import styles from './Report.module.css'
import { AcceptReport, ReturnReport, SubmitReport } from './ReportActions'
import { ReportGrid } from './ReportGrid'
import { type Decision, ReportHead } from './ReportHead'
import { adviceOf, type Check, checkOf, type Row, rowOf, SAID } from './report'
import {
  MOST_IN_A_BLOCK,
  PAUSE_MS,
  readCell,
  readCheck,
  useAskAnew,
  usePeriod,
  useReport,
  writeBlock,
  writeCell,
  writeCheck,
} from './reportQueries'
import type { Evidence, Report, ReportCell } from './reportTypes'
import { useSeason, useSeasonRights } from './season'
import { TwoWays } from './TwoWays'
import type { Period, Season } from './types'
import { useReportWork } from './useReportWork'
import { isEmpty } from './warnings'

/** To the first cell with a warning. */
function toWarned() {
  document.querySelector<HTMLInputElement>('input[data-warned]')?.focus()
}

export function ReportPage() {
  const { id = '' } = useParams()
  const report = useReport(id)
  const season = useSeason(report.data?.report.seasonId)
  const period = usePeriod(report.data?.report.periodId)
  const failure = report.error ?? season.error ?? period.error
  if (!report.data || !season.data || !period.data) {
    return failure ? (
      <Failed
        failure={failure}
        retry={() => {
          report.refetch()
          season.refetch()
          period.refetch()
        }}
      />
    ) : (
      <Skeleton active paragraph={{ rows: 12 }} />
    )
  }
  return (
    <ReportOf
      key={id}
      grid={report.data}
      season={season.data}
      period={period.data}
      told={period.dataUpdatedAt}
      failed={report.error !== null}
    />
  )
}

interface Props {
  grid: Report
  season: Season
  period: Period
  told: number
  /** The newest state could not be asked; what is shown is older. */
  failed: boolean
}

function ReportOf({ grid, season, period, told, failed }: Props) {
  const { report, rows: cells } = grid
  const id = report.id ?? ''
  const { t } = useI18n()
  const formats = useFormats()
  const askAnew = useAskAnew(PAUSE_MS.report)
  const { message } = App.useApp()
  const rights = useSeasonRights(season)
  const [mode, setMode] = useState<'fill' | 'verify'>(() => (rights.own(report.unitId) ? 'fill' : 'verify'))
  const [uploaded, setUploaded] = useState<Evidence[]>([])
  const [open, setOpen] = useState<Decision | null>(null)
  const [evidenceOf, setEvidenceOf] = useState<ReportCell | null>(null)
  const [params] = useSearchParams()
  // Whoever comes from a score's explanation wants to see one cell and everyone who touched it.
  const [historyOf, setHistoryOf] = useState<ReportCell | null>(
    () => cells.find((cell) => cell.indicatorId === params.get('indicator')) ?? null,
  )
  const talks = useTalks(report.periodId)
  const [commentsOf, setCommentsOf] = useState<ReportCell | null>(
    () => cells.find((cell) => cell.indicatorId === params.get('comments')) ?? null,
  )
  const talkOf = useMemo(() => {
    const own = new Map(talks.filter((one) => one.reportId === id).map((one) => [one.indicatorId, one]))
    return (indicatorId: string) => own.get(indicatorId)
  }, [talks, id])
  const openTalks = talks.reduce((sum, one) => sum + (one.reportId === id ? one.open : 0), 0)
  const intentions = useRef(new Map<string, Intention>())

  const rows = useMemo(() => cells.map((cell) => ({ key: cell.indicatorId, saved: rowOf(cell) })), [cells])
  const checks = useMemo(
    () => cells.map((cell) => ({ key: cell.indicatorId, saved: checkOf(cell) })),
    [cells],
  )
  const ways = {
    one: async ({ key, values, version }: Parcel<Row>) => {
      const saved = await writeCell(id, key, values, version)
      askAnew()
      return saved
    },
    many: async (parcels: Parcel<Row>[]) => {
      const outcomes = await writeBlock(id, parcels)
      askAnew()
      return outcomes
    },
    reload: (key: string) => readCell(id, key),
    most: MOST_IN_A_BLOCK,
  }
  const way = useRef(ways)
  way.current = ways
  const [door] = useState(() => new BlockDoor<Row>(() => way.current))
  const saves = useAutosaves<Row>(rows, {
    send: (key, values, version) => door.send(key, values, version),
    reload: (key) => door.reload(key),
    together: [...SAID, 'reached'],
  })
  const verifications = useAutosaves<Check>(checks, {
    send: async (key, values) => {
      const intention = intentions.current.get(key) ?? new Intention()
      intentions.current.set(key, intention)
      const saved = await writeCheck(id, key, values, intention.headersFor(values))
      intention.fulfilled()
      askAnew()
      return saved
    },
    reload: (key) => readCheck(id, key),
  })
  const files = useMemo(
    () =>
      new Map([...cells.flatMap(({ cell }) => cell.evidence), ...uploaded].map((file) => [file.id, file])),
    [cells, uploaded],
  )

  const closed = {
    YES: null,
    NOT_WITH_UNIT: t('report.locked.state', { state: t(`report.state.${report.state}`) }),
    NOT_OPEN_YET: t('window.lock.UPCOMING', { at: formats.instant(period.opensAt) }),
    CLOSED: t('window.lock.CLOSED', { at: formats.instant(period.closesAt) }),
  }[grid.writable]
  const personLock = rights.own(report.unitId) ? null : t('report.locked.person')
  const lock = closed ?? personLock
  const checkable = report.state === 'SUBMITTED' && rights.verifies
  const verifying = checkable && mode === 'verify'
  const counts = verifying ? verifications.counts : saves.counts
  const work = useReportWork({
    cells,
    saveOf: saves.row,
    checkOf: verifications.row,
    writable: lock === null,
    verifying,
  })
  const unreadCount = Object.keys(work.unread).length
  const spoken = useMemo(
    () =>
      cells.flatMap(({ indicatorId, name }) => {
        const row = saves.row(indicatorId)
        return row ? [{ row, label: name }] : []
      }),
    [cells, saves.row],
  )
  const drafts = cells.map((cell) => ({
    cell,
    draft: saves.row(cell.indicatorId)?.draft ?? rowOf(cell).values,
  }))
  const empty = drafts.filter(({ cell, draft }) => !cell.formula && isEmpty(draft)).map(({ cell }) => cell)
  const warned = drafts
    .map(({ cell, draft }) => ({ cell, warnings: adviceOf(draft, cell) }))
    .filter(({ warnings }) => warnings.length > 0)
  const complete = cells.length > 0 && empty.length === 0 && saves.counts.unsaved + unreadCount === 0
  const verified = cells.filter((cell) => cell.verified !== null).length

  return (
    <>
      <ReportHead
        grid={grid}
        season={season}
        period={period}
        told={told}
        rights={rights}
        lock={lock}
        closed={closed}
        onDecide={setOpen}
      />
      {report.state === 'RETURNED' && grid.returnedBecause && (
        <Alert
          className={styles.note}
          type="warning"
          showIcon
          title={t('report.returned', { reason: grid.returnedBecause })}
          data-testid="report-returned"
        />
      )}
      {failed && <Alert className={styles.note} type="warning" showIcon title={t('failed.network')} />}
      <div className={styles.bar}>
        <span className={styles.count} data-testid="report-filled">
          {verifying
            ? t('verify.done', { n: verified, m: cells.length })
            : t('report.count', { n: cells.length - empty.length, m: cells.length })}
        </span>
        {!verifying && warned.length > 0 && (
          <Button
            type="link"
            size="small"
            className={styles.toWarned}
            onClick={toWarned}
            data-testid="report-warnings"
          >
            {t('report.warnings', { n: warned.length })}
          </Button>
        )}
        {openTalks > 0 && (
          <span data-testid="report-talks">{t('comments.count.open', { n: openTalks })}</span>
        )}
        <span className={styles.grow} />
        {lock === null || verifying ? (
          <SavedLine counts={counts} unread={unreadCount} quiet />
        ) : (
          <span id="report-lock" data-testid="report-lock">
            {lock}
          </span>
        )}
        {checkable && rights.own(report.unitId) && (
          <Segmented
            value={mode}
            onChange={setMode}
            options={[
              { value: 'fill', label: t('report.mode.fill') },
              { value: 'verify', label: <span data-testid="mode-verify">{t('report.mode.verify')}</span> },
            ]}
          />
        )}
      </div>
      <Spoken rows={spoken} />
      {lock === null && !verifying && complete && (
        <Alert
          className={styles.note}
          type="success"
          showIcon
          title={t(rights.leads(report.unitId) ? 'report.next.submit' : 'report.next.leader')}
          data-testid="report-next"
        />
      )}
      {work.twoWays.length > 0 && <TwoWays waiting={work.twoWays} onRead={work.read} />}
      {cells.length === 0 ? (
        <Nothing title={t('targets.empty')} />
      ) : (
        <ReportGrid
          cells={cells}
          saveOf={saves.row}
          checkOf={verifications.row}
          lock={lock}
          verifying={verifying}
          work={work}
          onEvidence={setEvidenceOf}
          onHistory={setHistoryOf}
          talkOf={talkOf}
          onComments={setCommentsOf}
          // One note, however many keys are pressed.
          onLocked={(reason) => message.info({ content: reason, key: 'locked' })}
        />
      )}
      {(lock === null || verifying) && <p className={styles.keys}>{t('report.keys')}</p>}
      {evidenceOf && (
        <EvidenceDrawer
          cell={evidenceOf}
          save={saves.row(evidenceOf.indicatorId)}
          writable={lock === null}
          files={files}
          onUploaded={(file) => setUploaded((known) => [...known, file])}
          onClose={() => setEvidenceOf(null)}
        />
      )}
      {commentsOf && (
        <CellComments
          cell={{ reportId: id, indicatorId: commentsOf.indicatorId, name: commentsOf.name }}
          onClose={() => setCommentsOf(null)}
        />
      )}
      {historyOf && <CellHistory reportId={id} cell={historyOf} onClose={() => setHistoryOf(null)} />}
      {open === 'submit' && (
        <SubmitReport
          reportId={id}
          total={cells.length}
          empty={empty}
          warned={warned}
          unsaved={saves.counts.unsaved + unreadCount}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'accept' && (
        <AcceptReport reportId={id} unverified={cells.length - verified} onClose={() => setOpen(null)} />
      )}
      {open === 'return' && <ReturnReport reportId={id} onClose={() => setOpen(null)} />}
    </>
  )
}
