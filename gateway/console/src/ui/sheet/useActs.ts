import { App } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { useI18n } from '../../app/i18n'
import type { Values } from '../rebase'
import type { Autosave } from './autosave'
import { type Journey, type Lets, UndoStack } from './undo'

export interface Changed<V> {
  key: string
  values: Partial<V>
}

/** What a person does to the rows of a sheet: each act is one step that can be taken back, however many cells it touched. */
export interface Acts<V> {
  put(changes: Changed<V>[]): void
  undo(): void
  redo(): void
}

/** @param lets whether a cell can be given back what it had; without it, any can */
export function useActs<V extends Values>(
  rowOf: (key: string) => Autosave<V> | undefined,
  lets?: Lets<V>,
): Acts<V> {
  const { t } = useI18n()
  const { message } = App.useApp()
  const [stack] = useState(() => new UndoStack<V>())
  const now = useRef({ rowOf, lets, t })
  now.current = { rowOf, lets, t }
  return useMemo(() => {
    const write = (changes: Changed<V>[], remembered: boolean) => {
      const touched = changes.flatMap(({ key, values }) => {
        const save = now.current.rowOf(key)
        return save ? [{ key, values, save }] : []
      })
      if (remembered)
        stack.record(
          touched.map(({ key, values, save }) => ({ key, before: part(save.draft, values), after: values })),
        )
      for (const { save, values } of touched) save.edit(values)
      // All in one moment, so that they travel together.
      for (const { save } of touched) save.commit()
    }
    const travel = (journey: Journey<V> | null, key: 'report.undone' | 'report.redone') => {
      const { t } = now.current
      if (!journey) return message.info(t('report.undo.nothing'))
      write(journey.put, false)
      if (journey.moved.length > 0) message.warning(t('report.undo.moved', { n: journey.moved.length }))
      if (journey.kept.length > 0) message.warning(t('report.undo.kept', { n: journey.kept.length }), 6)
      if (journey.moved.length + journey.kept.length === 0 || journey.put.length > 0)
        message.success(t(key, { n: journey.put.length }))
    }
    const present = (key: string) => now.current.rowOf(key)?.draft
    return {
      put: (changes) => write(changes, true),
      undo: () => travel(stack.undo(present, now.current.lets), 'report.undone'),
      redo: () => travel(stack.redo(present), 'report.redone'),
    }
  }, [message, stack])
}

/** Of the values those fields that `change` speaks of. */
function part<V extends Values>(values: V, change: Partial<V>): Partial<V> {
  return Object.fromEntries(
    Object.keys(change).map((field) => [field, values[field as keyof V]]),
  ) as Partial<V>
}
