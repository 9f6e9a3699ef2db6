import { Link } from 'react-router'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import styles from './Scores.module.css'
import type { Adjustment, Trace } from './scoreTypes'
import { inputWords, originWords } from './traceWords'

/** Why a criterion gave its points: what went in and where it came from, the formula, every number on the way. */
export function TraceView({ trace, indicatorId }: { trace: Trace; indicatorId: string | null }) {
  const { t, language } = useI18n()
  const formats = useFormats()
  const values = trace.inputs.filter((input) => input.value !== null)
  const origin = trace.inputs.find((input) => input.name === 'origin')?.id
  const formula = trace.inputs.find((input) => input.name === 'FORMULA')?.id
  const notComputed = trace.inputs.find((input) => input.name === 'NOT_COMPUTED')?.id
  const struck = trace.inputs.filter((input) => input.name === 'STRUCK').map((input) => input.id)
  const report = trace.inputs.find((input) => input.name === 'REPORT')?.id
  const rows = trace.inputs.filter((input) =>
    ['CELL', 'VERIFICATION', 'TARGET', 'ASSESSMENT', 'INPUT'].includes(input.name),
  )
  return (
    <div className={styles.trace} data-testid="trace">
      <p className={styles.formula} data-testid="trace-formula">
        {trace.formula[language]}
      </p>
      <dl className={styles.inputs}>
        {values.map((input) => (
          <div key={`${input.name}${input.value}`}>
            <dt>{inputWords(t, input.name)}</dt>
            <dd>{formats.number(input.value ?? 0)}</dd>
          </div>
        ))}
        {origin && (
          <div>
            <dt>{t('trace.origin')}</dt>
            <dd>{originWords(t, origin)}</dd>
          </div>
        )}
      </dl>
      {formula && <p data-testid="trace-computed">{t('report.computed', { formula })}</p>}
      {struck.length > 0 && (
        <p data-testid="trace-struck">{t('report.struck.names', { names: struck.join(', ') })}</p>
      )}
      {notComputed && <p>{t(`report.notComputed.${notComputed as 'INPUT_EMPTY'}`, { code: '…' })}</p>}
      {trace.steps.length > 0 && (
        <ol className={styles.steps}>
          {trace.steps.map((step) => (
            <li key={step.words[language]}>
              {step.words[language]}: <strong>{formats.number(step.value)}</strong>
            </li>
          ))}
        </ol>
      )}
      {(report || rows.length > 0) && (
        <p className={styles.sources}>
          {report && (
            <Link
              to={`/reports/${report}${indicatorId ? `?indicator=${indicatorId}` : ''}`}
              data-testid="trace-report"
            >
              {t('trace.toReport')}
            </Link>
          )}
          {rows.map((row) => (
            <span key={`${row.name}${row.id}`} title={row.id ?? undefined} data-testid={`trace-${row.name}`}>
              {t(`trace.row.${row.name as 'CELL'}`)} <code>{row.id?.slice(0, 8)}</code>
            </span>
          ))}
        </p>
      )}
    </div>
  )
}

/** Why the parts are not the sum: maxima, pools, spread points, rounding. */
export function Adjustments({ adjustments }: { adjustments: Adjustment[] }) {
  const { t, language } = useI18n()
  const formats = useFormats()
  if (adjustments.length === 0) return null
  return (
    <ul className={styles.adjustments} data-testid="adjustments">
      {adjustments.map((one) => (
        <li key={`${one.reason}${one.groupCode}`}>
          <strong>{formats.difference(one.points)}</strong> {one.words[language]}
          {one.groupCode && <span> ({t('score.group', { code: one.groupCode })})</span>}
        </li>
      ))}
    </ul>
  )
}
