import type { RefObject } from 'react'

interface Props {
  /** Whatever is pressed to choose a file clicks it. */
  picker: RefObject<HTMLInputElement | null>
  label: string
  /** Endings and types, as the browser's own dialog takes them. */
  accept: string
  onFile(file: File): void
  testId: string
}

/** Asks for one file. It is not seen itself, and the same file may be chosen twice: people mend a file and bring it again. */
export function FilePicker({ picker, label, accept, onFile, testId }: Props) {
  return (
    <input
      ref={picker}
      type="file"
      className="heard"
      tabIndex={-1}
      aria-label={label}
      accept={accept}
      onChange={(event) => {
        const file = event.target.files?.[0]
        event.target.value = ''
        if (file) onFile(file)
      }}
      data-testid={testId}
    />
  )
}
