/**
 * Stands in for the component library's style insertion (see vite.config.ts). Same four functions, but the
 * rules go into constructed style sheets instead of <style> elements, which `style-src 'self'` would block.
 */
interface Options {
  prepend?: boolean | 'queue'
  priority?: number
}

interface Entry {
  sheet: CSSStyleSheet
  css: string
  rank: number
  /** Never put into the page: the library writes marks on the element it thinks it inserted. */
  mark: HTMLStyleElement
}

const entries = new Map<string, Entry>()
let anonymous = 0

/** The library sorts prepended sheets by priority and puts everything else behind them. */
function rankOf({ prepend, priority = 0 }: Options): number {
  return prepend === 'queue' ? priority : prepend ? Number.MIN_SAFE_INTEGER : Number.MAX_SAFE_INTEGER
}

function adopt(): void {
  document.adoptedStyleSheets = [...entries.values()].sort((a, b) => a.rank - b.rank).map((e) => e.sheet)
}

export function updateCSS(css: string, key: string, options: Options = {}): HTMLStyleElement {
  const known = entries.get(key)
  if (known) {
    if (known.css !== css) {
      known.sheet.replaceSync(css)
      known.css = css
    }
    return known.mark
  }
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  const mark = document.createElement('style')
  entries.set(key, { sheet, css, rank: rankOf(options), mark })
  adopt()
  return mark
}

export function injectCSS(css: string, options: Options = {}): HTMLStyleElement {
  anonymous += 1
  return updateCSS(css, `anonymous-${anonymous}`, options)
}

export function removeCSS(key: string): void {
  if (entries.delete(key)) adopt()
}

export function clearContainerCache(): void {
  // Nothing is cached per container: there is one list for the document.
}
