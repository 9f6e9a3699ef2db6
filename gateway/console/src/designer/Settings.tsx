import { Checkbox, Select } from 'antd'
import { useI18n } from '../app/i18n'
import styles from './Designer.module.css'
import type { Draft } from './draft'
import { Labelled, NumberField, TextField } from './fields'

const MODES = ['HALF_UP', 'HALF_EVEN', 'HALF_DOWN', 'UP', 'DOWN'] as const

interface Props {
  draft: Draft
  onEdit(change: Partial<Draft>): void
}

/** What holds for the whole sheet. */
export function Settings({ draft, onEdit }: Props) {
  const { t } = useI18n()
  const { rounding } = draft
  const choice = <K extends 'bonus' | 'notApplicable' | 'plan'>(
    name: K,
    values: readonly NonNullable<Draft[K]>[],
    label: string,
    words: (value: NonNullable<Draft[K]>) => string,
  ) => (
    <Labelled label={label}>
      {(id) => (
        <Select
          id={id}
          value={draft[name] ?? values[0]}
          onChange={(value) => onEdit({ [name]: value })}
          options={values.map((value) => ({ value, label: words(value as NonNullable<Draft[K]>) }))}
          data-testid={`sheet-${name}`}
        />
      )}
    </Labelled>
  )
  return (
    <div className={styles.settings} data-testid="design-settings">
      <Labelled label={t('design.title')}>
        {(id) => (
          <TextField
            id={id}
            value={draft.title}
            onValue={(title) => onEdit({ title })}
            maxLength={500}
            testId="sheet-title"
          />
        )}
      </Labelled>
      <Labelled label={t('design.source')} hint={t('design.source.hint')}>
        {(id) => (
          <TextField
            id={id}
            value={draft.source ?? ''}
            onValue={(source) => onEdit({ source: source || null })}
            optional={draft.provenance !== 'IN_DOCUMENT'}
            maxLength={1000}
            testId="sheet-source"
          />
        )}
      </Labelled>
      <Labelled label={t('sheet.maximum')}>
        {(id) => (
          <NumberField
            id={id}
            value={draft.maximum}
            onValue={(maximum) => onEdit({ maximum })}
            suffix={t('design.unit.points')}
            testId="sheet-maximum"
          />
        )}
      </Labelled>
      {choice('bonus', ['INSIDE', 'ABOVE'], t('sheet.bonus'), (value) => t(`sheet.bonus.${value}`))}
      {choice('plan', ['REGISTERED_ELSE_ASSIGNED', 'REGISTERED', 'ASSIGNED'], t('sheet.plan'), (value) =>
        t(`sheet.plan.${value}`),
      )}
      {choice('notApplicable', ['EXCLUDE', 'LEAVE_OUT', 'FULL', 'ZERO'], t('sheet.notApplicable'), (value) =>
        t(`sheet.notApplicable.${value}`),
      )}
      <Labelled label={t('sheet.unmatched')} hint={t('design.unmatched.hint')}>
        {(id) => (
          <Select
            id={id}
            value={(draft.unmatched ?? 'none') as 'none' | 'RULING' | 'ZERO'}
            onChange={(value) => onEdit({ unmatched: value === 'none' ? null : value })}
            options={[
              { value: 'none', label: t('design.unmatched.none') },
              { value: 'RULING', label: t('sheet.unmatched.RULING') },
              { value: 'ZERO', label: t('sheet.unmatched.ZERO') },
            ]}
            data-testid="sheet-unmatched"
          />
        )}
      </Labelled>
      <fieldset className={styles.rounding}>
        <legend>{t('sheet.rounding')}</legend>
        <Select
          value={rounding.at ?? 'CRITERION'}
          onChange={(at) => onEdit({ rounding: { ...rounding, at } })}
          options={(['CRITERION', 'GROUP', 'TOTAL'] as const).map((value) => ({
            value,
            label: t(`design.rounding.${value}`),
          }))}
          aria-label={t('design.rounding.at')}
          data-testid="rounding-at"
        />
        <Select
          value={rounding.scale}
          onChange={(scale) => onEdit({ rounding: { ...rounding, scale } })}
          options={[0, 1, 2, 3, 4, 5, 6].map((value) => ({
            value,
            label: t('design.rounding.scale', { n: value }),
          }))}
          aria-label={t('design.rounding.digits')}
          data-testid="rounding-scale"
        />
        <Select
          value={rounding.mode}
          onChange={(mode) => onEdit({ rounding: { ...rounding, mode } })}
          options={MODES.map((value) => ({ value, label: t(`sheet.mode.${value}`) }))}
          aria-label={t('design.rounding.mode')}
          data-testid="rounding-mode"
        />
      </fieldset>
      <Checkbox
        checked={draft.belowZero ?? false}
        onChange={({ target }) => onEdit({ belowZero: target.checked })}
        data-testid="sheet-below-zero"
      >
        {t('design.belowZero')}
      </Checkbox>
    </div>
  )
}
