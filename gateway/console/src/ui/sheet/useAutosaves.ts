import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useUnsaved } from '../../app/unsaved'
import type { Values } from '../rebase'
import { Autosave, type Fate, type Saved } from './autosave'

interface Row<V> {
  key: string
  saved: Saved<V>
}

interface Doors<V> {
  send(key: string, values: V, version: number): Promise<Saved<V>>
  reload(key: string): Promise<Saved<V>>
}

/** How many rows are on their way, and how many need the person. */
export interface Tally {
  saving: number
  waiting: number
  trouble: number
  unsaved: number
  /** When something was last saved on this screen. */
  savedAt: number | null
}

function tally<V extends Values>(rows: Iterable<Autosave<V>>): Tally {
  const result: Tally = { saving: 0, waiting: 0, trouble: 0, unsaved: 0, savedAt: null }
  for (const row of rows) {
    const { fate } = row
    if (row.unsaved) result.unsaved += 1
    if (fate.kind === 'saving') result.saving += 1
    if (fate.kind === 'waiting') result.waiting += 1
    if (fate.kind === 'refused' || fate.kind === 'conflict') result.trouble += 1
    if (fate.kind === 'saved') result.savedAt = Math.max(result.savedAt ?? 0, fate.at)
  }
  return result
}

/** One self-saving row for each row of the server; the server's news is heard by those where nothing is typed. */
export function useAutosaves<V extends Values>(rows: Row<V>[] | undefined, doors: Doors<V>) {
  const door = useRef(doors)
  door.current = doors
  const [made] = useState(() => new Map<string, Autosave<V>>())
  const [counts, setCounts] = useState<Tally>(() => tally([]))
  const count = useRef(() => setCounts(tally(made.values())))

  for (const { key, saved } of rows ?? []) {
    if (made.has(key)) continue
    const row = new Autosave<V>(saved, {
      send: (values, version) => door.current.send(key, values, version),
      reload: () => door.current.reload(key),
    })
    row.subscribe(() => count.current())
    made.set(key, row)
  }
  useEffect(() => {
    for (const { key, saved } of rows ?? []) made.get(key)?.hear(saved)
  }, [rows, made])
  useEffect(
    () => () => {
      for (const row of made.values()) row.stop()
    },
    [made],
  )
  useUnsaved(counts.unsaved > 0)
  const [row] = useState(() => (key: string) => made.get(key))
  return { row, counts, all: () => [...made.values()] }
}

/** What is typed in a row and what became of it; the component is drawn anew when either changes. */
export function useAutosave<V extends Values>(row: Autosave<V>): { draft: V; fate: Fate<V> } {
  const draft = useSyncExternalStore(row.subscribe, () => row.draft)
  const fate = useSyncExternalStore(row.subscribe, () => row.fate)
  return { draft, fate }
}
