import { Alert } from 'antd'
import { useI18n } from '../app/i18n'
import styles from './Scores.module.css'
import { useRankingChanges } from './scoreQueries'
import type { Ranking } from './scoreTypes'

interface Props {
  ranking: Ranking
  name(unitId: string): string
  points(value: number): string
}

/** What is known otherwise since the ranking was computed: it does not follow by itself, so whoever runs the season is told. */
export function RankingChanges({ ranking, name, points }: Props) {
  const { t } = useI18n()
  const { data } = useRankingChanges(ranking.id)
  if (!data || data.units.length === 0 || ranking.status === 'REOPENED') return null
  return (
    <Alert
      type="warning"
      showIcon
      title={t(`ranking.changed.${ranking.status}`)}
      description={
        <ul className={styles.changed}>
          {data.units.map((unit) => (
            <li key={unit.unitId}>
              {t('ranking.changed.unit', {
                unit: name(unit.unitId),
                codes: unit.codes.join(', '),
                before: points(unit.total),
                now: points(unit.totalNow),
              })}
            </li>
          ))}
        </ul>
      }
      data-testid="ranking-changed"
    />
  )
}
