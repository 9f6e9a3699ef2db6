import { Button, Radio, Select } from 'antd'
import { useI18n } from '../../app/i18n'
import styles from '../Designer.module.css'
import { sum } from '../draft'
import { Labelled, NumberField, TextField } from '../fields'
import { optionsOfLevels, sameOptions } from '../kinds'
import { useCatalogue } from '../queries'
import { PointsCell, type RuleProps } from './parts'
import { RowList } from './RowList'

/** Days late, or a count: up to so many, so many points; the last step holds all that follow. */
export function StepRows({ rule, onRule, faulty }: RuleProps) {
  const { t } = useI18n()
  const steps = rule.steps ?? []
  const late = rule.type === 'DAYS_LATE'
  // Only the last step is open, however rows come and go.
  const close = (rows: typeof steps) =>
    rows.map((step, at) => {
      if (at === rows.length - 1) return { ...step, upTo: null }
      const before = rows[at - 1]?.upTo
      return step.upTo == null ? { ...step, upTo: before == null ? 0 : sum([before, 1]) } : step
    })
  return (
    <RowList
      legend={t(late ? 'design.steps.late' : 'design.steps.count')}
      rows={steps}
      least={1}
      fresh={() => ({ upTo: null, points: 0 })}
      onRows={(rows) => onRule({ ...rule, steps: close(rows) })}
      faulty={faulty}
      addLabel={t('design.steps.add')}
      testId="step"
    >
      {(step, change, at) => (
        <>
          <div className={styles.inline}>
            {step.upTo == null ? (
              <span className={styles.rest}>{t('design.steps.rest')}</span>
            ) : (
              <>
                <span>{t('design.steps.upTo')}</span>
                <NumberField
                  label={`${t('design.row', { n: at + 1 })}: ${t('design.steps.upTo')}`}
                  value={step.upTo}
                  onValue={(upTo) => change({ ...step, upTo })}
                  suffix={t(late ? 'design.unit.days' : 'design.unit.times')}
                  testId={`step-${at}-upTo`}
                />
              </>
            )}
          </div>
          <PointsCell
            label={t('design.row', { n: at + 1 })}
            value={step.points}
            onValue={(points) => change({ ...step, points })}
            testId={`step-${at}-points`}
          />
        </>
      )}
    </RowList>
  )
}

/** Situations, each with the number by which it is reported. */
export function OptionRows({ criterion, rule, onRule, faulty }: RuleProps) {
  const { t } = useI18n()
  const options = rule.options ?? []
  const levels = useCatalogue().data?.find(({ id }) => id === criterion.indicatorId)?.levels ?? []
  const ofLevels = optionsOfLevels(levels, options, criterion.maximum)
  return (
    <>
      {levels.length > 0 && !sameOptions(options, ofLevels) && (
        <Button
          className={styles.take}
          onClick={() => onRule({ ...rule, options: ofLevels })}
          data-testid="options-of-levels"
        >
          {t('design.options.ofLevels', { levels: levels.join(', ') })}
        </Button>
      )}
      <RowList
        legend={t('design.options')}
        rows={options}
        least={2}
        fresh={() => ({
          value: sum([Math.max(-1, ...options.map((one) => one.value)), 1]),
          name: t('design.options.new'),
          points: 0,
        })}
        onRows={(rows) => onRule({ ...rule, options: rows })}
        faulty={faulty}
        addLabel={t('design.options.add')}
        testId="option"
      >
        {(option, change, at) => (
          <>
            <div className={styles.inline}>
              <NumberField
                label={`${t('design.row', { n: at + 1 })}: ${t('design.options.value')}`}
                value={option.value}
                onValue={(value) => change({ ...option, value })}
                testId={`option-${at}-value`}
              />
              <span className={styles.grows}>
                <TextField
                  label={`${t('design.row', { n: at + 1 })}: ${t('design.options.name')}`}
                  value={option.name}
                  onValue={(name) => change({ ...option, name })}
                  maxLength={500}
                  testId={`option-${at}-name`}
                />
              </span>
            </div>
            <PointsCell
              label={t('design.row', { n: at + 1 })}
              value={option.points}
              onValue={(points) => change({ ...option, points })}
              testId={`option-${at}-points`}
            />
          </>
        )}
      </RowList>
    </>
  )
}

/** Points for each level of awards, by the further number that counts them. */
export function LevelRows({ criterion, rule, onRule, faulty }: RuleProps) {
  const { t } = useI18n()
  const inputs = criterion.inputs ?? []
  return (
    <>
      <RowList
        legend={t('design.levels')}
        rows={rule.levels ?? []}
        least={1}
        fresh={() => ({
          input: inputs.find((one) => !rule.levels?.some((level) => level.input === one.code))?.code ?? 'co',
          points: 0,
        })}
        onRows={(rows) => onRule({ ...rule, levels: rows })}
        faulty={faulty}
        addLabel={t('design.levels.add')}
        testId="level"
      >
        {(level, change, at) => (
          <>
            <Select
              className={styles.grows}
              value={level.input}
              onChange={(input) => change({ ...level, input })}
              options={inputs.map((input) => ({ value: input.code, label: input.name }))}
              aria-label={`${t('design.row', { n: at + 1 })}: ${t('design.levels.input')}`}
              data-testid={`level-${at}-input`}
            />
            <PointsCell
              label={t('design.row', { n: at + 1 })}
              value={level.points}
              onValue={(points) => change({ ...level, points })}
              testId={`level-${at}-points`}
            />
          </>
        )}
      </RowList>
      <Labelled label={t('design.stacking')} hint={t('design.levels.hint')}>
        {(id) => (
          <Radio.Group
            id={id}
            value={rule.stacking}
            onChange={({ target }) => onRule({ ...rule, stacking: target.value })}
            options={(['SUM', 'HIGHEST'] as const).map((value) => ({
              value,
              label: t(`design.stacking.${value}`),
            }))}
            data-testid="rule-stacking"
          />
        )}
      </Labelled>
    </>
  )
}
