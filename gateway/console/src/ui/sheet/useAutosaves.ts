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
  /** Fields that say one thing; see {@link Autosave}. */
  together?: readonly (keyof V & string)[]
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

const NOTHING: Tally = { saving: 0, waiting: 0, trouble: 0, unsaved: 0, savedAt: null }

type Part = Pick<Tally, 'saving' | 'waiting' | 'trouble' | 'unsaved'>

function partOf<V extends Values>({ fate, unsaved }: Autosave<V>): Part {
  const trouble = fate.kind === 'refused' || fate.kind === 'conflict'
  return {
    saving: Number(fate.kind === 'saving'),
    waiting: Number(fate.kind === 'waiting'),
    trouble: Number(trouble),
    unsaved: Number(unsaved),
  }
}

/** Counts rows as they change, never all of them again; tells once for whatever changes in one moment, as by a paste. */
class Counting<V extends Values> {
  readonly #tell: (tally: Tally) => void
  readonly #parts = new Map<Autosave<V>, Part>()
  #tally = NOTHING
  #telling = false

  constructor(tell: (tally: Tally) => void) {
    this.#tell = tell
  }

  changed(row: Autosave<V>): void {
    const before = this.#parts.get(row) ?? NOTHING
    const part = partOf(row)
    this.#parts.set(row, part)
    const { saving, waiting, trouble, unsaved, savedAt } = this.#tally
    this.#tally = {
      saving: saving + part.saving - before.saving,
      waiting: waiting + part.waiting - before.waiting,
      trouble: trouble + part.trouble - before.trouble,
      unsaved: unsaved + part.unsaved - before.unsaved,
      savedAt: row.fate.kind === 'saved' ? Math.max(savedAt ?? 0, row.fate.at) : savedAt,
    }
    if (this.#telling) return
    this.#telling = true
    queueMicrotask(() => {
      this.#telling = false
      this.#tell(this.#tally)
    })
  }
}

/** One self-saving row for each row of the server; the server's news is heard by those where nothing is typed. */
export function useAutosaves<V extends Values>(rows: Row<V>[] | undefined, doors: Doors<V>) {
  const door = useRef(doors)
  door.current = doors
  const [made] = useState(() => new Map<string, Autosave<V>>())
  const [counts, setCounts] = useState(NOTHING)
  const [counting] = useState(() => new Counting<V>(setCounts))

  for (const { key, saved } of rows ?? []) {
    if (made.has(key)) continue
    const row = new Autosave<V>(saved, {
      send: (values, version) => door.current.send(key, values, version),
      reload: () => door.current.reload(key),
      together: doors.together,
    })
    row.subscribe(() => counting.changed(row))
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

/**
 * One thing of what is typed in a row; the component is drawn anew when that changes, and not for the rest of the row.
 *
 * @param pick tells a text, a number or a yes: anything made afresh by each call would be drawn without end
 */
export function useTyped<V extends Values, T extends string | number | boolean | null>(
  row: Autosave<V>,
  pick: (draft: V) => T,
): T {
  return useSyncExternalStore(row.subscribe, () => pick(row.draft))
}

/** What is typed in a row and what became of it; the component is drawn anew when either changes. */
export function useAutosave<V extends Values>(row: Autosave<V>): { draft: V; fate: Fate<V> } {
  const draft = useSyncExternalStore(row.subscribe, () => row.draft)
  const fate = useSyncExternalStore(row.subscribe, () => row.fate)
  return { draft, fate }
}
