/** What lies in a part: a group, or another part. */
interface Lies {
  in?: string | null
}
interface Coded extends Lies {
  code: string
}

/** A sheet as far as its outline goes. */
export interface Outlined<P extends Coded, G extends Lies> {
  parts?: P[] | null
  groups: G[]
}

/** A line of the outline; at level 0 is what lies in nothing. */
export type Line<P, G> = { level: number } & ({ part: P; group: null } | { part: null; group: G })

/** The parts that something lies in, the outermost first; also in a draft whose parts lie in each other each comes once. */
export function around<P extends Coded>(parts: P[] | null | undefined, { in: within }: Lies): P[] {
  const found: P[] = []
  let code = within
  while (code) {
    const part = parts?.find((one) => one.code === code)
    if (!part || found.includes(part)) break
    found.unshift(part)
    code = part.in
  }
  return found
}

/**
 * Parts and groups in the order in which they are read: a part stands where its first group does, and has all that lies in it below
 * it. Parts without any group come last.
 */
export function outline<P extends Coded, G extends Lies>({ parts, groups }: Outlined<P, G>): Line<P, G>[] {
  const within = new Map<P | null, Line<P, G>[]>([[null, []]])
  const place = (path: P[]) => {
    path.forEach((part, level) => {
      if (within.has(part)) return
      within.set(part, [])
      within.get(path[level - 1] ?? null)?.push({ level, part, group: null })
    })
  }
  for (const group of groups) {
    const path = around(parts, group)
    place(path)
    within.get(path.at(-1) ?? null)?.push({ level: path.length, part: null, group })
  }
  for (const part of parts ?? []) place([...around(parts, part).filter((one) => one !== part), part])
  const read = (lines: Line<P, G>[]): Line<P, G>[] =>
    lines.flatMap((line) => (line.part ? [line, ...read(within.get(line.part) ?? [])] : [line]))
  return read(within.get(null) ?? [])
}
