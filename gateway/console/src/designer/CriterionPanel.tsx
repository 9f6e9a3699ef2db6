import { useI18n } from '../app/i18n'
import type { Member } from '../indicators/types'
import { Applies } from './Applies'
import styles from './Designer.module.css'
import type { Criterion, Draft } from './draft'
import { Labelled, NumberField } from './fields'
import { CodeAndName } from './heading'
import { IndicatorPicker } from './IndicatorPicker'
import { Inputs } from './Inputs'
import { mayBeReported, takesOff } from './kinds'
import { Rule } from './Rule'
import { WhenRows } from './rules/cases'
import { Variants } from './Variants'

interface Props {
  sheetId: string
  criterion: Criterion
  /** Codes that other criteria have. */
  taken: Set<string>
  members: Member[]
  /** What the sheet declares of numbers that no row holds. */
  unmatched: Draft['unmatched']
  onCriterion(criterion: Criterion): void
}

/** All that is written of one criterion. */
export function CriterionPanel({ sheetId, criterion, taken, members, unmatched, onCriterion }: Props) {
  const { t } = useI18n()
  const set = (change: Partial<Criterion>) => onCriterion({ ...criterion, ...change })
  return (
    <div className={styles.panel} data-testid="criterion-panel">
      <div className={styles.fields}>
        <CodeAndName
          of={criterion}
          nameLabel={t('design.criterion.name')}
          taken={taken}
          rows={2}
          longest={1000}
          onChange={set}
          testId="criterion"
        />
        {!takesOff(criterion.rule.type) && (
          <div className={styles.narrow}>
            <Labelled label={t('design.criterion.maximum')}>
              {(id) => (
                <NumberField
                  id={id}
                  value={criterion.maximum}
                  onValue={(maximum) => set({ maximum })}
                  suffix={t('design.unit.points')}
                  testId="criterion-maximum"
                />
              )}
            </Labelled>
          </div>
        )}
      </div>
      {mayBeReported(criterion.rule.type) && (
        <Labelled label={t('design.indicator')} hint={t('design.indicator.hint')}>
          {(id) => (
            <IndicatorPicker
              id={id}
              value={criterion.indicatorId ?? null}
              onChange={(indicatorId) => set({ indicatorId })}
              testId="criterion-indicator"
            />
          )}
        </Labelled>
      )}
      <Rule sheetId={sheetId} criterion={criterion} unmatched={unmatched} onCriterion={onCriterion} />
      <details className={styles.more} open={(criterion.inputs?.length ?? 0) > 0}>
        <summary>
          {t('design.inputs')} ({criterion.inputs?.length ?? 0})
        </summary>
        <Inputs criterion={criterion} onCriterion={onCriterion} />
      </details>
      <details className={styles.more} open={(criterion.knockOuts?.length ?? 0) > 0}>
        <summary>
          {t('design.knockOuts')} ({criterion.knockOuts?.length ?? 0})
        </summary>
        <WhenRows
          criterion={criterion}
          rows={criterion.knockOuts ?? []}
          legend={t('design.knockOuts.legend')}
          onRows={(knockOuts) => set({ knockOuts })}
          testId="knockout"
        />
      </details>
      <Variants
        sheetId={sheetId}
        criterion={criterion}
        members={members}
        unmatched={unmatched}
        onCriterion={onCriterion}
      />
      <Applies criterion={criterion} members={members} onChange={set} />
    </div>
  )
}
