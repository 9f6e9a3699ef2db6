import {
  HistoryOutlined,
  MoreOutlined,
  PaperClipOutlined,
  SafetyCertificateFilled,
  WarningFilled,
} from '@ant-design/icons'
import { Button, Dropdown, Tooltip } from 'antd'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { FateSign, Trouble } from '../ui/sheet/Fate'
import { NumberCell } from '../ui/sheet/NumberCell'
import { TextCell } from '../ui/sheet/TextCell'
import { useAutosave } from '../ui/sheet/useAutosaves'
import { useCell } from '../ui/sheet/useCell'
import { splitUnit } from './measuredIn'
import { ReachedCell } from './ReachedCell'
import styles from './Report.module.css'
import type { RowProps } from './ReportGrid'
import { adviceOf, needsReason, readYesNo, reportedOf, targetOf } from './report'
import type { ReportCell } from './reportTypes'
import { COLUMN, unreadKey } from './reportWork'
import { saysNotApplicable } from './warnings'

/** Yes and no are kept as 1 and 0 and shown as words. */
function useYesNo(cell: ReportCell) {
  const { t } = useI18n()
  if (cell.valueKind !== 'YES_NO') return undefined
  return { show: (value: number) => t(value === 0 ? 'report.no' : 'report.yes'), read: readYesNo }
}

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
  const words = useYesNo(cell)
  const unread = work.unread[key]
  const yesNo = cell.valueKind === 'YES_NO'
  const lock = closed ?? (cell.formula ? t('report.computed', { formula: cell.formula }) : null)
  const typed = draft.unitOfMeasure !== null && draft.value !== null ? reportedOf(draft, cell) : null
  return (
    <div className={styles.cell} data-fate={fate.kind}>
      <div className={styles.measured} data-cell-locked={lock !== null || undefined}>
        <NumberCell
          row={index}
          column={COLUMN.value}
          value={draft.value}
          words={words}
          instead={draft.notApplicable ? t('report.notApplicable') : undefined}
          unread={unread?.text}
          onUnread={(text) => work.onUnread(key, text)}
          onValue={(value) => work.change(cell.indicatorId, { value, notApplicable: false })}
          onWords={(text) => {
            if (saysNotApplicable(text)) {
              work.change(cell.indicatorId, { value: null, unitOfMeasure: null, notApplicable: true })
              return true
            }
            const split = splitUnit(text, cell.unitOfMeasure, cell.furtherUnits)
            const value = split && formats.parse(split.number)
            if (split === null || value === null) return false
            work.change(cell.indicatorId, { value, unitOfMeasure: split.unit, notApplicable: false })
            return true
          }}
          label={`${cell.name}, ${t('report.value')}, ${cell.unitOfMeasure}`}
          placeholder={t('report.placeholder')}
          locked={lock !== null}
          warned={warnings.length > 0}
          testId={testId}
          describedBy={describedBy(cell, lock !== null)}
          enterKeyHint="next"
        />
        {!yesNo &&
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
          {t(`unreadable.${unread.why}`)}
        </span>
      )}
      <Trouble
        quiet
        row={save}
        fate={fate}
        labels={{
          value: t('report.value'),
          unitOfMeasure: t('report.unitOfMeasure'),
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

/** Percent of plan as the service computed it from what is saved. */
export function PercentOf({ cell, save }: Pick<RowProps, 'cell' | 'save'>) {
  const formats = useFormats()
  const { t } = useI18n()
  const { draft } = useAutosave(save)
  const percent = cell.percentOfPlan?.percent ?? null
  const none = cell.percentOfPlan?.none
  const stale = reportedOf(draft, cell) !== cell.cell.value || draft.notApplicable !== cell.cell.notApplicable
  if (draft.notApplicable || draft.value === null || percent === null) {
    const why = none && draft.value !== null && !draft.notApplicable ? t(`percent.none.${none}`) : undefined
    return (
      <span className={styles.quiet} title={why}>
        — <span className="heard">{why}</span>
      </span>
    )
  }
  const first = cell.first?.percentOfPlan?.percent ?? null
  return (
    <>
      <span
        className={styles.percent}
        data-behind={percent < 100 || undefined}
        data-stale={stale || undefined}
        data-testid={`cell-${cell.code}-percent`}
      >
        {formats.percent(Math.round(percent * 100) / 100)}
      </span>
      {first !== null && (
        <span className={styles.measure} data-testid={`cell-${cell.code}-percent-first`}>
          {t('report.percent.first', { percent: formats.percent(Math.round(first * 100) / 100) })}
        </span>
      )}
    </>
  )
}

export function TargetOf({ cell }: Pick<RowProps, 'cell'>) {
  const { t } = useI18n()
  const formats = useFormats()
  const words = useYesNo(cell)
  const target = targetOf(cell)
  const shown = (value: number | null) => (value === null ? '—' : formats.number(value))
  const both = cell.registered !== null && cell.assigned !== null && cell.registered !== cell.assigned
  return (
    <>
      <span data-testid={`cell-${cell.code}-target`}>
        {target === null ? '—' : (words?.show(target) ?? formats.number(target))}
      </span>
      {both && (
        <span className={styles.measure}>
          {t('report.assigned', { value: formats.number(cell.assigned ?? 0) })}
        </span>
      )}
      {cell.year && (
        <span className={styles.measure} data-testid={`cell-${cell.code}-year`}>
          {t('report.ofYear', { value: shown(cell.year.registered ?? cell.year.assigned) })}
        </span>
      )}
      {cell.first && (
        <span className={styles.measure} data-testid={`cell-${cell.code}-first`}>
          {t('report.first', {
            value: shown(cell.first.registered ?? cell.first.assigned),
            time: formats.instant(cell.first.amendedAt),
          })}
        </span>
      )}
      {cell.items.length > 0 && (
        <span className={styles.measure} title={cell.items.join(', ')}>
          {t('report.items', { n: cell.items.length })}
        </span>
      )}
    </>
  )
}

export function ExplanationCell({ cell, index, save, lock, work }: RowProps) {
  const { t } = useI18n()
  const { draft } = useAutosave(save)
  return (
    <TextCell
      row={index}
      column={COLUMN.explanation}
      value={draft.explanation}
      onValue={(explanation) => work.change(cell.indicatorId, { explanation })}
      label={`${cell.name}, ${t('report.explanation')}`}
      maxLength={2000}
      locked={lock !== null}
      describedBy={lock === null ? undefined : 'report-lock'}
      testId={`cell-${cell.code}-explanation`}
    />
  )
}

export function EvidenceCell({ cell, index, save, onEvidence }: RowProps) {
  const { t } = useI18n()
  const { draft } = useAutosave(save)
  const n = draft.evidence.length
  const at = useCell(index, COLUMN.evidence)
  return (
    <button
      type="button"
      {...at}
      className={styles.evidence}
      data-empty={n === 0 || undefined}
      aria-label={`${cell.name}, ${t('report.evidence')}: ${n === 0 ? t('evidence.none') : t('evidence.count', { n })}`}
      onClick={() => onEvidence(cell)}
      data-testid={`cell-${cell.code}-evidence`}
    >
      <PaperClipOutlined aria-hidden /> {n === 0 ? t('evidence.none') : t('evidence.count', { n })}
    </button>
  )
}

/** The verified value beside the unit's; in verifying, a cell of its own with one press for "agrees". */
export function VerifiedCell({ cell, index, save, check, verifying: judging, work }: RowProps) {
  const { t } = useI18n()
  const formats = useFormats()
  const { draft: said } = useAutosave(save)
  const reported = { value: reportedOf(said, cell) }
  // What is computed follows the verified numbers of its inputs.
  const verifying = judging && !cell.formula
  const { draft, fate } = useAutosave(check)
  const key = unreadKey(cell.indicatorId, 'verified')
  const testId = `cell-${cell.code}-verified`
  const words = useYesNo(cell)
  const unread = work.unread[key]
  const differs = draft.value !== null && draft.value !== reported.value
  const send = (values: Partial<typeof draft>) => {
    check.edit(values)
    if (!needsReason(check.draft, reported.value)) check.commit()
  }
  if (!verifying) {
    const { verified } = cell
    return verified ? (
      <span className={styles.verifiedValue} data-differs={differs || undefined} data-testid={testId}>
        {words?.show(verified.value) ?? formats.number(verified.value)}
      </span>
    ) : (
      <span className={styles.quiet}>—</span>
    )
  }
  return (
    <div className={styles.cell} data-fate={fate.kind}>
      <NumberCell
        row={index}
        column={COLUMN.verified}
        value={draft.value}
        words={words}
        unread={unread?.text}
        onUnread={(text) => work.onUnread(key, text)}
        onValue={(value) => send({ value })}
        label={`${cell.name}, ${t('report.verified')}`}
        testId={testId}
        warned={differs}
      />
      {draft.value === null && reported.value !== null && !unread && (
        <Button
          size="small"
          className={styles.agree}
          tabIndex={-1}
          onClick={() => send({ value: reported.value, reason: null })}
          data-testid={`${testId}-agree`}
        >
          {t('verify.agree')}
        </Button>
      )}
      {unread && (
        <span className={styles.unread} role="alert" data-testid={`${testId}-unread`} data-why={unread.why}>
          {t(`unreadable.${unread.why}`)}
        </span>
      )}
      {differs && reported.value !== null && draft.value !== null && (
        <span className={styles.measure}>
          {t('verify.differs', { difference: formats.difference(draft.value - reported.value) })}
        </span>
      )}
      <Trouble
        row={check}
        fate={fate}
        labels={{ value: t('report.verified'), reason: t('report.verifyReason') }}
        show={(_, value) => (typeof value === 'number' ? formats.number(value) : String(value ?? '—'))}
        testId={testId}
      />
      <FateSign fate={fate} testId={`${testId}-fate`} />
    </div>
  )
}

export function ReasonCell({ cell, index, save, check, verifying: judging }: RowProps) {
  const { t } = useI18n()
  const formats = useFormats()
  const { draft: said } = useAutosave(save)
  const reported = { value: reportedOf(said, cell) }
  const verifying = judging && !cell.formula
  const { draft } = useAutosave(check)
  const { verified } = cell
  const by = verified && (
    <span className={styles.measure} data-testid={`cell-${cell.code}-verified-at`}>
      {t('verify.at', { time: formats.instant(verified.at) })}
    </span>
  )
  if (!verifying) {
    return (
      <div>
        {verified?.reason && <span data-testid={`cell-${cell.code}-reason`}>{verified.reason}</span>}
        {by}
      </div>
    )
  }
  const needed = needsReason(draft, reported.value)
  return (
    <div>
      <TextCell
        row={index}
        column={COLUMN.reason}
        value={draft.reason}
        onValue={(reason) => {
          check.edit({ reason })
          if (check.draft.value !== null && !needsReason(check.draft, reported.value)) check.commit()
        }}
        label={`${cell.name}, ${t('report.verifyReason')}`}
        maxLength={1000}
        placeholder={needed ? t('verify.needReason') : undefined}
        testId={`cell-${cell.code}-reason`}
      />
      {needed && (
        <span className={styles.unread} role="alert" data-testid={`cell-${cell.code}-need-reason`}>
          {t('verify.needReason')}
        </span>
      )}
      {by}
    </div>
  )
}

/** What else can be done with a row, away from the keys that are pressed all day. */
export function RowMenu({ cell, index, save, lock, work, onHistory }: RowProps) {
  const { t } = useI18n()
  const { draft } = useAutosave(save)
  const at = useCell(index, COLUMN.menu)
  const change = (values: Partial<typeof draft>) => work.change(cell.indicatorId, values)
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          {
            key: 'na',
            disabled: lock !== null || cell.formula !== null,
            label: (
              <span data-testid={`cell-${cell.code}-toggle-applicable`}>
                {t(draft.notApplicable ? 'report.notApplicable.clear' : 'report.notApplicable.set')}
              </span>
            ),
            onClick: () =>
              change({
                value: null,
                unitOfMeasure: null,
                reached: null,
                notApplicable: !draft.notApplicable,
              }),
          },
          {
            key: 'estimate',
            disabled: lock !== null || cell.formula !== null,
            label: t(draft.actuality === 'ESTIMATE' ? 'report.actual' : 'report.estimate'),
            onClick: () => change({ actuality: draft.actuality === 'ESTIMATE' ? 'ACTUAL' : 'ESTIMATE' }),
          },
          { type: 'divider' },
          {
            key: 'history',
            icon: <HistoryOutlined />,
            label: <span data-testid={`cell-${cell.code}-history`}>{t('report.row.history')}</span>,
            onClick: () => onHistory(cell),
          },
        ],
      }}
    >
      <Button
        {...at}
        data-beside
        type="text"
        size="small"
        icon={<MoreOutlined />}
        aria-label={`${cell.name}, ${t('report.row.menu')}`}
        data-testid={`cell-${cell.code}-menu`}
      />
    </Dropdown>
  )
}

/** Advice on a row; nothing of it locks anything. */
export function Notes({ cell, save }: Pick<RowProps, 'cell' | 'save'>) {
  const { t } = useI18n()
  const { draft } = useAutosave(save)
  const warnings = adviceOf(draft, cell)
  return (
    <span id={`${cell.indicatorId}-notes`} className={styles.notes}>
      {warnings.length > 0 && (
        <Tooltip title={warnings.map((warning) => t(`report.warn.${warning}`)).join(' ')}>
          <button
            type="button"
            className={styles.warning}
            tabIndex={-1}
            data-testid={`cell-${cell.code}-warning`}
            data-warnings={warnings.join(' ')}
          >
            <WarningFilled aria-hidden />
            <span className="heard">{warnings.map((warning) => t(`report.warn.${warning}`)).join(' ')}</span>
          </button>
        </Tooltip>
      )}
    </span>
  )
}
