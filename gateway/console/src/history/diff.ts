export interface Change {
  field: string
  before: unknown
  after: unknown
}

const text = (value: unknown) => JSON.stringify(value ?? null)

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What differs between two states of one thing, nested fields as `account.subject`; same content is left out. */
export function changes(before: unknown, after: unknown, path = ''): Change[] {
  const was = isRecord(before) ? before : {}
  const is = isRecord(after) ? after : {}
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((key) => {
    const field = path ? `${path}.${key}` : key
    const [a, b] = [was[key], is[key]]
    if (text(a) === text(b)) return []
    if (isRecord(a) && isRecord(b)) return changes(a, b, field)
    return [{ field, before: a, after: b }]
  })
}
