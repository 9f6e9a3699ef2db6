/** A file of values as it is sent: its rows, or the whole of a request for this very period. */
export type ReadFile = { body: string; rows: number } | { wrong: 'json' | 'shape' | 'period' | 'empty' }

export function readImport(file: string, periodId: string): ReadFile {
  const text = file.replace(/^\uFEFF/, '')
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch {
    return { wrong: 'json' }
  }
  if (Array.isArray(read)) {
    if (read.length === 0) return { wrong: 'empty' }
    return { body: `{"periodId":"${periodId}","rows":${text}}`, rows: read.length }
  }
  if (typeof read !== 'object' || read === null || !('rows' in read) || !Array.isArray(read.rows)) {
    return { wrong: 'shape' }
  }
  if (read.rows.length === 0) return { wrong: 'empty' }
  if (!('periodId' in read) || read.periodId !== periodId) return { wrong: 'period' }
  return { body: text, rows: read.rows.length }
}
