import { DownloadOutlined } from '@ant-design/icons'
import { Button, Skeleton, Tag } from 'antd'
import { ApiFailure } from '../api/failure'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { mostWords } from '../scoresheets/most'
import { type Column, DataTable } from '../ui/DataTable'
import { Panel } from '../ui/Facts'
import { Failed } from '../ui/Failed'
import { Nothing } from '../ui/Nothing'
import { rowsOf } from '../ui/rows'
import { Issued } from './Issued'
import styles from './OpenData.module.css'
import { decimalsOf } from './points'
import { type OpenFigure, type OpenRanking, useOpenFigures, useOpenRanking } from './queries'

type Place = OpenRanking['rows'][number]

/** The ranking of an open season, and the figures of the period that was ranked. */
export function OpenSeason({ id }: { id: string }) {
  const { t } = useI18n()
  const { data, error, refetch } = useOpenRanking(id)
  if (!data) {
    if (!error) return <Skeleton active paragraph={{ rows: 8 }} />
    // Never open, or taken back: from outside it is the same.
    if (error instanceof ApiFailure && [400, 404].includes(error.status)) {
      return (
        <div data-testid="open-unknown">
          <Nothing title={t('open.unknown')} text={t('open.unknown.text')} />
        </div>
      )
    }
    return <Failed failure={error} retry={() => refetch()} />
  }
  return (
    <>
      <Panel
        title={`${data.dataset.cluster} · ${data.dataset.season}`}
        testId="open-season"
        aside={<Download path={`/api/v1/public/datasets/${id}/ranking.csv`} testId="open-ranking-csv" />}
      >
        <p>
          <Issued dataset={data.dataset} />
        </p>
        <p className={styles.quiet}>{data.dataset.scoresheet}</p>
        <details className={styles.hash}>
          <summary>{t('open.hash')}</summary>
          <code>{data.contentSha256}</code>
        </details>
      </Panel>
      <Places ranking={data} />
      <Figures id={id} period={data.dataset.periodKind} />
    </>
  )
}

function Download({ path, testId }: { path: string; testId: string }) {
  const { t } = useI18n()
  return (
    <Button size="small" icon={<DownloadOutlined />} href={path} download data-testid={testId}>
      {t('open.csv')}
    </Button>
  )
}

function Places({ ranking }: { ranking: OpenRanking }) {
  const { t } = useI18n()
  const formats = useFormats()
  const decimals = decimalsOf(ranking.rows)
  const points = (value: number) => formats.points(value, decimals)
  const graded = ranking.rows.some((row) => row.grade)
  const columns: Column<Place>[] = [
    { key: 'rank', title: t('ranking.rank'), width: 80, show: (row) => <strong>{row.rank}</strong> },
    { key: 'unit', title: t('reports.unit'), phone: 'heading', wrap: true, show: unitOf },
    {
      key: 'total',
      title: t('score.total'),
      align: 'right',
      show: (row) =>
        row.scored === 0 && row.total === 0 ? (
          <Tag data-testid="no-points">{t('ranking.noPoints')}</Tag>
        ) : (
          <>
            <strong data-testid="total">{points(row.total)}</strong>
            {row.unscored > 0 && (
              <div className={styles.quiet} data-testid="open-unscored">
                {t('ranking.unscored', { n: row.unscored })}
              </div>
            )}
          </>
        ),
    },
    ...(graded
      ? [
          {
            key: 'grade',
            title: t('ranking.grade'),
            show: (row: Place) =>
              row.grade ? (
                <>
                  {row.gradeName ?? row.grade} {row.gradeNeedsVote && <Tag>{t('open.gradeNeedsVote')}</Tag>}
                </>
              ) : (
                '—'
              ),
          },
        ]
      : []),
    ...ranking.groups.map((group) => ({
      key: `group-${group.code}`,
      title: `${group.code} (${mostWords(formats.number, group)})`,
      align: 'right' as const,
      show: (row: Place) => {
        const found = row.byGroup.find((one) => one.code === group.code)
        return found ? <span title={group.name}>{points(found.points)}</span> : '—'
      },
    })),
  ]
  return (
    <DataTable
      list={{ rows: ranking.rows, failure: null, loadedAt: 0, retry: () => undefined }}
      label={t('season.section.ranking')}
      testId="open-ranking"
      rowKey={(row) => `${row.rank} ${row.unitCode ?? row.unitName}`}
      rowTestId={(row) => `open-place-${row.unitCode}`}
      empty={{ title: t('ranking.empty') }}
      columns={columns}
    />
  )
}

function Figures({ id, period }: { id: string; period: OpenRanking['dataset']['periodKind'] }) {
  const { t } = useI18n()
  const formats = useFormats()
  const query = useOpenFigures(id)
  const columns: Column<OpenFigure>[] = [
    { key: 'unit', title: t('reports.unit'), phone: 'heading', wrap: true, show: unitOf },
    {
      key: 'indicator',
      title: t('open.indicator'),
      wrap: true,
      show: (row) => `${row.indicatorCode}. ${row.indicatorName}`,
    },
    {
      key: 'value',
      title: t('open.value'),
      align: 'right',
      show: (row) => {
        if (row.valueKind === 'YES_NO') return t(row.value === 0 ? 'open.no' : 'open.yes')
        if (row.level) return row.level
        const number = `${formats.number(row.value)} ${row.unitOfMeasure}`
        return row.qualifier ? t(`open.qualifier.${row.qualifier as Qualifier}`, { number }) : number
      },
    },
    {
      key: 'target',
      title: t('open.target'),
      align: 'right',
      show: (row) =>
        row.target === null || ['YES_NO', 'LEVEL'].includes(row.valueKind) ? '—' : formats.number(row.target),
    },
    {
      key: 'percent',
      title: t('open.percent'),
      align: 'right',
      show: (row) =>
        row.percentOfPlan === null ? '—' : formats.percent(Math.round(row.percentOfPlan * 100) / 100),
    },
  ]
  return (
    <>
      <Panel
        title={t('open.figures', { period: t(`period.${period}`) })}
        testId="open-figures-head"
        aside={<Download path={`/api/v1/public/datasets/${id}/figures.csv`} testId="open-figures-csv" />}
      >
        <p className={styles.quiet}>{t('open.figures.note')}</p>
      </Panel>
      <DataTable
        list={rowsOf(query)}
        label={t('open.figures', { period: t(`period.${period}`) })}
        testId="open-figures"
        rowKey={(row) => `${row.unitCode} ${row.indicatorCode}`}
        empty={{ title: t('open.figures.empty') }}
        columns={columns}
      />
    </>
  )
}

type Qualifier = 'ABOUT' | 'NEARLY' | 'ABOVE' | 'AT_LEAST'

function unitOf(row: { unitName: string | null; unitCode: string | null }) {
  return row.unitName ?? row.unitCode ?? '…'
}
