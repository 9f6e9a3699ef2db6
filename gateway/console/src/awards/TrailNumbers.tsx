import { Skeleton } from 'antd'
import { ApiFailure } from '../api/failure'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { useRankedScore, useRanking, useScoresheet } from '../indicators/scoreQueries'
import { TraceView } from '../indicators/TraceView'
import { Failed } from '../ui/Failed'
import styles from './Trail.module.css'
import { Step } from './TrailStep'

/** What the season's regulation does not show to the person at the screen is answered as if there were none. */
function isWithheld(error: unknown): boolean {
  return error instanceof ApiFailure && error.status === 404
}

export function RankingStep({ id, unitId }: { id: string; unitId: string }) {
  const { t } = useI18n()
  const formats = useFormats()
  const { data, error, refetch } = useRanking(id)
  const sheet = useScoresheet(data?.scoresheetId)
  const row = data?.rows.find((one) => one.unitId === unitId)
  return (
    <Step name="ranking" to={data ? `/seasons/${data.seasonId}/ranking?ranking=${id}` : undefined} id={id}>
      {data ? (
        row ? (
          <>
            {t('trail.ranking.text', {
              rank: row.rank,
              total: formats.points(row.total, sheet.data?.rounding.scale ?? 2),
            })}
            {row.tiedWith.length > 0 && ` · ${t('ranking.tied')}`}
          </>
        ) : (
          t(data.shown === 'OWN' ? 'trail.withheld' : 'trail.none')
        )
      ) : isWithheld(error) ? (
        t('trail.withheld')
      ) : error ? (
        <Failed failure={error} retry={() => refetch()} />
      ) : (
        <Skeleton active title={false} />
      )}
    </Step>
  )
}

/** Every criterion's points as they were ranked; each opens down to the typed number and everyone who touched it. */
export function ScoreStep({ rankingId, unitId }: { rankingId: string; unitId: string }) {
  const { t } = useI18n()
  const formats = useFormats()
  const ranking = useRanking(rankingId)
  const sheet = useScoresheet(ranking.data?.scoresheetId)
  const { data, error, refetch } = useRankedScore(rankingId, unitId)
  const criteria = new Map(
    sheet.data?.groups.flatMap((group) => group.criteria.map((one) => [one.code, one] as const)),
  )
  const scale = sheet.data?.rounding.scale ?? 2
  return (
    <Step
      name="score"
      to={
        ranking.data
          ? `/seasons/${ranking.data.seasonId}/scoresheet?sheet=${ranking.data.scoresheetId}&unit=${unitId}`
          : undefined
      }
    >
      {data ? (
        data.criteria.map((one) => {
          const criterion = criteria.get(one.code)
          return (
            <details key={one.code} className={styles.criterion} data-testid={`trail-criterion-${one.code}`}>
              <summary>
                <span>
                  {one.code} {criterion?.name}
                </span>
                <strong>{one.state === 'NO_FACT' ? '—' : formats.points(one.points, scale)}</strong>
              </summary>
              <TraceView
                trace={one.trace}
                indicatorId={criterion?.indicatorId ?? null}
                noFact={one.state === 'NO_FACT'}
              />
            </details>
          )
        })
      ) : isWithheld(error) ? (
        t('trail.withheld')
      ) : error ? (
        <Failed failure={error} retry={() => refetch()} />
      ) : (
        <Skeleton active title={false} />
      )}
    </Step>
  )
}
