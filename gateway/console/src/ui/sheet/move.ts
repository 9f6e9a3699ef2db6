/** Where a key takes the person from the cell they are in. */
export type Step = 'up' | 'down' | 'left' | 'right'

interface Key {
  key: string
  shiftKey: boolean
  altKey: boolean
  ctrlKey: boolean
  metaKey: boolean
}

interface Caret {
  /** All of the cell's text is marked, as it is on arrival: the next letter replaces it. */
  whole: boolean
  atStart: boolean
  atEnd: boolean
  /** The cell is one in which text is written. */
  text: boolean
}

/**
 * What a spreadsheet does with a key: Enter and the arrows up and down change the row, the arrows left and right leave a
 * cell only where the caret cannot move further. Alt+Enter is a line break, Tab is the browser's own.
 */
export function stepOf(key: Key, caret: Caret): Step | null {
  if (key.ctrlKey || key.metaKey || key.altKey) return null
  switch (key.key) {
    case 'Enter':
      return caret.text ? (key.shiftKey ? 'up' : 'down') : null
    case 'ArrowUp':
      return caret.whole || caret.atStart || !caret.text ? 'up' : null
    case 'ArrowDown':
      return caret.whole || caret.atEnd || !caret.text ? 'down' : null
    case 'ArrowLeft':
      return !key.shiftKey && (caret.whole || caret.atStart || !caret.text) ? 'left' : null
    case 'ArrowRight':
      return !key.shiftKey && (caret.whole || caret.atEnd || !caret.text) ? 'right' : null
    default:
      return null
  }
}
