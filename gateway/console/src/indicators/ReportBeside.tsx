import {
  HistoryOutlined,
  MessageOutlined,
  MoreOutlined,
  PaperClipOutlined,
  WarningFilled,
} from '@ant-design/icons'
import { Button, Dropdown, Tooltip } from 'antd'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { TextCell } from '../ui/sheet/TextCell'
import { useTyped } from '../ui/sheet/useAutosaves'
import { useCell } from '../ui/sheet/useCell'
import { isAnswered } from './answers'
import talks from './Comments.module.css'
import { qualified } from './figures'
import styles from './Report.module.css'
import { isTyped } from './report'
import type { ReportCell } from './reportTypes'
import { COLUMN } from './reportWork'
import type { RowProps } from './rowProps'
import { useAdvice } from './useAdvice'

export function ExplanationCell({ cell, index, save, lock, work }: RowProps) {
  const { t } = useI18n()
  const explanation = useTyped(save, (draft) => draft.explanation)
  const advice = useAdvice(save, cell)
  // Where to answer a warning is where it is told.
  const asked = lock === null ? advice.filter((warning) => warning !== 'evidence') : []
  return (
    <TextCell
      row={index}
      column={COLUMN.explanation}
      value={explanation}
      onValue={(explanation) => work.change(cell.indicatorId, { explanation })}
      label={`${cell.name}, ${t('report.explanation')}`}
      maxLength={2000}
      placeholder={asked.map((warning) => t(`report.warn.${warning}`)).join(' ') || undefined}
      locked={lock !== null}
      describedBy={lock === null ? undefined : 'report-lock'}
      testId={`cell-${cell.code}-explanation`}
    />
  )
}

export function EvidenceCell({ cell, index, save, onEvidence }: RowProps) {
  const { t } = useI18n()
  const n = useTyped(save, (draft) => draft.evidence.length)
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

/** Where a phone has no letters for a cell of numbers, the words around it are chosen. */
const QUALIFIERS = [null, 'ABOUT', 'NEARLY', 'ABOVE', 'AT_LEAST'] as const

const mayBeStated = (cell: ReportCell) => isTyped(cell) && !isAnswered(cell)

/** What else can be done with a row, away from the keys that are pressed all day. */
export function RowMenu({ cell, index, save, lock, work, onHistory, onComments }: RowProps) {
  const { t } = useI18n()
  const formats = useFormats()
  const notApplicable = useTyped(save, (draft) => draft.notApplicable)
  const estimate = useTyped(save, (draft) => draft.actuality === 'ESTIMATE')
  const value = useTyped(save, (draft) => draft.value)
  const qualifier = useTyped(save, (draft) => draft.qualifier)
  const at = useCell(index, COLUMN.menu)
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
                {t(notApplicable ? 'report.notApplicable.clear' : 'report.notApplicable.set')}
              </span>
            ),
            onClick: () =>
              work.change(cell.indicatorId, {
                value: null,
                unitOfMeasure: null,
                qualifier: null,
                reached: null,
                notApplicable: !notApplicable,
              }),
          },
          {
            key: 'estimate',
            disabled: lock !== null || cell.formula !== null,
            label: t(estimate ? 'report.actual' : 'report.estimate'),
            onClick: () => work.change(cell.indicatorId, { actuality: estimate ? 'ACTUAL' : 'ESTIMATE' }),
          },
          ...(lock === null && value !== null && mayBeStated(cell)
            ? [
                { type: 'divider' as const },
                {
                  key: 'stated',
                  type: 'group' as const,
                  label: t('report.stated'),
                  children: QUALIFIERS.filter((one) => one !== qualifier).map((one) => ({
                    key: one ?? 'exact',
                    label: (
                      <span data-testid={`cell-${cell.code}-stated-${one ?? 'EXACT'}`}>
                        {qualified(t, one, formats.number(value))}
                      </span>
                    ),
                    onClick: () => work.change(cell.indicatorId, { qualifier: one }),
                  })),
                },
              ]
            : []),
          { type: 'divider' },
          {
            key: 'history',
            icon: <HistoryOutlined />,
            label: <span data-testid={`cell-${cell.code}-history`}>{t('report.row.history')}</span>,
            onClick: () => onHistory(cell),
          },
          {
            key: 'comments',
            icon: <MessageOutlined />,
            label: <span data-testid={`cell-${cell.code}-comments`}>{t('comments.open.door')}</span>,
            onClick: () => onComments(cell),
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

/** How much is said of a cell, with the door to it; nothing where nothing is. */
export function TalkSign({ cell, talk, onComments }: Pick<RowProps, 'cell' | 'talk' | 'onComments'>) {
  const { t } = useI18n()
  if (!talk) return null
  const said = t(talk.open > 0 ? 'comments.count.open' : 'comments.count.resolved', {
    n: talk.open || talk.resolved,
  })
  return (
    <button
      type="button"
      className={talks.sign}
      tabIndex={-1}
      data-settled={talk.open === 0 || undefined}
      aria-label={`${cell.name}, ${said}`}
      title={said}
      onClick={() => onComments(cell)}
      data-testid={`cell-${cell.code}-talk`}
    >
      <MessageOutlined aria-hidden /> {talk.open || talk.resolved}
    </button>
  )
}

/** Advice on a row; nothing of it locks anything. */
export function Notes({ cell, save }: Pick<RowProps, 'cell' | 'save'>) {
  const { t } = useI18n()
  const warnings = useAdvice(save, cell)
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
