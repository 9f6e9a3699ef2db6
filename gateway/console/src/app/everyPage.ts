import type { Page } from '../api/types'

/** All pages of a list that a screen shows whole. */
export async function everyPage<T>(page: (after: string | undefined) => Promise<Page<T>>): Promise<T[]> {
  const all: T[] = []
  let after: string | undefined
  do {
    const { items, next } = await page(after)
    all.push(...items)
    after = next ?? undefined
  } while (after)
  return all
}
