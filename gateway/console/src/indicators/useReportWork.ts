import { App } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { useI18n } from '../app/i18n'
import type { Autosave } from '../ui/sheet/autosave'
import type { Convention } from '../ui/sheet/blockNumbers'
import type { Range } from '../ui/sheet/range'
import { useActs } from '../ui/sheet/useActs'
import { type Check, needsReason, type Row, reportedOf } from './report'
import type { ReportCell } from './reportTypes'
import { chosen, cleared, filled, pasted, settled, type Unread, type Wishes, whyOf } from './reportWork'

interface Props {
  cells: ReportCell[]
  saveOf(indicatorId: string): Autosave<Row> | undefined
  checkOf(indicatorId: string): Autosave<Check> | undefined
  writable: boolean
  verifying: boolean
}

/** What a person does in a report beyond typing into one cell; every act can be taken back in one step. */
export interface ReportWork {
  unread: Record<string, Unread>
  /** Texts that wait for the person to say how their spreadsheet writes numbers. */
  twoWays: Unread[]
  read(convention: Convention): void
  onUnread(key: string, text: string | undefined): void
  /** One act on one cell. */
  change(indicatorId: string, values: Partial<Row>): void
  paste(block: string[][], range: Range, ours: boolean): void
  clear(range: Range): void
  fill(range: Range): void
  undo(): void
  redo(): void
}

export function useReportWork(props: Props): ReportWork {
  const { t, language } = useI18n()
  const { message } = App.useApp()
  const [unread, setUnread] = useState<Record<string, Unread>>({})
  const acts = useActs<Row>(props.saveOf)
  // Said once by the person, it holds for what they paste after it, as long as no block says otherwise.
  const [convention, setConvention] = useState<Convention | null>(null)
  const now = useRef({ ...props, t, unread, convention, language })
  now.current = { ...props, t, unread, convention, language }

  return useMemo(() => {
    const checks = (changes: Wishes['checks']) => {
      for (const { key, values } of changes) {
        const check = now.current.checkOf(key)
        const draft = now.current.saveOf(key)?.draft
        const cell = now.current.cells.find((one) => one.indicatorId === key)
        const reported = draft && cell ? reportedOf(draft, cell) : null
        check?.edit(values)
        if (check && check.draft.value !== null && !needsReason(check.draft, reported)) check.commit()
      }
    }
    const settle = (texts: Wishes['unread']) => setUnread((held) => settled(held, texts))
    const act = (wishes: Wishes) => {
      settle(wishes.unread)
      acts.put(wishes.rows)
      checks(wishes.checks)
      return wishes.rows.length + wishes.checks.length
    }

    return {
      read(by: Convention) {
        setConvention(by)
        const n = act(chosen(now.current.unread, now.current.cells, by))
        message.success(now.current.t('report.pasted', { n }))
      },
      onUnread(key: string, text: string | undefined) {
        const cell = now.current.cells.find(({ indicatorId }) => key.startsWith(`${indicatorId}~`))
        settle({ [key]: text === undefined || !cell ? undefined : { text, ...whyOf(text, cell) } })
      },
      change(key: string, values: Partial<Row>) {
        acts.put([{ key, values }])
      },
      paste(block: string[][], range: Range, ours: boolean) {
        const { cells, t, convention, language, ...may } = now.current
        const wishes = pasted(block, range, cells, may, ours ? language : null)
        const open = convention ? chosen(onlyOpen(wishes.unread), cells, convention) : null
        const n = act(wishes) + (open ? act(open) : 0)
        const bad = Object.entries(wishes.unread).filter(
          ([key, text]) => text && !(open && key in open.unread),
        ).length
        if (bad > 0) message.warning(t('report.pasted.unread', { n, bad }), 6)
        else if (n === 0 && wishes.skipped > 0) message.warning(t('report.pasted.locked'))
        else if (n > 0) message.success(t('report.pasted', { n }))
      },
      clear(range: Range) {
        act(cleared(range, now.current.cells, now.current))
      },
      fill(range: Range) {
        const { cells, saveOf, checkOf, t } = now.current
        const n = act(
          filled(
            range,
            cells,
            now.current,
            (key) => saveOf(key)?.draft,
            (key) => checkOf(key)?.draft,
          ),
        )
        if (n > 0) message.success(t('report.filledDown', { n }))
      },
      undo: acts.undo,
      redo: acts.redo,
      get twoWays() {
        return Object.values(now.current.unread).filter(({ why }) => why === 'twoWays')
      },
      unread,
    }
  }, [message, acts, unread])
}

function onlyOpen(unread: Wishes['unread']): Record<string, Unread> {
  return Object.fromEntries(
    Object.entries(unread).filter((entry): entry is [string, Unread] => entry[1]?.why === 'twoWays'),
  )
}
