import { Checkbox } from 'antd'
import { useI18n } from '../app/i18n'
import styles from './Designer.module.css'
import { CODE, type Criterion } from './draft'
import { TextField } from './fields'
import { IndicatorPicker } from './IndicatorPicker'
import { RowList } from './rules/RowList'

/** Codes that mean something else than a further number. */
const RESERVED = ['value', 'ruling']

/** Further numbers that the rule or a knock-out looks at. */
export function Inputs({
  criterion,
  onCriterion,
}: {
  criterion: Criterion
  onCriterion(criterion: Criterion): void
}) {
  const { t } = useI18n()
  const inputs = criterion.inputs ?? []
  const free = () => {
    let n = inputs.length + 1
    while (inputs.some(({ code }) => code === `so${n}`)) n += 1
    return `so${n}`
  }
  return (
    <RowList
      legend={t('design.inputs.legend')}
      rows={inputs}
      fresh={() => ({ code: free(), name: t('design.inputs.new'), indicatorId: null, whole: true })}
      onRows={(rows) => onCriterion({ ...criterion, inputs: rows })}
      addLabel={t('design.inputs.add')}
      testId="input"
    >
      {(input, change, at) => (
        <div className={styles.input}>
          <TextField
            label={`${t('design.row', { n: at + 1 })}: ${t('design.code')}`}
            value={input.code}
            onValue={(code) => change({ ...input, code })}
            fits={(text) =>
              CODE.test(text) &&
              !RESERVED.includes(text) &&
              !inputs.some((one) => one !== input && one.code === text)
            }
            maxLength={35}
          />
          <TextField
            label={`${t('design.row', { n: at + 1 })}: ${t('design.inputs.name')}`}
            value={input.name}
            onValue={(name) => change({ ...input, name })}
            maxLength={500}
            testId={`input-${at}-name`}
          />
          <IndicatorPicker
            label={`${t('design.row', { n: at + 1 })}: ${t('design.indicator')}`}
            value={input.indicatorId ?? null}
            onChange={(indicatorId) => change({ ...input, indicatorId })}
          />
          <Checkbox
            checked={input.whole ?? true}
            onChange={({ target }) => change({ ...input, whole: target.checked })}
          >
            {t('design.inputs.whole')}
          </Checkbox>
        </div>
      )}
    </RowList>
  )
}
