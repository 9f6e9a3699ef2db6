import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Select, Skeleton, Tag } from 'antd'
import { useRef, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { content, ifMatch, indicator } from '../api/client'
import { Intention } from '../api/intention'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { mostWords } from '../scoresheets/most'
import { outline } from '../scoresheets/outline'
import { Closeness } from '../scrutiny/Closeness'
import { Bars } from '../ui/Bars'
import { DataTable } from '../ui/DataTable'
import { Panel } from '../ui/Facts'
import { Failed } from '../ui/Failed'
import { Nothing } from '../ui/Nothing'
import { ProblemAlert } from '../ui/ProblemAlert'
import { ProvenanceMark } from '../ui/Provenance'
import { RoleLock } from '../ui/RoleLock'
import { TypedConfirmation } from '../ui/TypedConfirmation'
import { RankedWhy } from './RankedWhy'
import { RankingChanges } from './RankingChanges'
import { ReopenRanking } from './ReopenRanking'
import { behindFirst, cameTo, movement } from './ranked'
import styles from './Scores.module.css'
import { SeasonFrame } from './SeasonFrame'
import { useRanking, useRankings, useScoresheet, useScoresheets } from './scoreQueries'
import type { Ranking as Ranked } from './scoreTypes'
import { useSeasonMembers, useSeasonRights } from './season'
import type { Season } from './types'
import { Verdict } from './Verdict'

export function Ranking() {
  return (
    <SeasonFrame section="ranking">{(season) => <RankingOf key={season.id} season={season} />}</SeasonFrame>
  )
}

function RankingOf({ season }: { season: Season }) {
  const { t } = useI18n()
  const formats = useFormats()
  const queries = useQueryClient()
  const rights = useSeasonRights(season)
  const rankings = useRankings(season.id)
  const sheets = useScoresheets(season.id)
  const [params, setParams] = useSearchParams()
  const intention = useRef(new Intention())
  const frozen = sheets.data?.filter((sheet) => sheet.status === 'FROZEN') ?? []
  const newest = rankings.data?.findLast((one) => one.status === 'PUBLISHED') ?? rankings.data?.at(-1)
  const id = rankings.data?.find((one) => one.id === params.get('ranking'))?.id ?? newest?.id
  const ranking = useRanking(id)
  const compute = useMutation({
    mutationFn: (scoresheetId: string) => {
      const body = { scoresheetId }
      return content(
        indicator.POST('/api/v1/rankings', { body, headers: intention.current.headersFor(body) }),
      )
    },
    onSuccess: (made) => {
      intention.current.fulfilled()
      queries.invalidateQueries({ queryKey: ['rankings'] })
      params.set('ranking', made.id)
      setParams(params, { replace: true })
    },
  })
  const failure = rankings.error ?? ranking.error
  if (!rankings.data || (id && !ranking.data)) {
    return failure ? (
      <Failed
        failure={failure}
        retry={() => {
          rankings.refetch()
          ranking.refetch()
        }}
      />
    ) : (
      <Skeleton active paragraph={{ rows: 8 }} />
    )
  }
  const sheetToRank = frozen.at(-1)
  return (
    <>
      <div className={styles.bar}>
        {rankings.data.length > 1 && (
          <Select
            className={styles.unit}
            value={id}
            onChange={(next) => {
              params.set('ranking', next)
              setParams(params, { replace: true })
            }}
            options={rankings.data.map((one) => ({
              value: one.id,
              label: `${t(`ranking.status.${one.status}`)} · ${formats.instant(one.publishedAt ?? one.computedAt)}`,
            }))}
            aria-label={t('ranking.pick')}
            data-testid="ranking-pick"
          />
        )}
        <span className={styles.grow} />
        <RoleLock
          roles={['STANDING_OFFICER', 'UNIT_OFFICER', 'UNIT_LEADER']}
          because={!sheetToRank ? t('ranking.lock.sheet') : !rights.whole && t('targets.lock.whole')}
        >
          {(locked) => (
            <Button
              disabled={locked}
              loading={compute.isPending}
              onClick={() => sheetToRank && compute.mutate(sheetToRank.id)}
              data-testid="ranking-compute"
            >
              {t('ranking.compute')}
            </Button>
          )}
        </RoleLock>
      </div>
      <ProblemAlert failure={compute.error} />
      {ranking.data ? (
        <Rows ranking={ranking.data} season={season} />
      ) : (
        <Nothing title={t('ranking.empty')} text={t('ranking.empty.text')} />
      )}
    </>
  )
}

function Rows({ ranking, season }: { ranking: Ranked; season: Season }) {
  const { t } = useI18n()
  const formats = useFormats()
  const queries = useQueryClient()
  const members = useSeasonMembers(season)
  const sheet = useScoresheet(ranking.scoresheetId)
  const rights = useSeasonRights(season)
  const [publishing, setPublishing] = useState(false)
  const provisional = ranking.status === 'PROVISIONAL'
  const scale = sheet.data?.rounding.scale ?? 2
  const points = (value: number) => formats.points(value, scale)
  const member = (unitId: string) => members.data?.find((one) => one.unitId === unitId)
  const name = (unitId: string) => member(unitId)?.unitName ?? '…'
  const gaps = behindFirst(ranking.rows)
  return (
    <div className={styles.ranked}>
      <Panel
        title={
          <span className={styles.marks}>
            {sheet.data?.title ?? '…'}
            <Tag
              color={ranking.status === 'PUBLISHED' ? 'success' : 'warning'}
              data-testid={`ranking-${ranking.status}`}
            >
              {t(`ranking.status.${ranking.status}`)}
            </Tag>
            {sheet.data && <ProvenanceMark provenance={sheet.data.provenance} source={sheet.data.source} />}
          </span>
        }
        aside={
          !provisional ? (
            <span className={styles.marks}>
              <span className={styles.quiet}>
                {t('ranking.publishedAt', {
                  time: formats.instant(ranking.publishedAt ?? ranking.computedAt),
                })}
              </span>
              {ranking.status === 'PUBLISHED' && <ReopenRanking ranking={ranking} season={season} />}
            </span>
          ) : (
            <RoleLock roles={['STANDING_OFFICER']}>
              {(locked) => (
                <Button
                  type="primary"
                  disabled={locked}
                  onClick={() => setPublishing(true)}
                  data-testid="ranking-publish"
                >
                  {t('ranking.publish')}
                </Button>
              )}
            </RoleLock>
          )
        }
      >
        <p className={styles.quiet}>
          {t('ranking.computedAt', { time: formats.instant(ranking.computedAt) })}{' '}
          {sheet.data?.ties?.length
            ? `${t('ranking.tie.sheet', { codes: sheet.data.ties.map((one) => one.of).join(', ') })} ${t(`ranking.tie.then.${ranking.tieRule}`)}`
            : t(`ranking.tie.${ranking.tieRule}`)}
        </p>
        <p className={styles.quiet} data-testid={`ranking-rule-${ranking.resultsRule}`}>
          {t(`ranking.rule.${ranking.resultsRule}`)}{' '}
          {ranking.resultsRule === 'PUBLIC' && ranking.status === 'PUBLISHED' && (
            <Link to={`/open-data/${ranking.seasonId}`}>{t('ranking.open-data')}</Link>
          )}
        </p>
        {provisional && <Alert type="info" showIcon title={t('ranking.provisional.text')} />}
        {ranking.shown === 'OWN' && (
          <Alert
            type="info"
            showIcon
            title={t('ranking.withheld', { count: ranking.ranked })}
            data-testid="ranking-withheld"
          />
        )}
        {provisional && ranking.open.length > 0 && (
          <Alert
            type="warning"
            showIcon
            title={t('ranking.open', {
              count: ranking.open.length,
              cases: ranking.open.map((one) => `${one.criterionCode}: ${name(one.unitId)}`).join('; '),
            })}
            data-testid="ranking-open"
          />
        )}
        {rights.whole && <RankingChanges ranking={ranking} name={name} points={points} />}
        {ranking.reopenedAt && (
          <Alert
            type="warning"
            showIcon
            title={t('ranking.reopened', {
              time: formats.instant(ranking.reopenedAt),
              reason: ranking.reopenReason ?? '',
            })}
            data-testid="ranking-reopened"
          />
        )}
        <div className={styles.chart}>
          <Bars
            label={t('season.section.ranking')}
            testId="ranking-chart"
            rows={ranking.rows.map((row) => ({
              key: row.unitId,
              name: `${row.rank}. ${name(row.unitId)}`,
              value: row.total,
              words:
                row.scored === 0
                  ? t('ranking.noPoints')
                  : row.verdict?.behind
                    ? `${points(row.total)} · ${t('ranking.behind.short')}`
                    : points(row.total),
              quiet: row.rank > 1,
            }))}
          />
        </div>
      </Panel>
      <DataTable
        list={{ rows: ranking.rows, failure: null, loadedAt: 0, retry: () => undefined }}
        label={t('season.section.ranking')}
        testId="ranking-table"
        rowKey={(row) => row.unitId}
        rowTestId={(row) => `ranking-row-${member(row.unitId)?.unitCode ?? row.unitId}`}
        empty={{ title: t('ranking.empty') }}
        columns={[
          {
            key: 'rank',
            title: t('ranking.rank'),
            width: 130,
            show: (row) => (
              <span className={styles.marks}>
                <span className={styles.rank} data-testid="rank">
                  {row.rank}
                </span>
                {row.tieBrokenBy !== null && (
                  <Tag
                    title={t('ranking.tieBroken.title', { code: row.tieBrokenBy })}
                    data-testid="tie-broken"
                  >
                    {t('ranking.tieBroken', { code: row.tieBrokenBy })}
                  </Tag>
                )}
                {row.tiedWith.length > 0 && (
                  <Tag color="gold" title={row.tiedWith.map(name).join(', ')} data-testid="tied">
                    {t('ranking.tied')}
                  </Tag>
                )}
              </span>
            ),
          },
          { key: 'unit', title: t('reports.unit'), phone: 'heading', show: (row) => name(row.unitId) },
          {
            key: 'total',
            title: t('score.total'),
            align: 'right',
            show: (row) =>
              row.scored === 0 && row.total === 0 ? (
                <Tag data-testid="no-points">{t('ranking.noPoints')}</Tag>
              ) : (
                <span>
                  <strong data-testid="total">{points(row.total)}</strong>
                  {row.unscored > 0 && (
                    <span className={styles.quiet} data-testid="row-unscored">
                      {' '}
                      {t('ranking.unscored', { n: row.unscored })}
                    </span>
                  )}
                </span>
              ),
          },
          // By how much behind the first: not to be told where the first is withheld.
          ...(ranking.shown === 'ALL'
            ? [
                {
                  key: 'gap',
                  title: t('ranking.gap'),
                  align: 'right' as const,
                  show: (row: Ranked['rows'][number]) => {
                    const gap = gaps.get(row.unitId) ?? 0
                    // Who has no points yet has not fallen behind by so many, nor who is knocked out.
                    return gap === 0 || row.scored === 0 || row.verdict?.behind ? '—' : points(gap)
                  },
                },
              ]
            : []),
          ...(ranking.rows.some((row) => row.verdict)
            ? [
                {
                  key: 'grade',
                  title: t('ranking.grade'),
                  show: (row: Ranked['rows'][number]) =>
                    row.verdict && <Verdict verdict={row.verdict} graded={!!sheet.data?.grades?.length} />,
                },
              ]
            : []),
          ...(ranking.rows.some((row) => row.prize)
            ? [
                {
                  key: 'prize',
                  title: t('ranking.prize'),
                  show: (row: Ranked['rows'][number]) =>
                    row.prize
                      ? row.prize.open
                        ? `${row.prize.name} (${t('ranking.prize.open')})`
                        : row.prize.name
                      : '—',
                },
              ]
            : []),
          ...(ranking.rows.some((row) => row.rankBefore !== null)
            ? [
                {
                  key: 'before',
                  title: t('ranking.before'),
                  align: 'right' as const,
                  show: (row: Ranked['rows'][number]) => movement(row),
                },
              ]
            : []),
          ...(sheet.data ? outline(sheet.data) : []).map(({ part, group }) => ({
            key: part ? `part-${part.code}` : `group-${group.code}`,
            title: part
              ? t('ranking.part', { code: part.code, max: formats.number(part.maximum) })
              : `${group.code} (${mostWords(formats.number, group)})`,
            align: 'right' as const,
            show: (row: Ranked['rows'][number]) => {
              const { code, name } = part ?? group
              const sum = cameTo(part ? row.byPart : row.byGroup, code)
              if (sum === null) return '—'
              const shown = points(sum)
              return <span title={name}>{part ? <strong>{shown}</strong> : shown}</span>
            },
          })),
        ]}
        expand={(row) => <RankedWhy rankingId={ranking.id} row={row} sheet={sheet.data} />}
      />
      {ranking.shown === 'ALL' && <Closeness rankingId={ranking.id} name={name} />}
      {publishing && (
        <TypedConfirmation
          title={t('ranking.publish.title')}
          words={season.name}
          okLabel={t('ranking.publish')}
          onClose={() => setPublishing(false)}
          testId="publish-confirmation"
          onConfirm={async (headers, typed) => {
            await content(
              indicator.POST('/api/v1/rankings/{id}/publication', {
                params: { path: { id: ranking.id } },
                body: { confirm: typed },
                headers: { ...headers, ...ifMatch(ranking.version) },
              }),
            )
            queries.invalidateQueries({ queryKey: ['rankings'] })
            queries.invalidateQueries({ queryKey: ['candidates'] })
          }}
        >
          <p>{t('ranking.publish.text')}</p>
          {ranking.rows.some((row) => row.rank === 1 && row.tiedWith.length > 0) && (
            <Alert type="warning" showIcon title={t(`ranking.publish.tie.${ranking.tieRule}`)} />
          )}
        </TypedConfirmation>
      )}
    </div>
  )
}
