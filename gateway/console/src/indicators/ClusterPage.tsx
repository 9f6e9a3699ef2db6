import { Segmented, Skeleton, Tag } from 'antd'
import { type ComponentProps, useCallback, useMemo, useState } from 'react'
import { Link, useParams } from 'react-router'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { ButtonLink } from '../ui/ButtonLink'
import { Failed } from '../ui/Failed'
import { Nothing } from '../ui/Nothing'
import { PageHeader } from '../ui/PageHeader'
import { ProvenanceMark } from '../ui/Provenance'
import { SavedLine } from '../ui/sheet/Fate'
import { Spoken } from '../ui/sheet/Spoken'
import { CellComments } from './CellComments'
import { ClusterSheet } from './ClusterSheet'
import { useBusinessNow, windowWords } from './clock'
import { useTalks } from './commentQueries'
import styles from './Report.module.css'
import { ReportSheet } from './ReportSheet'
import { useClusterGrid, usePeriod } from './reportQueries'
import type { ClusterGrid, ClusterUnit } from './reportTypes'
import type { Unread } from './reportWork'
import { type SeasonRights, useSeason, useSeasonRights } from './season'
import { TwoWays } from './TwoWays'
import type { Period, Season } from './types'
import { unreadWords } from './unreadWords'
import { figureKey, useClusterWork } from './useClusterWork'

/** Every report of a period in one sheet: members down, indicators across. */
export function ClusterPage() {
  const { id = '' } = useParams()
  const grid = useClusterGrid(id)
  const period = usePeriod(id)
  const season = useSeason(grid.data?.seasonId)
  const rights = useSeasonRights(season.data)
  const failure = grid.error ?? period.error ?? season.error
  if (!grid.data || !period.data || !season.data) {
    return failure ? (
      <Failed
        failure={failure}
        retry={() => {
          grid.refetch()
          period.refetch()
          season.refetch()
        }}
      />
    ) : (
      <Skeleton active paragraph={{ rows: 14 }} />
    )
  }
  return (
    <ClusterOf
      key={id}
      grid={grid.data}
      period={period.data}
      season={season.data}
      rights={rights}
      told={period.dataUpdatedAt}
    />
  )
}

interface Props {
  grid: ClusterGrid
  period: Period
  season: Season
  rights: SeasonRights
  told: number
}

/** The text that was typed or pasted last without being a number, with the name of its cell. */
function lastUnread(unread: Record<string, Unread>, grid: ClusterGrid) {
  const [key, why] = Object.entries(unread).at(-1) ?? []
  if (!key || !why) return null
  const [reportId, indicatorId] = key.split('~')
  const unit = grid.units.find(({ report }) => report.id === reportId)
  const one = grid.indicators.find(({ id }) => id === indicatorId)
  return { ...why, label: `${unit?.report.unitName ?? ''}, ${one?.name ?? ''}` }
}

function ClusterOf({ grid, period, season, rights, told }: Props) {
  const { t } = useI18n()
  const formats = useFormats()
  const now = useBusinessNow(period, told)
  const [shown, setShown] = useState<'value' | 'percent'>('value')
  const mayWrite = useCallback(
    ({ report, writable }: ClusterUnit) =>
      report.id !== null && writable === 'YES' && rights.own(report.unitId),
    [rights],
  )
  const work = useClusterWork(grid, mayWrite)
  const counts = useTalks(period.id)
  const talks = useMemo(
    () => new Map(counts.map((one) => [figureKey(one.reportId, one.indicatorId), one])),
    [counts],
  )
  const [commentsOf, setCommentsOf] = useState<ComponentProps<typeof CellComments>['cell'] | null>(null)
  const writing = grid.units.some(mayWrite)
  // Also where nothing is begun yet: the workbook and the file begin it.
  const own = grid.units.some(({ report, writable }) => writable === 'YES' && rights.own(report.unitId))
  const spoken = useMemo(
    () =>
      grid.units.filter(mayWrite).flatMap(({ report }) =>
        grid.indicators.flatMap(({ id, name }) => {
          const row = work.saves.row(figureKey(report.id as string, id))
          return row ? [{ row, label: `${report.unitName ?? ''}, ${name}` }] : []
        }),
      ),
    [grid, mayWrite, work.saves.row],
  )
  const toSay = useMemo(() => lastUnread(work.unread, grid), [work.unread, grid])
  const waiting = Object.values(work.unread).filter(({ why }) => why === 'twoWays')
  const done = grid.units.filter(({ report }) => ['SUBMITTED', 'ACCEPTED'].includes(report.state)).length
  return (
    <>
      <PageHeader
        title={t('cluster.grid')}
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
            {grid.name} <Tag data-testid="report-window">{windowWords(t, period, now, formats.instant)}</Tag>
          </span>
        }
      />
      <div className={styles.bar}>
        <span className={styles.count} data-testid="cluster-progress">
          {t('reports.progress', { done, all: grid.units.length })}
        </span>
        <span>{t('cluster.size', { units: grid.units.length, indicators: grid.indicators.length })}</span>
        <span className={styles.grow} />
        {writing && <SavedLine counts={work.saves.counts} unread={Object.keys(work.unread).length} quiet />}
        <ReportSheet of="periods" id={period.id} lock={own ? null : t('cluster.lock.none')} />
        <ButtonLink to={`/periods/${period.id}/consolidation`} data-testid="consolidation-open">
          {t('consolidation.open')}
        </ButtonLink>
        {own && (
          <ButtonLink to={`/periods/${period.id}/imports`} data-testid="imports-open">
            {t('imports.open')}
          </ButtonLink>
        )}
        <Segmented
          value={shown}
          onChange={setShown}
          options={[
            { value: 'value', label: t('cluster.values') },
            { value: 'percent', label: <span data-testid="cluster-percents">{t('report.percent')}</span> },
          ]}
        />
      </div>
      <Spoken rows={spoken} />
      <span className="heard" role="status" data-testid="cluster-unread">
        {toSay && `${toSay.label}: ${unreadWords(t, toSay)}`}
      </span>
      {waiting.length > 0 && <TwoWays waiting={waiting} onRead={work.read} />}
      {grid.indicators.length === 0 ? (
        <Nothing title={t('targets.empty')} />
      ) : (
        <ClusterSheet
          grid={grid}
          shown={shown}
          mayWrite={mayWrite}
          work={work}
          talks={talks}
          onComments={setCommentsOf}
        />
      )}
      <p className={styles.keys}>{t('cluster.keys')}</p>
      {commentsOf && <CellComments cell={commentsOf} onClose={() => setCommentsOf(null)} />}
    </>
  )
}
