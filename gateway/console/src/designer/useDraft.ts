import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useUnsaved } from '../app/unsaved'
import type { Scoresheet } from '../indicators/scoreTypes'
import { Autosave, type Fate } from '../ui/sheet/autosave'
import { useAutosave } from '../ui/sheet/useAutosaves'
import { type Draft, draftOf, followed, type Group, type Part } from './draft'
import { getSheet, savedOf, writeSheet } from './queries'

/** How long typing rests before it is sent. */
const REST_MS = 700
const MOST_STEPS = 100
/** What is typed without a longer rest is one step back. */
const ONE_STEP_MS = 2_000

export interface Work {
  row: Autosave<Draft>
  draft: Draft
  fate: Fate<Draft>
  edit(change: Partial<Draft>): void
  /** A change of the tree or within it, which can be taken back; parts are given where they change too. */
  act(groups: Group[], typed?: boolean, parts?: Part[]): void
  undo(): boolean
  canUndo: boolean
  /** Sends what is not sent yet, and waits for the answer. */
  settle(): Promise<void>
}

/** What the service reads of the saved sheet when it tries one criterion. */
function frameOf({ unmatched, plan, rounding }: Draft): string {
  return JSON.stringify([unmatched, plan, rounding])
}

/** A sheet that saves itself while it is written; leaving the page sends what is left. */
export function useDraft(sheet: Scoresheet): Work {
  const queries = useQueryClient()
  const first = useRef(sheet)
  const frame = useRef(frameOf(draftOf(sheet)))
  const [row] = useState(
    () =>
      new Autosave<Draft>(savedOf(first.current), {
        send: async (values, version) => {
          const saved = await writeSheet(first.current, values, version)
          // What a criterion is tried by, so that none is shown as it was by what held before.
          if (frameOf(values) !== frame.current) {
            frame.current = frameOf(values)
            queries.invalidateQueries({ queryKey: ['scoresheets', 'trial'] })
          }
          queries.invalidateQueries({ queryKey: ['scoresheets', first.current.seasonId] })
          queries.invalidateQueries({ queryKey: ['scoresheets', 'replay'] })
          return saved
        },
        reload: async () => savedOf(await getSheet(first.current.id)),
      }),
  )
  const { draft, fate } = useAutosave(row)
  const [steps, setSteps] = useState<Pick<Draft, 'groups' | 'knockOuts' | 'ties' | 'parts'>[]>([])
  const typedAt = useRef(0)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useUnsaved(row.unsaved)
  useEffect(() => row.hear(savedOf(sheet)), [row, sheet])
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      row.commit()
      row.stop()
    },
    [row],
  )
  const edit = useCallback(
    (change: Partial<Draft>) => {
      row.edit(change)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => row.commit(), REST_MS)
    },
    [row],
  )
  return {
    row,
    draft,
    fate,
    edit,
    act(groups, typed = false, parts) {
      const now = Date.now()
      if (!typed || now - typedAt.current > ONE_STEP_MS) {
        const { groups: before, knockOuts, ties, parts: partsBefore } = draft
        setSteps([...steps.slice(-MOST_STEPS), { groups: before, knockOuts, ties, parts: partsBefore }])
      }
      typedAt.current = typed ? now : 0
      // What is typed stays in its place, so a code that is typed anew is known by it.
      const tree = parts ? { groups, parts } : { groups }
      edit(typed ? { ...tree, ...followed(draft, groups) } : tree)
    },
    undo() {
      const before = steps.at(-1)
      if (!before) return false
      setSteps(steps.slice(0, -1))
      typedAt.current = 0
      edit(before)
      return true
    },
    canUndo: steps.length > 0,
    async settle() {
      clearTimeout(timer.current)
      await row.commit()
    },
  }
}
