import { Select } from 'antd'
import { useI18n } from '../app/i18n'
import styles from './Designer.module.css'
import { CODE, type Part } from './draft'
import { Labelled, TextField } from './fields'

interface CodeAndNameProps {
  of: { code: string; name: string }
  nameLabel: string
  /** Codes that others of its kind have. */
  taken: Set<string>
  /** Lines of the name. */
  rows?: number
  /** Most characters of the name. */
  longest: number
  onChange(change: { code?: string; name?: string }): void
  testId: string
}

/** What parts, groups and criteria all begin with: their code, one of its kind, and their name. */
export function CodeAndName({ of, nameLabel, taken, rows, longest, onChange, testId }: CodeAndNameProps) {
  const { t } = useI18n()
  return (
    <>
      <div className={styles.narrow}>
        <Labelled label={t('design.code')}>
          {(id) => (
            <TextField
              id={id}
              value={of.code}
              onValue={(code) => onChange({ code })}
              fits={(text) => CODE.test(text) && !taken.has(text)}
              maxLength={35}
              testId={`${testId}-code`}
            />
          )}
        </Labelled>
      </div>
      <div className={styles.grows}>
        <Labelled label={nameLabel}>
          {(id) => (
            <TextField
              id={id}
              value={of.name}
              onValue={(name) => onChange({ name })}
              rows={rows}
              maxLength={longest}
              testId={`${testId}-name`}
            />
          )}
        </Labelled>
      </div>
    </>
  )
}

interface InPartProps {
  /** The code of the part it lies in. */
  value: string | null | undefined
  /** Those that it may lie in. */
  parts: Part[]
  onChange(code: string | null): void
  testId: string
}

/** Which part a group or another part lies in. */
export function InPart({ value, parts, onChange, testId }: InPartProps) {
  const { t } = useI18n()
  return (
    <Labelled label={t('design.part.in')}>
      {(id) => (
        <Select
          id={id}
          value={value ?? ''}
          onChange={(code) => onChange(code || null)}
          options={[
            { value: '', label: t('design.part.none') },
            ...parts.map((one) => ({ value: one.code, label: `${one.code} ${one.name}` })),
          ]}
          status={value && !parts.some((one) => one.code === value) ? 'error' : undefined}
          data-testid={testId}
        />
      )}
    </Labelled>
  )
}
