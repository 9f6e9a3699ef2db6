import { Alert, Select } from 'antd'
import { useMemo, useState } from 'react'
import { useI18n } from '../app/i18n'
import { RuleText } from '../indicators/SheetTree'
import { isWhole } from '../indicators/valueKinds'
import { useDebounced } from '../ui/useDebounced'
import styles from './Designer.module.css'
import type { Criterion, Draft } from './draft'
import { Examples } from './Examples'
import { exampleOf, examplesOf, isPercent } from './examples'
import { Labelled } from './fields'
import { KINDS, ruled, ruleOf } from './kinds'
import { marksOf, piecesOf } from './line'
import { NumberLine } from './NumberLine'
import { useCatalogue, useTrial } from './queries'
import { RuleForm } from './rules/RuleForm'

interface Props {
  sheetId: string
  criterion: Criterion
  /** What the sheet declares of numbers that no row holds. */
  unmatched: Draft['unmatched']
  onCriterion(criterion: Criterion): void
}

/** How a criterion gives points: its kind, the form of that kind, the number line, examples, and the same in words. */
export function Rule({ sheetId, criterion, unmatched, onCriterion }: Props) {
  const { t } = useI18n()
  const { rule } = criterion
  const names = {
    base: t('design.input.base'),
    workload: t('design.input.workload'),
    award: t('design.input.award'),
  }
  const set = (changed: Criterion['rule']) => onCriterion(ruled(criterion, changed, names))
  const [own, setOwn] = useState(() => exampleOf(rule, 97.5))
  const examples = useMemo(() => examplesOf(criterion), [criterion])
  const asked = useDebounced(
    useMemo(() => ({ criterion, examples: [...examples, own] }), [criterion, examples, own]),
    300,
  )
  // What counts otherwise for some units has a form of its own, with its own findings.
  const alone = useMemo(() => ({ ...asked.criterion, variants: null }), [asked.criterion])
  const trial = useTrial(sheetId, alone, asked.examples)
  const findings = trial.data?.findings ?? []
  const faulty = new Set(
    findings
      .flatMap((one) => /\/(?:rungs|steps|options|cases|levels)\/(\d+)/.exec(one.pointer)?.[1] ?? [])
      .map(Number),
  )
  const pieces = piecesOf(rule)
  const read = useCatalogue().data?.find((one) => one.id === criterion.indicatorId)
  const whole =
    rule.type !== 'WORKLOAD_BONUS' &&
    (rule.of ?? 'VALUE') === 'VALUE' &&
    read !== undefined &&
    isWhole(read.valueKind)
  return (
    <section className={styles.rule} aria-label={t('design.rule')}>
      <Labelled label={t('design.rule')} hint={t(`design.kind.${rule.type}.hint`)}>
        {(id) => (
          <Select
            id={id}
            value={rule.type}
            onChange={(type) => {
              const changed = ruleOf(type, criterion.maximum || 10)
              onCriterion(ruled(criterion, changed, names))
              setOwn(exampleOf(changed, isPercent(changed) ? 97.5 : 1))
            }}
            options={KINDS.map((type) => ({ value: type, label: t(`design.kind.${type}`) }))}
            listHeight={480}
            data-testid="rule-kind"
          />
        )}
      </Labelled>
      <RuleForm key={rule.type} criterion={criterion} rule={rule} onRule={set} faulty={faulty} />
      {pieces.length > 0 && (
        <NumberLine
          pieces={pieces}
          marks={marksOf(rule, findings, unmatched, whole)}
          unit={isPercent(rule) && rule.type !== 'WORKLOAD_BONUS' ? '%' : ''}
          off={rule.type === 'DEDUCTION'}
          label={t('design.line')}
        />
      )}
      {findings.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={t('design.rule.faults')}
          description={
            <ul>
              {findings.map((one) => (
                <li key={one.pointer + one.code + one.detail}>{one.detail}</li>
              ))}
            </ul>
          }
          data-testid="rule-faults"
        />
      )}
      <div className={styles.beside}>
        <Examples
          criterion={criterion}
          examples={asked.criterion === criterion ? examples : asked.examples.slice(0, -1)}
          own={own}
          onOwn={setOwn}
          trial={trial}
        />
        <div className={styles.inWords}>
          <h4>{t('design.inWords')}</h4>
          <RuleText criterion={{ ...criterion, variants: null } as never} />
        </div>
      </div>
    </section>
  )
}
