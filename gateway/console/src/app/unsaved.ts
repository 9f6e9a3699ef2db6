import { useEffect } from 'react'

let open = 0

/** True while a form holds something typed that is not saved: then nothing may take the page away unasked. */
export function somethingUnsaved(): boolean {
  return open > 0
}

/** Marks this form as holding unsaved content, and makes the browser ask before the page is left. */
export function useUnsaved(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return
    open += 1
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => {
      open -= 1
      window.removeEventListener('beforeunload', ask)
    }
  }, [dirty])
}
