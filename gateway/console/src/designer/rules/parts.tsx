import { Checkbox, Select } from 'antd'
import { type PlainKey, useI18n } from '../../app/i18n'
import styles from '../Designer.module.css'
import type { Criterion, Rule, Rung } from '../draft'
import { isPercent } from '../examples'
import { Labelled, NumberField } from '../fields'
import { RangeFields } from './RangeFields'
import { RowList } from './RowList'

/** What every form of a rule is given. */
export interface RuleProps {
  criterion: Criterion
  rule: Rule
  onRule(rule: Rule): void
  /** Rows of the table that the findings name. */
  faulty: Set<number>
}

type NumberName = 'points' | 'floor' | 'cap' | 'otherwise' | 'from' | 'per'

interface PartProps extends RuleProps {
  name: NumberName
  label: PlainKey
  hint?: PlainKey
  optional?: boolean
  placeholder?: string
  suffix?: string
}

/** One number of a rule. */
export function NumberPart({ rule, onRule, name, label, hint, optional, placeholder, suffix }: PartProps) {
  const { t } = useI18n()
  return (
    <Labelled label={t(label)} hint={hint && t(hint)}>
      {(id) => (
        <NumberField
          id={id}
          value={rule[name] ?? null}
          onValue={(value) => onRule({ ...rule, [name]: value })}
          onEmpty={optional ? () => onRule({ ...rule, [name]: null }) : undefined}
          placeholder={placeholder}
          suffix={suffix}
          testId={`rule-${name}`}
        />
      )}
    </Labelled>
  )
}

const OF = ['PERCENT_OF_PLAN', 'PERCENT_OF_REGISTERED', 'RATIO', 'VALUE'] as const

/** What the rule looks at. */
export function OfPart({ rule, onRule }: RuleProps) {
  const { t } = useI18n()
  return (
    <Labelled label={t('design.rule.of')}>
      {(id) => (
        <Select
          id={id}
          value={rule.of ?? 'VALUE'}
          onChange={(of) => onRule({ ...rule, of })}
          options={OF.map((of) => ({ value: of, label: t(`design.of.${of}`) }))}
          data-testid="rule-of"
        />
      )}
    </Labelled>
  )
}

/** Whether only a full step counts. */
export function WholePart({ rule, onRule }: RuleProps) {
  const { t } = useI18n()
  return (
    <Checkbox
      checked={rule.whole ?? true}
      onChange={({ target }) => onRule({ ...rule, whole: target.checked })}
      data-testid="rule-whole"
    >
      {t('rule.whole')}
    </Checkbox>
  )
}

/** So many points for every so many percent, or none of it. */
export function SlopePart({
  rule,
  onRule,
  name,
  label,
}: RuleProps & { name: 'under' | 'over'; label: PlainKey }) {
  const { t } = useI18n()
  const slope = rule[name]
  const set = (changed: Rule['under']) => onRule({ ...rule, [name]: changed })
  return (
    <div className={styles.slope}>
      <Checkbox
        checked={slope != null}
        onChange={({ target }) => set(target.checked ? { per: 1, points: 0.1, whole: true } : null)}
        data-testid={`rule-${name}`}
      >
        {t(label)}
      </Checkbox>
      {slope && (
        <div className={styles.inline}>
          <span>{t('design.slope.every')}</span>
          <NumberField
            label={t('design.slope.per')}
            value={slope.per}
            onValue={(per) => set({ ...slope, per })}
            suffix="%"
            testId={`rule-${name}-per`}
          />
          <span>{t(name === 'under' ? 'design.slope.off' : 'design.slope.more')}</span>
          <NumberField
            label={t('design.slope.points')}
            value={slope.points}
            onValue={(points) => set({ ...slope, points })}
            suffix={t('design.unit.points')}
            testId={`rule-${name}-points`}
          />
          <Checkbox
            checked={slope.whole ?? false}
            onChange={({ target }) => set({ ...slope, whole: target.checked })}
          >
            {t('rule.whole')}
          </Checkbox>
        </div>
      )}
    </div>
  )
}

/** Rungs of a ladder, bands of a deduction, steps of a workload. */
export function RungRows({
  rule,
  onRule,
  faulty,
  off,
  plain,
}: RuleProps & { off?: boolean; plain?: boolean }) {
  const { t } = useI18n()
  const rungs = rule.rungs ?? []
  const lowest = rungs.at(-1)
  const fresh = (): Rung => ({
    from: null,
    fromInclusive: true,
    to: lowest?.from ?? null,
    toInclusive: lowest?.fromInclusive === false,
    points: 0,
  })
  return (
    <RowList
      legend={t(off ? 'design.rungs.off' : 'design.rungs')}
      rows={rungs}
      least={1}
      fresh={fresh}
      onRows={(rows) => onRule({ ...rule, rungs: rows })}
      faulty={faulty}
      addLabel={t('design.rungs.add')}
      testId="rung"
    >
      {(rung, change, at) => (
        <>
          <RangeFields
            range={rung}
            onRange={(range) => change({ ...rung, ...range })}
            suffix={isPercent(rule) && !plain ? '%' : undefined}
            label={t('design.row', { n: at + 1 })}
            testId={`rung-${at}`}
          />
          <PointsCell
            label={t('design.row', { n: at + 1 })}
            value={rung.points}
            onValue={(points) => change({ ...rung, points })}
            off={off}
            testId={`rung-${at}-points`}
          />
        </>
      )}
    </RowList>
  )
}

/** The points of a row. */
export function PointsCell(props: {
  label: string
  value: number
  onValue(points: number): void
  off?: boolean
  testId?: string
}) {
  const { t } = useI18n()
  return (
    <div className={styles.pointsCell}>
      <span aria-hidden="true">{props.off ? '→ −' : '→'}</span>
      <NumberField
        label={`${props.label}: ${t('design.unit.points')}`}
        value={props.value}
        onValue={props.onValue}
        suffix={t('design.unit.points')}
        testId={props.testId}
      />
    </div>
  )
}
