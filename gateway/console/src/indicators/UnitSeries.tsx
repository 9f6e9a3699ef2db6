import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Segmented, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { content, indicator } from '../api/client'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { firstPage, LIVE, nextPage } from '../app/queries'
import { Bars } from '../ui/Bars'
import { Panel } from '../ui/Facts'
import { Failed } from '../ui/Failed'
import { Nothing } from '../ui/Nothing'
import { ProvenanceMark } from '../ui/Provenance'
import styles from './Digest.module.css'
import { figureWords, type Measured } from './figures'
import { PERIOD_KINDS } from './periods'
import type { PeriodKind, Series } from './types'

type Line = Series['items'][number]['lines'][number]

function useSeries(unitId: string, periodKind: PeriodKind) {
  return useInfiniteQuery({
    queryKey: ['series', unitId, periodKind],
    queryFn: ({ pageParam }) =>
      content(
        indicator.GET('/api/v1/series', {
          params: { query: { unitId, periodKind, after: pageParam ?? undefined, limit: 20 } },
        }),
      ),
    initialPageParam: firstPage,
    getNextPageParam: nextPage,
    ...LIVE,
  })
}

/** A unit's indicators over the years; of units it came out of the numbers stand beside its own, under their names. */
export function UnitSeries({ unitId }: { unitId: string }) {
  const { t } = useI18n()
  const [period, setPeriod] = useState<PeriodKind>('YEAR')
  const query = useSeries(unitId, period)
  const pages = query.data?.pages
  return (
    <>
      <div className={styles.bar}>
        <Segmented<PeriodKind>
          value={period}
          onChange={setPeriod}
          options={PERIOD_KINDS.map((value) => ({ value, label: t(`period.${value}`) }))}
        />
      </div>
      {!pages ? (
        query.error ? (
          <Failed failure={query.error} retry={() => query.refetch()} />
        ) : (
          <Skeleton active paragraph={{ rows: 6 }} />
        )
      ) : (
        <div className={styles.all} data-testid="series">
          <Forebears forebears={pages[0]?.forebears ?? []} />
          {pages.every((page) => page.items.length === 0) && (
            <Nothing title={t('series.empty')} text={t('series.empty.text')} />
          )}
          {pages
            .flatMap((page) => page.items)
            .map((one) => (
              <Panel
                key={one.indicatorId}
                title={one.name}
                aside={<span>{one.code}</span>}
                testId={`series-${one.code}`}
              >
                {one.lines.map((line) => (
                  <OneLine
                    key={line.measure + line.unitOfMeasure}
                    name={one.name}
                    line={line}
                    unitId={unitId}
                    forebears={pages[0]?.forebears ?? []}
                  />
                ))}
              </Panel>
            ))}
          {query.hasNextPage && (
            <Button loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
              {t('action.more')}
            </Button>
          )}
        </div>
      )}
    </>
  )
}

function Forebears({ forebears }: Pick<Series, 'forebears'>) {
  const { t } = useI18n()
  const formats = useFormats()
  if (forebears.length === 0) return null
  return (
    <Panel title={t('series.forebears')} testId="series-forebears">
      <p>{t('series.forebears.text')}</p>
      <ul>
        {forebears.map((one) => (
          <li key={one.lineageId + one.unitId}>
            <Link to={`/units/${one.unitId}`}>{one.name ?? '…'}</Link>{' '}
            <Tag>{t(`lineage.kind.${one.kind as 'MERGE'}`)}</Tag>
            {formats.date(one.effectiveFrom)}
            {one.decision && ` · ${one.decision}`}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function OneLine({
  name,
  line,
  unitId,
  forebears,
}: {
  name: string
  line: Line
  unitId: string
  forebears: Series['forebears']
}) {
  const { t } = useI18n()
  const formats = useFormats()
  const words = { t, number: formats.number }
  const nameOf = (id: string) => forebears.find((one) => one.unitId === id)?.name ?? '…'
  const rows = line.points.map((point) => ({
    key: `${point.seasonId}${point.unitId}`,
    name: point.unitId === unitId ? point.seasonName : `${point.seasonName} · ${nameOf(point.unitId)}`,
    value: point.value,
    words: figureWords(words, line.measure, line.unitOfMeasure, point),
    quiet: point.unitId !== unitId,
    point,
  }))
  return (
    <section className={styles.series}>
      <h3>{t(`measure.${line.measure as Measured}`)}</h3>
      <Bars label={`${name}, ${t(`measure.${line.measure as Measured}`)}`} rows={rows} />
      <ul className={styles.leaders}>
        {rows.map(({ key, name: label, point }) => (
          <li key={key}>
            <span>{label}</span>
            <span className={styles.words}>
              {point.actuality === 'ESTIMATE' && <Tag color="gold">{t('actuality.ESTIMATE')}</Tag>}
              <Tag className={styles.tag}>{t(`basis.${point.basis as 'STATED'}`)}</Tag>
              <ProvenanceMark provenance={point.provenance as 'LIVE'} source={point.source} small />
              {point.reportId && <Link to={`/reports/${point.reportId}`}>{t('digest.toReport')}</Link>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
