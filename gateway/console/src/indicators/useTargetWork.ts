import { App } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { useI18n } from '../app/i18n'
import type { Autosave } from '../ui/sheet/autosave'
import type { Convention } from '../ui/sheet/blockNumbers'
import type { Place, Range } from '../ui/sheet/range'
import { useActs } from '../ui/sheet/useActs'
import { settled, type Unread } from './reportWork'
import { cellKey, type Promised, type TargetIndicator } from './targets'
import {
  chosenTargets,
  clearedTargets,
  filledTargets,
  isCounted,
  type Measured,
  pastedTargets,
  type TargetPlace,
  type TargetWishes,
  whyNoTarget,
} from './targetWork'
import type { Member } from './types'

interface Props {
  units: Member[]
  indicators: TargetIndicator[]
  measured: Measured[]
  rowOf(key: string): Autosave<Promised> | undefined
  mayWrite(unitId: string, field: Measured): boolean
}

/** What a person does in the sheet of targets beyond typing into one cell; every act can be taken back in one step. */
export function useTargetWork(props: Props) {
  const { t, language } = useI18n()
  const { message } = App.useApp()
  const [unread, setUnread] = useState<Record<string, Unread>>({})
  const [convention, setConvention] = useState<Convention | null>(null)
  const acts = useActs<Promised>(props.rowOf)
  const now = useRef({ ...props, t, language, convention, unread })
  now.current = { ...props, t, language, convention, unread }

  const work = useMemo(() => {
    const target = (unitId: string, indicatorId: string, field: Measured | undefined): TargetPlace | null => {
      const key = cellKey(unitId, indicatorId)
      const one = now.current.indicators.find(({ id }) => id === indicatorId)
      const draft = now.current.rowOf(key)?.draft
      return one && field && draft ? { key, field, one, draft } : null
    }
    const shown = ({ row, column }: Place) => {
      const { units, indicators, measured } = now.current
      const unit = units[Math.floor(column / measured.length)]
      const one = indicators[row]
      return unit && one ? target(unit.unitId, one.id, measured[column % measured.length]) : null
    }
    const open = (place: TargetPlace | null) =>
      place &&
      now.current.mayWrite(place.key.split('~')[0] as string, place.field) &&
      !isCounted(place.draft, place.field)
        ? place
        : null
    const places = () => ({
      rows: now.current.indicators.length,
      columns: now.current.units.length * now.current.measured.length,
      shown,
      writable: (place: Place) => open(shown(place)),
    })
    const settle = (texts: TargetWishes['unread']) => setUnread((held) => settled(held, texts))
    const act = ({ rows, unread, skipped }: TargetWishes) => {
      settle(unread)
      acts.put(rows)
      const { t } = now.current
      const bad = Object.values(unread).filter(Boolean).length
      if (bad > 0) message.warning(t('report.pasted.unread', { n: rows.length, bad }), 6)
      else if (rows.length === 0 && skipped > 0) message.warning(t('report.pasted.locked'))
    }
    return {
      change: (key: string, values: Partial<Promised>) => acts.put([{ key, values }]),
      onUnread: (key: string, text: string | undefined) => {
        const [unitId = '', indicatorId = '', field] = key.split('~')
        const place = target(unitId, indicatorId, field as Measured)
        settle({ [key]: text === undefined || !place ? undefined : { text, ...whyNoTarget(text, place) } })
      },
      paste: (block: string[][], range: Range, ours: boolean) =>
        act(pastedTargets(block, range, places(), ours ? now.current.language : now.current.convention)),
      clear: (range: Range) => act(clearedTargets(range, places())),
      fill: (range: Range) => act(filledTargets(range, places())),
      undo: acts.undo,
      redo: acts.redo,
      read: (by: Convention) => {
        setConvention(by)
        const targetOf = (key: string) => {
          const [unitId = '', indicatorId = '', field] = key.split('~')
          return open(target(unitId, indicatorId, field as Measured))
        }
        act(chosenTargets(now.current.unread, targetOf, by))
      },
    }
  }, [message, acts])
  return { ...work, unread }
}

export type TargetWork = ReturnType<typeof useTargetWork>
