import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { useTyped } from '../ui/sheet/useAutosaves'
import styles from './Report.module.css'
import { reportedOf, targetOf } from './report'
import type { RowProps } from './rowProps'
import { useWritten } from './useAnswers'

/** Percent of plan as the service computed it from what is saved. */
export function PercentOf({ cell, save }: Pick<RowProps, 'cell' | 'save'>) {
  const formats = useFormats()
  const { t } = useI18n()
  const none = cell.percentOfPlan?.none
  const said = useTyped(save, (draft) => !draft.notApplicable && draft.value !== null)
  const stale = useTyped(
    save,
    (draft) => reportedOf(draft, cell) !== cell.cell.value || draft.notApplicable !== cell.cell.notApplicable,
  )
  const percent = cell.percentOfPlan?.percent ?? null
  if (!said || percent === null) {
    const why = none && said ? t(`percent.none.${none}`) : undefined
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
      {cell.struck && (
        <span className={styles.measure} data-testid={`cell-${cell.code}-struck`}>
          {t('report.struck', {
            names: cell.struck.names.join(', '),
            time: formats.instant(cell.struck.since),
            counted: formats.number(cell.struck.counted),
          })}
        </span>
      )}
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
  const written = useWritten()
  const target = targetOf(cell)
  const shown = (value: number | null) => written(value, cell)
  const both = cell.registered !== null && cell.assigned !== null && cell.registered !== cell.assigned
  return (
    <>
      <span data-testid={`cell-${cell.code}-target`}>{shown(target)}</span>
      {both && (
        <span className={styles.measure}>{t('report.assigned', { value: shown(cell.assigned) })}</span>
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
      {cell.first && cell.first.items.join() !== cell.items.join() && (
        <span className={styles.measure} data-testid={`cell-${cell.code}-items-first`}>
          {t('targets.items.first', { names: cell.first.items.join(', ') || '—' })}
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
