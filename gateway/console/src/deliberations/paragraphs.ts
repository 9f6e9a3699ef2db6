/** A paragraph of a draft as comments name it: its line, counted from 1, empty ones counted and not shown. */
export interface Paragraph {
  number: number
  text: string
}

export function paragraphsOf(text: string): Paragraph[] {
  return text
    .split('\n')
    .map((line, i) => ({ number: i + 1, text: line }))
    .filter((paragraph) => paragraph.text.trim() !== '')
}
