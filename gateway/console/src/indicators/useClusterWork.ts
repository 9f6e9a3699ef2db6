import { App } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { ApiFailure } from '../api/failure'
import { useI18n } from '../app/i18n'
import { BlockDoor, type Outcome, type Parcel } from '../ui/sheet/blockDoor'
import type { Convention } from '../ui/sheet/blockNumbers'
import type { Place, Range } from '../ui/sheet/range'
import { useActs } from '../ui/sheet/useActs'
import { useAutosaves } from '../ui/sheet/useAutosaves'
import {
  type ClusterWishes,
  clearedIn,
  type Figure,
  figureOf,
  figureRead,
  filledIn,
  pastedOver,
} from './clusterWork'
import { SAID } from './report'
import { MOST_IN_A_BLOCK, PAUSE_MS, readFigure, useAskAnew, writeFigures } from './reportQueries'
import type { ClusterGrid, ClusterUnit } from './reportTypes'
import { readCell, settled, type Unread, whyOf } from './reportWork'

export const figureKey = (reportId: string, indicatorId: string) => `${reportId}~${indicatorId}`

/** Saving, pasting and undoing over those rows of a cluster that are the person's own. */
export function useClusterWork(grid: ClusterGrid, mayWrite: (unit: ClusterUnit) => boolean) {
  const { t, language } = useI18n()
  const { message } = App.useApp()
  const askAnew = useAskAnew(PAUSE_MS.cluster)
  const [unread, setUnread] = useState<Record<string, Unread>>({})
  const [convention, setConvention] = useState<Convention | null>(null)

  const rows = useMemo(() => {
    // What is computed, and what is named on a list, is not a number that somebody types.
    const computed = new Set(grid.indicators.filter(({ formula }) => formula).map(({ id }) => id))
    return grid.units.filter(mayWrite).flatMap(({ report, cells }) =>
      cells
        .filter(({ indicatorId, named }) => !named && !computed.has(indicatorId))
        .map((cell) => ({
          key: figureKey(report.id as string, cell.indicatorId),
          saved: { values: figureOf(cell), version: cell.version },
        })),
    )
  }, [grid, mayWrite])
  const [door] = useState(() => {
    const many = async (parcels: Parcel<Figure>[]): Promise<Outcome<Figure>[]> => {
      const reports = new Map<string, Parcel<Figure>[]>()
      for (const parcel of parcels) {
        const id = parcel.key.split('~')[0] as string
        reports.set(id, [...(reports.get(id) ?? []), parcel])
      }
      const told = new Map<string, Outcome<Figure>>()
      await Promise.all(
        [...reports].map(async ([id, own]) => {
          const outcomes = await writeFigures(id, own)
          for (const [index, { key }] of own.entries()) told.set(key, outcomes[index] as Outcome<Figure>)
        }),
      )
      askAnew()
      return parcels.map(({ key }) => told.get(key) as Outcome<Figure>)
    }
    return new BlockDoor<Figure>(() => ({
      many,
      one: async (parcel) => {
        const [outcome] = await many([parcel])
        if (outcome?.kind === 'saved') return outcome.saved
        throw outcome?.kind === 'refused' ? outcome.failure : new ApiFailure(412, null)
      },
      reload: (key) => readFigure(...(key.split('~') as [string, string])),
      most: MOST_IN_A_BLOCK,
    }))
  })
  const saves = useAutosaves<Figure>(rows, {
    send: (key, values, version) => door.send(key, values, version),
    reload: (key) => door.reload(key),
    together: SAID,
  })

  const acts = useActs<Figure>(saves.row)
  const now = useRef({ grid, mayWrite, t, language, convention, unread })
  now.current = { grid, mayWrite, t, language, convention, unread }
  const work = useMemo(() => {
    const at = ({ row, column }: Place) => {
      const unit = now.current.grid.units[row]
      const column_ = now.current.grid.indicators[column]
      return unit && column_ ? { unit, indicator: column_ } : null
    }
    const cells = () => ({
      rows: now.current.grid.units.length,
      columns: now.current.grid.indicators.length,
      writable: (place: Place) => {
        const cell = at(place)
        if (!cell || !now.current.mayWrite(cell.unit)) return null
        const key = figureKey(cell.unit.report.id as string, cell.indicator.id)
        return saves.row(key) ? { key, target: { ...cell.indicator, indicatorId: cell.indicator.id } } : null
      },
      figure: (place: Place): Figure | null => {
        const cell = at(place)
        if (!cell) return null
        const own = saves.row(figureKey(cell.unit.report.id ?? '', cell.indicator.id))
        const shown = cell.unit.cells.find(({ indicatorId }) => indicatorId === cell.indicator.id)
        return own?.draft ?? (shown ? figureOf(shown) : null)
      },
    })
    const settle = (texts: ClusterWishes['unread']) => setUnread((held) => settled(held, texts))
    const act = ({ figures, unread, skipped }: ClusterWishes) => {
      settle(unread)
      acts.put(figures)
      const bad = Object.values(unread).filter(Boolean).length
      const { t } = now.current
      if (bad > 0) message.warning(t('report.pasted.unread', { n: figures.length, bad }))
      else if (figures.length === 0 && skipped > 0) message.warning(t('report.pasted.locked'))
      else if (skipped > 0) message.info(t('cluster.partly', { n: figures.length, skipped }))
    }
    return {
      change: (key: string, values: Figure) => acts.put([{ key, values }]),
      onUnread: (key: string, text: string | undefined) => {
        const one = now.current.grid.indicators.find(({ id }) => key.endsWith(`~${id}`))
        settle({
          [key]:
            text === undefined || !one
              ? undefined
              : { text, ...whyOf(text, { ...one, indicatorId: one.id }) },
        })
      },
      paste: (block: string[][], range: Range, ours: boolean) =>
        act(pastedOver(block, range, cells(), ours ? now.current.language : now.current.convention)),
      clear: (range: Range) => act(clearedIn(range, cells())),
      fill: (range: Range) => act(filledIn(range, cells())),
      undo: acts.undo,
      redo: acts.redo,
      read: (by: Convention) => {
        setConvention(by)
        const targets = new Map(now.current.grid.indicators.map((one) => [one.id, one]))
        const wishes: ClusterWishes = { figures: [], unread: {}, skipped: 0 }
        for (const [key, { text, why }] of Object.entries(now.current.unread)) {
          const indicator = targets.get(key.split('~')[1] as string)
          if (why !== 'twoWays' || !indicator) continue
          const read = readCell(text, { ...indicator, indicatorId: indicator.id }, by)
          if ('why' in read) continue
          wishes.unread[key] = undefined
          wishes.figures.push({ key, values: figureRead(read) })
        }
        act(wishes)
      },
    }
  }, [message, saves.row, acts])
  return { ...work, saves, unread }
}

export type ClusterWork = ReturnType<typeof useClusterWork>
