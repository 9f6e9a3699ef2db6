import { useEffect, useRef, useState } from 'react'
import { useI18n } from '../../app/i18n'
import type { Values } from '../rebase'
import type { Autosave } from './autosave'
import { useWhy } from './Fate'
import { type Happening, sentences } from './spoken'

interface Heard<V extends Values> {
  row: Autosave<V>
  label: string
}

/** Long enough for a paste to be told in one sentence, short enough to follow what was typed. */
const GATHER_MS = 350

/** The one voice of a sheet: tells what becomes of its cells to those who do not see the signs. */
export function Spoken<V extends Values>({ rows }: { rows: Heard<V>[] }) {
  const { t } = useI18n()
  const why = useWhy()
  const [said, setSaid] = useState('')
  const words = useRef({ t, why })
  words.current = { t, why }

  useEffect(() => {
    const touched = new Map<Autosave<V>, string>()
    let timer: ReturnType<typeof setTimeout> | undefined
    const tell = () => {
      timer = undefined
      const happenings = [...touched].flatMap(([{ fate }, label]): Happening[] => {
        if (fate.kind === 'unchanged' || fate.kind === 'typed') return []
        const reason = fate.kind === 'refused' ? words.current.why(fate.failure) : undefined
        return [{ label, kind: fate.kind, why: reason }]
      })
      touched.clear()
      if (happenings.length > 0) setSaid(sentences(words.current.t, happenings))
    }
    const ends = rows.map(({ row, label }) => {
      let before = row.fate
      return row.subscribe(() => {
        if (row.fate.kind === before.kind && row.fate === before) return
        before = row.fate
        touched.set(row, label)
        timer ??= setTimeout(tell, GATHER_MS)
      })
    })
    return () => {
      clearTimeout(timer)
      for (const end of ends) end()
    }
  }, [rows])

  return (
    <span className="heard" role="status" data-testid="sheet-spoken">
      {said}
    </span>
  )
}
