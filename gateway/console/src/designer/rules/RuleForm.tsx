import { Radio } from 'antd'
import { useI18n } from '../../app/i18n'
import { useFormats } from '../../app/i18n/useFormats'
import styles from '../Designer.module.css'
import { isPercent } from '../examples'
import { Labelled } from '../fields'
import { CaseRows } from './cases'
import { NumberPart, OfPart, type RuleProps, RungRows, SlopePart, WholePart } from './parts'
import { LevelRows, OptionRows, StepRows } from './tables'

/** The fields of a rule: one form for each kind. */
export function RuleForm(props: RuleProps) {
  return (
    <div className={styles.ruleForm} data-testid={`rule-form-${props.rule.type}`}>
      <Fields {...props} />
    </div>
  )
}

function Fields(props: RuleProps) {
  const { t } = useI18n()
  const formats = useFormats()
  const { rule, onRule, criterion } = props
  const maximum = formats.number(criterion.maximum)
  const points = t('design.unit.points')
  const unit = isPercent(rule) ? '%' : undefined
  const full = (
    <NumberPart
      {...props}
      name="points"
      label={rule.type === 'DEDUCTION' ? 'design.rule.full.deduction' : 'design.rule.full'}
      hint="design.rule.full.hint"
      optional
      placeholder={maximum}
      suffix={points}
    />
  )
  const floor = (
    <NumberPart
      {...props}
      name="floor"
      label="design.rule.floor"
      optional
      placeholder={t('design.none')}
      suffix="%"
    />
  )
  switch (rule.type) {
    case 'PROPORTIONAL':
      return (
        <>
          <OfPart {...props} />
          {full}
          {floor}
          <NumberPart
            {...props}
            name="cap"
            label="design.rule.cap"
            hint="design.rule.cap.hint"
            optional
            placeholder="100"
            suffix="%"
          />
          <SlopePart {...props} name="over" label="design.rule.over" />
        </>
      )
    case 'PER_PERCENT':
      return (
        <>
          <OfPart {...props} />
          {full}
          {floor}
          <SlopePart {...props} name="under" label="design.rule.under" />
          <SlopePart {...props} name="over" label="design.rule.over" />
        </>
      )
    case 'LADDER':
      return (
        <>
          <OfPart {...props} />
          <RungRows {...props} />
        </>
      )
    case 'YES_NO':
      return (
        <>
          <NumberPart {...props} name="points" label="design.rule.yes" suffix={points} />
          <NumberPart
            {...props}
            name="otherwise"
            label="design.rule.no"
            optional
            placeholder="0"
            suffix={points}
          />
        </>
      )
    case 'DAYS_LATE':
    case 'COUNT':
      return <StepRows {...props} />
    case 'CHOICE':
      return <OptionRows {...props} />
    case 'BONUS':
    case 'PENALTY':
      return (
        <>
          <OfPart {...props} />
          <NumberPart
            {...props}
            name="from"
            label="design.rule.beyond"
            optional
            placeholder="0"
            suffix={unit}
          />
          <NumberPart {...props} name="per" label="design.rule.per" suffix={unit} />
          <NumberPart
            {...props}
            name="points"
            label={rule.type === 'BONUS' ? 'design.rule.gives' : 'design.rule.takes'}
            suffix={points}
          />
          <NumberPart
            {...props}
            name="cap"
            label="design.rule.most"
            optional
            placeholder={rule.type === 'BONUS' ? maximum : t('design.none')}
            suffix={points}
          />
          <WholePart {...props} />
        </>
      )
    case 'FIXED':
      return <NumberPart {...props} name="points" label="design.rule.everybody" suffix={points} />
    case 'GIVEN':
    case 'GIVEN_BONUS':
      return <p className={styles.hint}>{t('design.rule.given', { maximum })}</p>
    case 'CONDITIONS':
      return <CaseRows {...props} />
    case 'DEDUCTION':
      return (
        <>
          <OfPart {...props} />
          {full}
          <RungRows {...props} off />
        </>
      )
    case 'AGENCY_PENALTY':
      return <NumberPart {...props} name="points" label="design.rule.once" suffix={points} />
    case 'AWARD_BONUS':
      return <LevelRows {...props} />
    case 'WORKLOAD_BONUS':
      return (
        <>
          <OfPart {...props} />
          <NumberPart {...props} name="from" label="design.rule.reached" suffix={unit} />
          <RungRows {...props} plain />
        </>
      )
    case 'OVER_FULFILMENT':
      return (
        <>
          <OfPart {...props} />
          <NumberPart {...props} name="points" label="design.rule.standard" suffix={points} />
          <NumberPart
            {...props}
            name="cap"
            label="design.rule.cap"
            optional
            placeholder={t('design.none')}
            suffix="%"
          />
          <Labelled label={t('design.reading')} hint={t('design.reading.hint')}>
            {(id) => (
              <Radio.Group
                id={id}
                vertical
                value={rule.reading}
                onChange={({ target }) => onRule({ ...rule, reading: target.value })}
                options={(['WHOLE_PERCENT', 'EXCESS'] as const).map((value) => ({
                  value,
                  label: t(`design.reading.${value}`),
                }))}
                data-testid="rule-reading"
              />
            )}
          </Labelled>
        </>
      )
  }
}
