export type Language = 'vi' | 'en'

/** Puts values into a text: `{name}` becomes what `values.name` says; an unknown name stays visible. */
export function fill(text: string, values: Record<string, string | number> = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole))
}
