import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { qualified } from './figures'
import styles from './Scores.module.css'
import { StatedFigure } from './StatedFigure'
import type { Adjustment, Trace } from './scoreTypes'
import { TypedNumber } from './TypedNumber'
import { inputWords, originWords, qualifiersOf } from './traceWords'

interface Props {
  trace: Trace
  indicatorId: string | null
  /** Nothing was there to score by: that is said, and no points. */
  noFact: boolean
}

/** Why a criterion gave its points: what went in and where it came from, the formula, every number on the way. */
export function TraceView({ trace, indicatorId, noFact }: Props) {
  const { t, language } = useI18n()
  const formats = useFormats()
  const idOf = (name: string) => trace.inputs.find((input) => input.name === name)?.id
  const qualifiers = qualifiersOf(trace)
  const values = trace.inputs.flatMap((input, place) =>
    input.value === null ? [] : [{ ...input, qualifier: qualifiers.get(place) ?? null }],
  )
  const origin = idOf('origin')
  const formula = idOf('FORMULA')
  const notComputed = idOf('NOT_COMPUTED')
  const struck = trace.inputs.filter((input) => input.name === 'STRUCK').map((input) => input.id)
  const report = idOf('REPORT')
  const figures = trace.inputs.flatMap((input) => (input.name === 'FIGURE' && input.id ? [input.id] : []))
  const rows = trace.inputs.filter((input) => ['TARGET', 'INPUT'].includes(input.name))
  return (
    <div className={styles.trace} data-testid="trace">
      {noFact && <p data-testid="trace-no-fact">{t('trace.noFact')}</p>}
      {(!noFact || values.length > 0) && (
        <p className={styles.formula} data-testid="trace-formula">
          {trace.formula[language]}
        </p>
      )}
      <dl className={styles.inputs}>
        {values.map((input) => (
          <div key={`${input.name}${input.value}`}>
            <dt>{inputWords(t, input.name, origin)}</dt>
            <dd data-testid={`trace-input-${input.name}`}>
              {qualified(t, input.qualifier, formats.number(input.value ?? 0))}
            </dd>
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
        <ol className={styles.steps} data-testid="trace-steps">
          {trace.steps.map((step) => (
            <li key={step.words[language]}>
              {step.words[language]}: <strong>{formats.number(step.value)}</strong>
            </li>
          ))}
        </ol>
      )}
      {figures.map((id) => (
        <StatedFigure key={id} id={id} />
      ))}
      {report && <TypedNumber reportId={report} indicatorId={indicatorId} />}
      {rows.length > 0 && (
        <p className={styles.sources}>
          {rows.map((row) => (
            <span key={`${row.name}${row.id}`} title={row.id ?? undefined} data-testid={`trace-${row.name}`}>
              {t(`trace.row.${row.name as 'INPUT'}`)} <code>{row.id?.slice(0, 8)}</code>
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
