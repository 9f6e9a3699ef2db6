import { Tag } from 'antd'
import { useI18n } from '../app/i18n'
import styles from './Scores.module.css'
import type { RankingRow } from './scoreTypes'

/** A unit's class, or the gap why it has none, and whether a knock-out puts it behind the others. */
export function Verdict({
  verdict,
  graded,
}: {
  verdict: NonNullable<RankingRow['verdict']>
  graded: boolean
}) {
  const { t, language } = useI18n()
  return (
    <span className={styles.marks} title={verdict.words[language]} data-testid="verdict">
      {graded &&
        (verdict.grade === null ? (
          <Tag color="warning">{t('ranking.grade.none')}</Tag>
        ) : (
          <Tag color="success">
            {verdict.name}
            {verdict.vote && ` · ${t('ranking.grade.vote')}`}
          </Tag>
        ))}
      {verdict.behind && <Tag color="error">{t('ranking.behind')}</Tag>}
    </span>
  )
}
