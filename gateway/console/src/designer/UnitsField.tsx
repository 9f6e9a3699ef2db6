import { Button, Select } from 'antd'
import type { UnitKind } from '../api/types'
import { useI18n } from '../app/i18n'
import type { Member } from '../indicators/types'
import styles from './Designer.module.css'
import { Labelled } from './fields'
import { useKinds } from './queries'
import { ofKind } from './variants'

interface Props {
  label: string
  hint?: string
  placeholder: string
  units: string[]
  members: Member[]
  /** Units of which something else is said already. */
  taken: Set<string>
  onUnits(units: string[], kind?: UnitKind): void
  testId: string
}

/** Units, chosen one by one or all of a kind at once; what is kept are the units, whatever becomes of their kind. */
export function UnitsField({ label, hint, placeholder, units, members, taken, onUnits, testId }: Props) {
  const { t } = useI18n()
  const all = [...new Map(members.map((one) => [one.unitId, one])).values()]
  const kinds = useKinds(all.map((one) => one.unitId))
  const present = [...new Set(kinds.values())]
  return (
    <Labelled label={label} hint={hint}>
      {(id) => (
        <>
          <Select
            id={id}
            mode="multiple"
            value={units}
            onChange={(chosen) => onUnits(chosen)}
            placeholder={placeholder}
            optionFilterProp="label"
            options={all.map((one) => ({
              value: one.unitId,
              label: one.unitName,
              disabled: taken.has(one.unitId),
            }))}
            data-testid={testId}
          />
          {present.length > 1 && (
            <div className={styles.inline}>
              {present.map((kind) => (
                <Button
                  key={kind}
                  size="small"
                  onClick={() => onUnits(ofKind(units, kinds, kind, taken), kind)}
                  data-testid={`${testId}-${kind}`}
                >
                  {t('design.notFor.kind', { kind: t(`kind.${kind}`) })}
                </Button>
              ))}
            </div>
          )}
        </>
      )}
    </Labelled>
  )
}
