import { ApiFailure } from '../../api/failure'
import { type Difference, differences, rebase, type Values } from '../rebase'

/** What the server holds of one row, and which version of it. */
export interface Saved<V> {
  values: V
  version: number
}

/** What the person sees of the fate of what they typed. */
export type Fate<V> =
  | { kind: 'unchanged' }
  /** It was changed elsewhere while this screen was open: by somebody else, or by an upload; nothing typed here was lost by it. */
  | { kind: 'changed' }
  | { kind: 'typed' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: number }
  /** No answer; it is sent again by itself. */
  | { kind: 'waiting'; failure: ApiFailure }
  | { kind: 'refused'; failure: unknown }
  /** Somebody else changed the same field: both values wait for a decision. */
  | { kind: 'conflict'; theirs: Saved<V>; clashes: Difference[] }

interface Door<V> {
  send(values: V, version: number): Promise<Saved<V>>
  /** The newest of the server, asked after a refusal because of the version. */
  reload(): Promise<Saved<V>>
  /** Fields that say one thing, as a number and its unit do: they are never put together from two people. */
  together?: readonly string[]
}

const FIRST_WAIT_MS = 2_000
const LONGEST_WAIT_MS = 30_000

/**
 * One row that saves itself. One request at a time; what is typed meanwhile goes after it. Nothing is overwritten unseen:
 * a change of somebody else in other fields is taken over, one in the same field waits for this person's decision.
 */
export class Autosave<V extends Values> {
  #base: Saved<V>
  #draft: V
  #fate: Fate<V> = { kind: 'unchanged' }
  #compared: [V, V]
  #unsaved = false
  #sending = false
  #again = false
  #wait = FIRST_WAIT_MS
  #timer: ReturnType<typeof setTimeout> | undefined
  #listeners = new Set<() => void>()
  readonly #door: Door<V>

  constructor(start: Saved<V>, door: Door<V>) {
    this.#base = start
    this.#draft = start.values
    this.#compared = [start.values, start.values]
    this.#door = door
  }

  get draft(): V {
    return this.#draft
  }

  get fate(): Fate<V> {
    return this.#fate
  }

  get version(): number {
    return this.#base.version
  }

  /** Something typed is not on the server yet. Asked far more often than either changes. */
  get unsaved(): boolean {
    const [draft, base] = this.#compared
    if (draft !== this.#draft || base !== this.#base.values) {
      this.#compared = [this.#draft, this.#base.values]
      this.#unsaved = !same(this.#draft, this.#base.values)
    }
    return this.#unsaved
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  edit(change: Partial<V>): void {
    this.#draft = { ...this.#draft, ...change }
    if (this.#fate.kind !== 'conflict' && !this.#sending)
      this.#tell(this.unsaved ? { kind: 'typed' } : { kind: 'unchanged' })
    else this.#tell(this.#fate)
  }

  /** Sends what was typed, if anything was. */
  async commit(): Promise<void> {
    if (this.#sending) {
      this.#again = true
      return
    }
    if (!this.unsaved || this.#fate.kind === 'conflict') return
    clearTimeout(this.#timer)
    this.#sending = true
    this.#tell({ kind: 'saving' })
    try {
      await this.#sendOnce(true)
    } finally {
      this.#sending = false
    }
    const again = this.#again
    this.#again = false
    if (again && this.#fate.kind === 'saved') await this.commit()
  }

  async #sendOnce(mayRebase: boolean): Promise<void> {
    const sent = this.#draft
    try {
      const now = await this.#door.send(sent, this.#base.version)
      // What was typed since stays typed.
      this.#draft = this.#rebased(sent, now.values)
      this.#base = now
      this.#wait = FIRST_WAIT_MS
      this.#tell({ kind: 'saved', at: Date.now() })
    } catch (failure) {
      if (failure instanceof ApiFailure && failure.status === 412) await this.#meet(failure, mayRebase)
      else if (failure instanceof ApiFailure && failure.passing) this.#later(failure)
      else this.#tell({ kind: 'refused', failure })
    }
  }

  /** What was typed over `base`, on top of what the server has now. */
  #rebased(base: V, now: V): V {
    return rebase(base, now, this.#draft, this.#door.together) as V
  }

  /** Somebody else was first. */
  async #meet(refusal: ApiFailure, mayRebase: boolean): Promise<void> {
    let theirs: Saved<V>
    try {
      theirs = await this.#door.reload()
    } catch (failure) {
      if (failure instanceof ApiFailure && failure.passing) this.#later(failure)
      else this.#tell({ kind: 'refused', failure })
      return
    }
    const clashes = differences(this.#base.values, theirs.values, this.#draft, this.#door.together).filter(
      (d) => d.clash,
    )
    if (clashes.length > 0) {
      this.#tell({ kind: 'conflict', theirs, clashes })
    } else if (mayRebase) {
      this.#draft = this.#rebased(this.#base.values, theirs.values)
      this.#base = theirs
      if (this.unsaved) await this.#sendOnce(false)
      else this.#tell({ kind: 'saved', at: Date.now() })
    } else this.#tell({ kind: 'refused', failure: refusal })
  }

  #later(failure: ApiFailure): void {
    this.#tell({ kind: 'waiting', failure })
    this.#timer = setTimeout(() => this.commit(), this.#wait)
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT_MS)
  }

  /** The person decides a conflict: their own value on top of the other's version, or the other's. */
  async decide(whose: 'mine' | 'theirs'): Promise<void> {
    if (this.#fate.kind !== 'conflict') return
    const { theirs } = this.#fate
    this.#draft = whose === 'mine' ? this.#rebased(this.#base.values, theirs.values) : theirs.values
    this.#base = theirs
    this.#tell({ kind: 'unchanged' })
    await this.commit()
  }

  /** Gives up what was typed. */
  revert(): void {
    clearTimeout(this.#timer)
    this.#draft = this.#base.values
    this.#tell({ kind: 'unchanged' })
  }

  /** The server's news from elsewhere: shown at once where nothing is being typed, otherwise met when it is sent. */
  hear(news: Saved<V>): void {
    if (this.#sending || this.unsaved || this.#fate.kind === 'conflict' || news.version <= this.#base.version)
      return
    const different = !same(news.values, this.#base.values)
    this.#base = news
    this.#draft = news.values
    this.#tell({ kind: different ? 'changed' : 'unchanged' })
  }

  /** Nothing more is sent by itself. */
  stop(): void {
    clearTimeout(this.#timer)
  }

  #tell(fate: Fate<V>): void {
    this.#fate = fate
    for (const listener of this.#listeners) listener()
  }
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
