import { Button, Select } from 'antd'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import styles from './Designer.module.css'
import { CODE, type Group, groupSums, type Part } from './draft'
import { Labelled, NumberField, TextField } from './fields'

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
        <div className={styles.narrow}>
          <Labelled label={t('design.code')}>
            {(id) => (
              <TextField
                id={id}
                value={group.code}
                onValue={(code) => set({ code })}
                fits={(text) => CODE.test(text) && !taken.has(text)}
                maxLength={35}
                testId="group-code"
              />
            )}
          </Labelled>
        </div>
        <div className={styles.grows}>
          <Labelled label={t('design.group.name')}>
            {(id) => (
              <TextField
                id={id}
                value={group.name}
                onValue={(name) => set({ name })}
                maxLength={500}
                testId="group-name"
              />
            )}
          </Labelled>
        </div>
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
        <Labelled label={t('design.part.in')}>
          {(id) => (
            <Select
              id={id}
              value={group.in ?? ''}
              onChange={(code) => set({ in: code || null })}
              options={[
                { value: '', label: t('design.part.none') },
                ...parts.map((one) => ({ value: one.code, label: `${one.code} ${one.name}` })),
              ]}
              status={group.in && !parts.some((one) => one.code === group.in) ? 'error' : undefined}
              data-testid="group-in"
            />
          )}
        </Labelled>
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
