import { SafetyCertificateFilled } from '@ant-design/icons'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { FateSign, Trouble } from '../ui/sheet/Fate'
import { NumberCell } from '../ui/sheet/NumberCell'
import { useAutosave } from '../ui/sheet/useAutosaves'
import { qualified } from './figures'
import { ReachedCell } from './ReachedCell'
import styles from './Report.module.css'
import { adviceOf, reportedOf } from './report'
import type { ReportCell } from './reportTypes'
import { COLUMN, readWords, unreadKey } from './reportWork'
import type { RowProps } from './rowProps'
import { unreadWords } from './unreadWords'
import { useAnswers } from './useAnswers'
import { useStated } from './useStated'

/** What is said of a cell to those who do not see its row: advice, limits, and why it is locked. */
const describedBy = (cell: ReportCell, locked: boolean) =>
  `${cell.indicatorId}-notes ${cell.indicatorId}-measure${locked ? ' report-lock' : ''}`

/** What stands in the column of values: a number, names on a list, or what is computed. */
export function ValueCell(row: RowProps) {
  return row.cell.items.length > 0 ? <ReachedValue {...row} /> : <NumberValue {...row} />
}

function ReachedValue(row: RowProps) {
  const { fate } = useAutosave(row.save)
  return (
    <div className={styles.cell} data-fate={fate.kind}>
      <ReachedCell {...row} />
      <FateSign fate={fate} testId={`cell-${row.cell.code}-fate`} />
    </div>
  )
}

/** Why a computed cell has no number. */
function NotComputed({ cell }: Pick<RowProps, 'cell'>) {
  const { t } = useI18n()
  const computation = cell.cell.computation
  if (!computation?.none) return null
  return (
    <span className={styles.unread} data-testid={`cell-${cell.code}-not-computed`}>
      {t(`report.notComputed.${computation.none}`, { code: computation.noneBecause ?? '' })}
    </span>
  )
}

/** The unit's own number, or the word that the indicator does not concern it. */
function NumberValue({ cell, index, save, lock: closed, work }: RowProps) {
  const { t } = useI18n()
  const formats = useFormats()
  const { draft, fate } = useAutosave(save)
  const key = unreadKey(cell.indicatorId, 'value')
  const testId = `cell-${cell.code}-value`
  const warnings = adviceOf(draft, cell)
  const answers = useAnswers(cell)
  const words = useStated(draft.qualifier) ?? answers
  const unread = work.unread[key]
  const lock = closed ?? (cell.formula ? t('report.computed', { formula: cell.formula }) : null)
  const typed = draft.unitOfMeasure !== null && draft.value !== null ? reportedOf(draft, cell) : null
  return (
    <div className={styles.cell} data-fate={fate.kind}>
      <div
        className={styles.measured}
        data-cell-locked={lock !== null || undefined}
        data-stated={(draft.qualifier !== null && draft.value !== null) || undefined}
      >
        <NumberCell
          row={index}
          column={COLUMN.value}
          value={draft.value}
          words={words}
          instead={draft.notApplicable ? t('report.notApplicable') : undefined}
          unread={unread?.text}
          onUnread={(text) => work.onUnread(key, text)}
          onValue={(value) => work.change(cell.indicatorId, { value, qualifier: null, notApplicable: false })}
          onWords={(text) => {
            const read = readWords(text, cell, formats.parse)
            if (read) work.change(cell.indicatorId, read)
            return read !== null
          }}
          label={`${cell.name}, ${t('report.value')}, ${cell.unitOfMeasure}`}
          placeholder={answers ? answers.choices.join(' / ') : t('report.placeholder')}
          locked={lock !== null}
          warned={warnings.length > 0}
          testId={testId}
          describedBy={describedBy(cell, lock !== null)}
          enterKeyHint="next"
        />
        {!answers &&
          (cell.furtherUnits.length > 0 && lock === null ? (
            <select
              className={styles.unitChoice}
              value={draft.unitOfMeasure ?? ''}
              tabIndex={-1}
              aria-label={`${cell.name}, ${t('report.unitOfMeasure')}`}
              onChange={({ target }) =>
                work.change(cell.indicatorId, { unitOfMeasure: target.value || null })
              }
              data-testid={`${testId}-unit`}
            >
              <option value="">{cell.unitOfMeasure}</option>
              {cell.furtherUnits.map((unit) => (
                <option key={unit} value={unit}>
                  {unit}
                </option>
              ))}
            </select>
          ) : (
            <span className={styles.unit} aria-hidden>
              {draft.unitOfMeasure ?? cell.unitOfMeasure}
            </span>
          ))}
      </div>
      {typed !== null && (
        <span className={styles.measure} data-testid={`${testId}-normalised`}>
          = {formats.number(typed)} {cell.unitOfMeasure}
        </span>
      )}
      {cell.formula && <NotComputed cell={cell} />}
      {draft.actuality === 'ESTIMATE' && !draft.notApplicable && draft.value !== null && (
        <span className={styles.estimate} data-testid={`${testId}-estimate`}>
          {t('actuality.ESTIMATE')}
        </span>
      )}
      {unread && (
        <span className={styles.unread} role="alert" data-testid={`${testId}-unread`} data-why={unread.why}>
          {unreadWords(t, unread)}
        </span>
      )}
      <Trouble
        quiet
        row={save}
        fate={fate}
        labels={{
          value: t('report.value'),
          unitOfMeasure: t('report.unitOfMeasure'),
          qualifier: t('report.stated'),
          reached: t('report.value'),
          explanation: t('report.explanation'),
          evidence: t('report.evidence'),
          notApplicable: t('report.notApplicable'),
          actuality: t('report.estimate'),
        }}
        show={(field, value) =>
          typeof value === 'number'
            ? formats.number(value)
            : field === 'notApplicable'
              ? t(value ? 'report.notApplicable' : 'report.notApplicable.clear')
              : field === 'qualifier'
                ? value === null
                  ? t('report.stated.exact')
                  : qualified(t, String(value), '…')
                : Array.isArray(value)
                  ? t('evidence.count', { n: value.length })
                  : value === null
                    ? '—'
                    : String(value)
        }
        testId={`cell-${cell.code}`}
      />
      {cell.verified && fate.kind === 'unchanged' ? (
        <span className={styles.verifiedSign} title={t('report.verified')}>
          <SafetyCertificateFilled aria-hidden />
          <span className="heard">{t('report.verified')}</span>
        </span>
      ) : (
        <FateSign fate={fate} testId={`cell-${cell.code}-fate`} />
      )}
    </div>
  )
}
