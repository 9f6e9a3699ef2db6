import { Select } from 'antd'
import { useI18n } from '../../app/i18n'
import styles from '../Designer.module.css'
import type { Criterion } from '../draft'
import { Labelled, TextField } from '../fields'
import { PointsCell, type RuleProps } from './parts'
import { RangeFields } from './RangeFields'
import { RowList } from './RowList'

function inputChoices(criterion: Criterion, value: string) {
  return [
    { value: 'value', label: value },
    ...(criterion.inputs ?? []).map((input) => ({ value: input.code, label: input.name })),
  ]
}

/** Rows of conditions that must all hold. */
export function CaseRows({ criterion, rule, onRule, faulty }: RuleProps) {
  const { t } = useI18n()
  return (
    <>
      <RowList
        legend={t('design.cases')}
        rows={rule.cases ?? []}
        least={1}
        fresh={() => ({
          name: t('design.cases.new'),
          when: [{ input: 'value', range: { from: 0, fromInclusive: true, to: null, toInclusive: false } }],
          points: 0,
        })}
        onRows={(rows) => onRule({ ...rule, cases: rows })}
        faulty={faulty}
        addLabel={t('design.cases.add')}
        testId="case"
      >
        {(row, change, at) => (
          <>
            <div className={styles.case}>
              <TextField
                label={`${t('design.row', { n: at + 1 })}: ${t('design.cases.name')}`}
                value={row.name}
                onValue={(name) => change({ ...row, name })}
                maxLength={500}
                testId={`case-${at}-name`}
              />
              <WhenRows
                criterion={criterion}
                rows={row.when}
                least={1}
                legend={t('design.when')}
                onRows={(when) => change({ ...row, when })}
                testId={`case-${at}-when`}
              />
            </div>
            <PointsCell
              label={t('design.row', { n: at + 1 })}
              value={row.points}
              onValue={(points) => change({ ...row, points })}
              testId={`case-${at}-points`}
            />
          </>
        )}
      </RowList>
      <Labelled label={t('design.overlap')}>
        {(id) => (
          <Select
            id={id}
            value={(rule.overlap ?? 'none') as 'none' | 'HIGHEST' | 'LOWEST'}
            onChange={(overlap) => onRule({ ...rule, overlap: overlap === 'none' ? null : overlap })}
            options={(['none', 'HIGHEST', 'LOWEST'] as const).map((value) => ({
              value,
              label: t(`design.overlap.${value}`),
            }))}
            data-testid="rule-overlap"
          />
        )}
      </Labelled>
    </>
  )
}

/** Conditions on the criterion's own number or its further ones. */
export function WhenRows({
  criterion,
  rows,
  least,
  legend,
  onRows,
  testId,
}: {
  criterion: Criterion
  rows: NonNullable<Criterion['knockOuts']>
  least?: number
  legend: string
  onRows(rows: NonNullable<Criterion['knockOuts']>): void
  testId: string
}) {
  const { t } = useI18n()
  return (
    <RowList
      legend={legend}
      rows={rows}
      least={least}
      fresh={() => ({
        input: 'value',
        range: { from: null, fromInclusive: true, to: 1, toInclusive: false },
      })}
      onRows={onRows}
      addLabel={t('design.when.add')}
      testId={testId}
    >
      {(when, change, at) => (
        <div className={styles.when}>
          <Select
            value={when.input}
            onChange={(input) => change({ ...when, input })}
            options={inputChoices(criterion, t('rule.of.VALUE'))}
            aria-label={`${t('design.row', { n: at + 1 })}: ${t('design.when.input')}`}
            data-testid={`${testId}-${at}-input`}
          />
          <RangeFields
            range={when.range}
            onRange={(range) => change({ ...when, range })}
            label={t('design.row', { n: at + 1 })}
            testId={`${testId}-${at}`}
          />
        </div>
      )}
    </RowList>
  )
}
