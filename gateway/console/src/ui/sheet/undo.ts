/** What one cell was changed to, and from what: only the fields that were changed. */
export interface Change<V> {
  key: string
  before: Partial<V>
  after: Partial<V>
}

/** What going back or forth does: values to put, and cells that have moved on in the meantime and are left alone. */
export interface Journey<V> {
  put: { key: string; values: Partial<V> }[]
  moved: string[]
  /** Cells that cannot be given back what they had. */
  kept: string[]
}

/** Whether a cell can be given those values. */
export type Lets<V> = (key: string, values: Partial<V>) => boolean

const LONGEST = 200

/**
 * What was done, one entry for one act of the person, however many cells it touched. Going back never overwrites what somebody
 * else, or a later act, put there: such a cell is told and left.
 */
export class UndoStack<V extends object> {
  #done: Change<V>[][] = []
  #undone: Change<V>[][] = []

  get canUndo(): boolean {
    return this.#done.length > 0
  }

  get canRedo(): boolean {
    return this.#undone.length > 0
  }

  record(changes: Change<V>[]): void {
    const real = changes.filter(({ before, after }) => !covers(before, after))
    if (real.length === 0) return
    this.#done = [...this.#done.slice(1 - LONGEST), real]
    this.#undone = []
  }

  /** @param present what stands in a cell now; undefined when there is no such cell any more */
  undo(present: (key: string) => V | undefined, lets: Lets<V> = () => true): Journey<V> | null {
    const changes = this.#done.pop()
    if (!changes) return null
    const back = journey(changes, present, lets, 'after', 'before')
    const undone = changes.filter(({ key }) => !back.kept.includes(key))
    if (undone.length > 0) this.#undone.push(undone)
    return back
  }

  redo(present: (key: string) => V | undefined): Journey<V> | null {
    const changes = this.#undone.pop()
    if (!changes) return null
    this.#done.push(changes)
    return journey(changes, present, () => true, 'before', 'after')
  }
}

function journey<V extends object>(
  changes: Change<V>[],
  present: (key: string) => V | undefined,
  lets: Lets<V>,
  from: 'before' | 'after',
  to: 'before' | 'after',
): Journey<V> {
  const put: Journey<V>['put'] = []
  const moved: string[] = []
  const kept: string[] = []
  for (const change of changes) {
    const { key } = change
    const now = present(key)
    if (!now || !covers(now, change[from])) moved.push(key)
    else if (lets(key, change[to])) put.push({ key, values: change[to] })
    else kept.push(key)
  }
  return { put, moved, kept }
}

/** Whether `values` says of every field of `part` what that says. */
function covers<V extends object>(values: Partial<V>, part: Partial<V>): boolean {
  return (Object.keys(part) as (keyof V)[]).every(
    (field) => JSON.stringify(values[field] ?? null) === JSON.stringify(part[field] ?? null),
  )
}
