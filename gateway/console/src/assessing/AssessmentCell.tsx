import { Tooltip } from 'antd'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import type { Autosave } from '../ui/sheet/autosave'
import { FateSign, Trouble } from '../ui/sheet/Fate'
import { NumberCell } from '../ui/sheet/NumberCell'
import { useAutosave } from '../ui/sheet/useAutosaves'
import styles from './Assessing.module.css'
import type { Found } from './block'
import type { Entry } from './queries'
import type { Question } from './questions'
import { nameOf, saysNotApplicable, valueWords } from './words'

interface Props {
  save: Autosave<Entry>
  question: Question
  unitName: string
  row: number
  column: number
  /** Why nothing may be entered, or null. */
  lock: string | null
  onFound(found: Found): void
  unread: string | undefined
  onUnread(text: string | undefined): void
}

/** One value of one unit: saved with the reason of the table when it is left. */
export function AssessmentCell(props: Props) {
  const { save, question, unitName, row, column, lock, onFound } = props
  const { t } = useI18n()
  const formats = useFormats()
  const { draft, fate } = useAutosave(save)
  const testId = `assess-${row}-${question.code}`
  return (
    <td>
      <Tooltip title={lock ?? undefined}>
        <span>
          <NumberCell
            row={row}
            column={column}
            value={draft.value}
            unread={props.unread}
            onUnread={props.onUnread}
            words={valueWords(t, question, formats.number)}
            instead={draft.notApplicable ? t('assess.na') : undefined}
            onWords={(text) => {
              if (!saysNotApplicable(t, text)) return false
              onFound({ value: null, notApplicable: true })
              return true
            }}
            onValue={(value) => {
              // What was found once is not unsaid, only found otherwise.
              if (value === null) save.revert()
              else onFound({ value, notApplicable: false })
            }}
            locked={lock !== null}
            label={t('assess.cell', {
              unit: unitName,
              code: question.criterion.code,
              name: nameOf(t, question),
            })}
            placeholder="—"
            testId={testId}
          />
        </span>
      </Tooltip>
      <FateSign fate={fate} testId={`${testId}-fate`} />
      {draft.reason && (
        <span className={styles.why} title={draft.reason}>
          {draft.reason}
        </span>
      )}
      <Trouble
        row={save}
        fate={fate}
        labels={{ value: t('assess.value'), notApplicable: t('assess.na.long'), reason: t('assess.reason') }}
        show={(_, value) => (typeof value === 'number' ? formats.number(value) : String(value ?? '—'))}
        testId={testId}
      />
    </td>
  )
}
