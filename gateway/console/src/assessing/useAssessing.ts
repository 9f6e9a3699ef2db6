import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import type { Scoresheet } from '../indicators/scoreTypes'
import type { Place, Range } from '../ui/sheet/range'
import { useActs } from '../ui/sheet/useActs'
import { useAutosaves } from '../ui/sheet/useAutosaves'
import { type Cell, canGoBack, type Found, filled, pasted, type Wishes } from './block'
import {
  type AssessedUnit,
  type Assessments,
  EMPTY,
  type Entry,
  entryOf,
  getAssessments,
  writeEntry,
} from './queries'
import { columnsOf, type Question, questionsByUnit } from './questions'
import { type Moved, moved } from './rescored'
import { saysNotApplicable, valueWords } from './words'

export const keyOf = (unitId: string, code: string) => `${unitId}|${code}`

interface Props {
  sheet: Scoresheet
  found: Assessments
  questions: Question[]
  /** The question as it is asked of the unit. */
  ownOf(unitId: string, code: string): Question | undefined
  reason: string
  /** Why nothing may be entered there, or null. */
  lockOf(unit: AssessedUnit, question: Question): string | null
}

/** The table as it is written: cells that save themselves, blocks out of a spreadsheet, and what points moved by it. */
export function useAssessing({ sheet, found, questions, ownOf, reason, lockOf }: Props) {
  const { t, language } = useI18n()
  const formats = useFormats()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [unread, setUnread] = useState<Record<string, string>>({})
  const [moves, setMoves] = useState<Moved[]>([])
  /** The units as they stood before the act whose moves are shown. */
  const begun = useRef(found.units)
  const lines = useRef(new Map<string, Promise<unknown>>())

  /** Of one unit one entry after the other, so that the last answer knows of all of them. */
  function inLine<T>(unitId: string, send: () => Promise<T>): Promise<T> {
    const sent = (lines.current.get(unitId) ?? Promise.resolve()).then(send, send)
    lines.current.set(unitId, sent)
    return sent
  }

  async function replace(unit: AssessedUnit) {
    const queryKey = ['scores', 'assessments', sheet.id]
    // An answer that was asked for before this one must not put the old row back.
    await queries.cancelQueries({ queryKey })
    const now = queries.setQueryData<Assessments>(
      queryKey,
      (old) => old && { ...old, units: old.units.map((one) => (one.unitId === unit.unitId ? unit : one)) },
    )
    if (now) setMoves(moved(begun.current, now.units))
  }

  const rows = useMemo(() => {
    const units = found.units.map((one) => one.unitId)
    const all = columnsOf(sheet, questionsByUnit(sheet, units))
    return found.units.flatMap((unit) =>
      all.map(({ code }) => ({ key: keyOf(unit.unitId, code), saved: entryOf(unit, code) })),
    )
  }, [found, sheet])
  const saves = useAutosaves<Entry>(rows, {
    send: async (key, entry, version) => {
      const [unitId = '', code = ''] = key.split('|')
      const { saved, unit } = await inLine(unitId, () => writeEntry(sheet.id, unitId, code, entry, version))
      if (unit) await replace(unit)
      return saved
    },
    reload: async (key) => {
      const [unitId = '', code = ''] = key.split('|')
      const newest = await getAssessments(sheet.id)
      return (
        entryOf(
          newest.units.find((one) => one.unitId === unitId),
          code,
        ) ?? EMPTY
      )
    },
  })

  const acts = useActs<Entry>(saves.row, (key, entry) => {
    const save = saves.row(key)
    return save !== undefined && canGoBack(entry, save)
  })

  /** Each act is one step that can be taken back, and its moves are shown from where it began. */
  function begin(act: () => void) {
    begun.current = found.units
    act()
  }

  function put(entries: Wishes['entries']) {
    begin(() => acts.put(entries.map(({ key, found }) => ({ key, values: { ...found, reason } }))))
  }

  function cell({ row, column }: Place): Cell | null {
    const unit = found.units[row]
    const question = questions[column]
    if (!unit || !question || lockOf(unit, question)) return null
    const key = keyOf(unit.unitId, question.code)
    const { value = null, notApplicable = false } = saves.row(key)?.draft ?? {}
    const words = valueWords(t, ownOf(unit.unitId, question.code) ?? question, formats.number)
    return {
      key,
      found: notApplicable
        ? { value: null, notApplicable }
        : value === null
          ? null
          : { value, notApplicable: false },
      read(text) {
        if (!question.ruling && saysNotApplicable(t, text)) return { value: null, notApplicable: true }
        const meant = words?.read(text) ?? null
        return meant === null ? null : { value: meant, notApplicable: false }
      },
    }
  }
  const places = { rows: found.units.length, columns: questions.length, cell }

  function act({ entries, unread: texts, locked }: Wishes) {
    setUnread((held) => {
      const left = { ...held, ...texts }
      for (const { key } of entries) delete left[key]
      return left
    })
    put(entries)
    const bad = Object.keys(texts).length
    const [first] = locked
    if (bad > 0) message.warning(t('report.pasted.unread', { n: entries.length, bad }), 6)
    else if (first) {
      const [unit, question] = [found.units[first.row], questions[first.column]]
      const because = unit && question ? lockOf(unit, question) : null
      message.warning(t('assess.pasted.locked', { n: locked.length, because: because ?? '' }), 6)
    }
  }

  return {
    saves,
    moves,
    unread,
    enter: (key: string, found: Found) => put([{ key, found }]),
    onUnread: (key: string, text: string | undefined) =>
      setUnread(({ [key]: _, ...rest }) => (text === undefined ? rest : { ...rest, [key]: text })),
    paste: (block: string[][], range: Range, ours: boolean) =>
      act(pasted(block, range, places, ours ? language : null)),
    fill: (range: Range) => act(filled(range, places)),
    undo: () => begin(acts.undo),
    redo: () => begin(acts.redo),
  }
}
