import { boundsOf, holds, isSingle, type Place, type Range, samePlace, single } from './range'

/** `none` also before anybody has been in the sheet: then every cell may be the first. */
export type Mark = 'active' | 'marked' | 'none' | 'unbegun'

/** What is marked in one sheet. The anchor has the keyboard; the head is where Shift and an arrow go on from. */
export class Selection {
  #range: Range | null = null
  #listeners = new Set<() => void>()

  /** @param roving only the active cell is on the way of the Tab key */
  constructor(readonly roving: boolean) {}

  get range(): Range | null {
    return this.#range
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  markOf(row: number, column: number): Mark {
    const range = this.#range
    if (!range) return 'unbegun'
    const place = { row, column }
    if (samePlace(range.anchor, place)) return 'active'
    return !isSingle(range) && holds(boundsOf(range), place) ? 'marked' : 'none'
  }

  only(place: Place): void {
    this.#set(single(place))
  }

  extend(head: Place): void {
    this.#set({ anchor: this.#range?.anchor ?? head, head })
  }

  set(range: Range): void {
    this.#set(range)
  }

  #set(range: Range): void {
    const old = this.#range
    if (old && samePlace(old.anchor, range.anchor) && samePlace(old.head, range.head)) return
    this.#range = range
    for (const listener of this.#listeners) listener()
  }
}
