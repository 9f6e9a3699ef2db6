import { UnorderedListOutlined } from '@ant-design/icons'
import { Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { useI18n } from '../app/i18n'
import { useAutosave } from '../ui/sheet/useAutosaves'
import { useCell } from '../ui/sheet/useCell'
import styles from './Report.module.css'
import { COLUMN } from './reportWork'
import type { RowProps } from './rowProps'

/** What of a list was reached is named; how many they are is the number. */
export function ReachedCell({ cell, index, save, lock, work }: RowProps) {
  const { t } = useI18n()
  const { draft } = useAutosave(save)
  const at = useCell(index, COLUMN.value)
  const [chosen, setChosen] = useState<string[] | null>(null)
  const testId = `cell-${cell.code}-reached`
  // What an amendment struck stays said, but counts no more; the target's column tells it.
  const counted = draft.reached?.filter((name) => cell.items.includes(name)) ?? null
  return (
    <>
      <button
        type="button"
        {...at}
        className={styles.evidence}
        data-empty={counted === null || undefined}
        aria-label={`${cell.name}, ${t('report.value')}`}
        onClick={() => setChosen(counted ?? [])}
        data-testid={testId}
      >
        <UnorderedListOutlined aria-hidden />{' '}
        {draft.notApplicable
          ? t('report.notApplicable')
          : counted === null
            ? t('report.reached.choose')
            : t('report.reached', { n: counted.length, m: cell.items.length })}
      </button>
      {counted !== null && counted.length > 0 && <span className={styles.names}>{counted.join(', ')}</span>}
      {chosen && (
        <Modal
          open
          title={t('report.reached.title', { name: cell.name })}
          onCancel={() => setChosen(null)}
          okText={t('report.reached.ok', { n: chosen.length, m: cell.items.length })}
          cancelText={t('action.cancel')}
          okButtonProps={{ disabled: lock !== null }}
          onOk={() => {
            const reached = cell.items.filter((item) => chosen.includes(item))
            setChosen(null)
            work.change(cell.indicatorId, {
              reached,
              value: reached.length,
              qualifier: null,
              notApplicable: false,
            })
          }}
        >
          <Checkbox.Group
            className={styles.reached}
            value={chosen}
            disabled={lock !== null}
            onChange={setChosen}
            options={cell.items.map((item) => ({ value: item, label: item }))}
          />
        </Modal>
      )}
    </>
  )
}
