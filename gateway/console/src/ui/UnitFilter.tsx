import { useState } from 'react'
import { type Named, UnitPicker } from './Picker'
import { useUnitName } from './UnitName'

interface Props {
  id: string | null
  label: string
  testId: string
  onChange(id: string | null): void
}

/** A filter by unit whose choice lives in the address as an id; the name is asked for when only the id is known. */
export function UnitFilter({ id, label, testId, onChange }: Props) {
  const [chosen, setChosen] = useState<Named | null>(null)
  const known = chosen?.id === id ? chosen?.name : undefined
  const asked = useUnitName(id && !known ? id : undefined)
  return (
    <UnitPicker
      value={id ? { id, name: known ?? asked ?? '…' } : null}
      onChange={(unit) => {
        setChosen(unit)
        onChange(unit?.id ?? null)
      }}
      placeholder={label}
      label={label}
      testId={testId}
    />
  )
}
