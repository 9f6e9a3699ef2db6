import { ApiFailure } from '../../api/failure'
import type { Saved } from './autosave'

/** A cell on its way to the server. */
export interface Parcel<V> {
  key: string
  values: V
  version: number
}

/** What the server made of one cell of a block. */
export type Outcome<V> =
  | { kind: 'saved'; saved: Saved<V> }
  /** Somebody else was first; `theirs` stands there now, if it was told. */
  | { kind: 'stale'; theirs: Saved<V> | null }
  | { kind: 'refused'; failure: ApiFailure }

interface Ways<V> {
  one(parcel: Parcel<V>): Promise<Saved<V>>
  /** One outcome for each parcel, in their order. */
  many(parcels: Parcel<V>[]): Promise<Outcome<V>[]>
  reload(key: string): Promise<Saved<V>>
  /** How many cells a request takes. */
  most: number
}

interface Waiting<V> extends Parcel<V> {
  resolve(saved: Saved<V>): void
  reject(failure: unknown): void
}

/**
 * The door through which self-saving cells go to the server: one alone by itself, those that are sent in the same moment, as by
 * a paste, together in one request. Each cell then learns its own fate.
 */
export class BlockDoor<V> {
  readonly #ways: () => Ways<V>
  readonly #told = new Map<string, Saved<V>>()
  #waiting: Waiting<V>[] = []

  constructor(ways: () => Ways<V>) {
    this.#ways = ways
  }

  send(key: string, values: V, version: number): Promise<Saved<V>> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ key, values, version, resolve, reject })
      if (this.#waiting.length === 1) setTimeout(() => this.#go())
    })
  }

  /** What stands there now: as the server told it with its refusal, or asked. */
  async reload(key: string): Promise<Saved<V>> {
    const told = this.#told.get(key)
    this.#told.delete(key)
    return told ?? this.#ways().reload(key)
  }

  #go(): void {
    const all = this.#waiting
    this.#waiting = []
    const { one, most } = this.#ways()
    const [first] = all
    if (first && all.length === 1) {
      one(first).then(first.resolve, first.reject)
      return
    }
    for (let from = 0; from < all.length; from += most) this.#together(all.slice(from, from + most))
  }

  async #together(parcels: Waiting<V>[]): Promise<void> {
    try {
      const outcomes = await this.#ways().many(parcels)
      for (const [index, parcel] of parcels.entries()) this.#tell(parcel, outcomes[index])
    } catch (failure) {
      for (const parcel of parcels) parcel.reject(failure)
    }
  }

  #tell(parcel: Waiting<V>, outcome: Outcome<V> | undefined): void {
    if (outcome?.kind === 'saved') parcel.resolve(outcome.saved)
    else if (outcome?.kind === 'stale') {
      if (outcome.theirs) this.#told.set(parcel.key, outcome.theirs)
      parcel.reject(new ApiFailure(412, null))
    } else if (outcome) parcel.reject(outcome.failure)
    // An answer that says nothing of a cell is none: the cell is sent again.
    else parcel.reject(new ApiFailure(0, null))
  }
}
