import { Button, Select } from 'antd'
import { useI18n } from '../app/i18n'
import type { Member } from '../indicators/types'
import styles from './Designer.module.css'
import { Labelled } from './fields'
import { useKinds } from './queries'

interface Props {
  notFor: string[]
  members: Member[]
  onNotFor(units: string[]): void
}

/** Units to which a criterion does not apply, chosen one by one or all of a kind at once. */
export function Applies({ notFor, members, onNotFor }: Props) {
  const { t } = useI18n()
  const units = [...new Map(members.map((one) => [one.unitId, one])).values()]
  const kinds = useKinds(units.map((one) => one.unitId))
  const present = [...new Set(kinds.values())]
  return (
    <Labelled label={t('design.notFor')} hint={t('design.notFor.hint')}>
      {(id) => (
        <>
          <Select
            id={id}
            mode="multiple"
            value={notFor}
            onChange={onNotFor}
            placeholder={t('design.notFor.nobody')}
            optionFilterProp="label"
            options={units.map((one) => ({ value: one.unitId, label: one.unitName }))}
            data-testid="criterion-not-for"
          />
          {present.length > 1 && (
            <div className={styles.inline}>
              {present.map((kind) => (
                <Button
                  key={kind}
                  size="small"
                  onClick={() =>
                    onNotFor([
                      ...new Set([
                        ...notFor,
                        ...[...kinds].filter(([, one]) => one === kind).map(([unit]) => unit),
                      ]),
                    ])
                  }
                  data-testid={`not-for-${kind}`}
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
