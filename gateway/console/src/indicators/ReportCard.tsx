import { WarningFilled } from '@ant-design/icons'
import { useI18n } from '../app/i18n'
import styles from './Report.module.css'
import { EvidenceCell, ExplanationCell, RowMenu } from './ReportBeside'
import { PercentOf, TargetOf } from './ReportPlan'
import { Named } from './ReportRow'
import { ValueCell } from './ReportValue'
import { ReasonCell, VerifiedCell } from './ReportVerified'
import type { RowProps } from './rowProps'
import { useAdvice } from './useAdvice'

/** An indicator on a phone: the number first, the rest below it. */
export function ReportCard(row: RowProps) {
  const { cell, verifying, save } = row
  const { t } = useI18n()
  const advice = useAdvice(save, cell).map((warning) => t(`report.warn.${warning}`))
  const verified = verifying || cell.verified !== null
  return (
    <article className={styles.card} data-testid={`report-row-${cell.code}`}>
      <header>
        <h2>
          <Named {...row} />
        </h2>
        <RowMenu {...row} />
      </header>
      <div className={styles.figures}>
        <div>
          <span className={styles.label}>{t('report.target')}</span>
          <span className={styles.readOnly}>
            <TargetOf cell={cell} />
          </span>
        </div>
        <div className={styles.wideFigure}>
          <span className={styles.label}>{t('report.value')}</span>
          <ValueCell {...row} />
        </div>
        <div>
          <span className={styles.label}>{t('report.percent')}</span>
          <span className={styles.readOnly}>
            <PercentOf {...row} />
          </span>
        </div>
      </div>
      {advice.length > 0 && (
        <p className={styles.advice} aria-hidden>
          <WarningFilled className={styles.warning} aria-hidden /> {advice.join(' ')}
        </p>
      )}
      <span className={styles.label}>{t('report.explanation')}</span>
      <ExplanationCell {...row} />
      <span className={styles.label}>{t('report.evidence')}</span>
      <EvidenceCell {...row} />
      {verified && (
        <div className={styles.verifying}>
          <span className={styles.label}>{t('report.verified')}</span>
          <VerifiedCell {...row} />
          <span className={styles.label}>{t('report.verifyReason')}</span>
          <ReasonCell {...row} />
        </div>
      )}
    </article>
  )
}
