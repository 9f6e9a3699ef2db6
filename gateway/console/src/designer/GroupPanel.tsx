import { Button } from 'antd'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import styles from './Designer.module.css'
import { type Group, groupSums, type Part } from './draft'
import { Labelled, NumberField } from './fields'
import { CodeAndName, InPart } from './heading'

interface Props {
  group: Group
  /** Codes that other groups have. */
  taken: Set<string>
  /** Those that it may lie in. */
  parts: Part[]
  onGroup(group: Group): void
}

/** What is written of a group, and what its criteria come to. */
export function GroupPanel({ group, taken, parts, onGroup }: Props) {
  const { t } = useI18n()
  const formats = useFormats()
  const { base, bonus } = groupSums(group)
  const set = (change: Partial<Group>) => onGroup({ ...group, ...change })
  return (
    <div className={styles.panel} data-testid="group-panel">
      <div className={styles.fields}>
        <CodeAndName
          of={group}
          nameLabel={t('design.group.name')}
          taken={taken}
          longest={500}
          onChange={set}
          testId="group"
        />
      </div>
      <div className={styles.fields}>
        <Labelled
          label={t('design.group.maximum')}
          hint={t('design.group.base', { base: formats.number(base) })}
        >
          {(id) => (
            <NumberField
              id={id}
              value={group.maximum}
              onValue={(maximum) => set({ maximum })}
              suffix={t('design.unit.points')}
              faulty={base < group.maximum}
              testId="group-maximum"
            />
          )}
        </Labelled>
        <Labelled
          label={t('design.group.bonus')}
          hint={t('design.group.bonusSum', { bonus: formats.number(bonus) })}
        >
          {(id) => (
            <NumberField
              id={id}
              value={group.bonusMaximum ?? 0}
              onValue={(bonusMaximum) => set({ bonusMaximum })}
              suffix={t('design.unit.points')}
              faulty={bonus > 0 !== (group.bonusMaximum ?? 0) > 0}
              testId="group-bonus"
            />
          )}
        </Labelled>
      </div>
      {(parts.length > 0 || group.in) && (
        <InPart value={group.in} parts={parts} onChange={(code) => set({ in: code })} testId="group-in" />
      )}
      {base !== group.maximum && (
        <div>
          <Button onClick={() => set({ maximum: base })} data-testid="group-take-sum">
            {t('design.group.take', { base: formats.number(base) })}
          </Button>
        </div>
      )}
      <p className={styles.hint}>{t('design.group.hint')}</p>
    </div>
  )
}
