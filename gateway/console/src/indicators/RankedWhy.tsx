import { Skeleton } from 'antd'
import { Link } from 'react-router'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { Failed } from '../ui/Failed'
import styles from './Scores.module.css'
import { RuleText } from './SheetTree'
import { useRankedScore } from './scoreQueries'
import type { Scoresheet } from './scoreTypes'
import { Adjustments, TraceView } from './TraceView'

/** The score by which a unit was ranked, criterion by criterion, as it was then. */
export function RankedWhy(props: { rankingId: string; unitId: string; sheet: Scoresheet | undefined }) {
  const { rankingId, unitId, sheet } = props
  const { t, language } = useI18n()
  const formats = useFormats()
  const { data, error, refetch } = useRankedScore(rankingId, unitId)
  if (!data) return error ? <Failed failure={error} retry={() => refetch()} /> : <Skeleton active />
  const criteria = new Map(
    sheet?.groups.flatMap((group) => group.criteria.map((one) => [one.code, one] as const)),
  )
  const points = (value: number) => formats.points(value, sheet?.rounding.scale ?? 2)
  return (
    <div className={styles.rankedWhy} data-testid={`ranked-why-${unitId}`}>
      {data.verdict && <p data-testid="ranked-verdict">{data.verdict.words[language]}</p>}
      {!!data.verdict?.knockOuts.length && (
        <p data-testid="ranked-knocked-out">
          {t('ranking.knockedOut', {
            names: data.verdict.knockOuts
              .map((code) => sheet?.knockOuts?.find((one) => one.code === code)?.name ?? code)
              .join('; '),
          })}
        </p>
      )}
      <Adjustments adjustments={data.adjustments} />
      {sheet && (
        <Link
          to={`/seasons/${sheet.seasonId}/scoresheet?sheet=${sheet.id}&unit=${unitId}`}
          data-testid="ranked-sheet"
        >
          {t('ranking.toSheet')}
        </Link>
      )}
      {data.criteria.map((one) => {
        const criterion = criteria.get(one.code)
        return (
          <details key={one.code} className={styles.rankedLine} data-testid={`ranked-${one.code}`}>
            <summary>
              <span>
                <span className={styles.code}>{one.code}</span> {criterion?.name}
              </span>
              <strong>
                {one.state === 'NO_FACT' ? '—' : points(one.points)}
                {criterion && <span className={styles.quiet}> / {formats.number(criterion.maximum)}</span>}
              </strong>
            </summary>
            {one.state !== 'SCORED' && <p className={styles.quiet}>{t(`score.state.${one.state}`)}</p>}
            {criterion && <RuleText criterion={criterion} />}
            <TraceView
              trace={one.trace}
              indicatorId={criterion?.indicatorId ?? null}
              noFact={one.state === 'NO_FACT'}
            />
          </details>
        )
      })}
    </div>
  )
}
