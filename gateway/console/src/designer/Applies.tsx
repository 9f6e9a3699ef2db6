import { Checkbox } from 'antd'
import { useI18n } from '../app/i18n'
import { PERIOD_KINDS } from '../indicators/periods'
import type { Member } from '../indicators/types'
import type { Criterion } from './draft'
import { Labelled } from './fields'
import { UnitsField } from './UnitsField'
import { takenBy, withPeriod } from './variants'

interface Props {
  criterion: Criterion
  members: Member[]
  onChange(change: Pick<Partial<Criterion>, 'notFor' | 'periods'>): void
}

/** To whom a criterion does not apply, and in which kinds of period it does. */
export function Applies({ criterion, members, onChange }: Props) {
  const { t } = useI18n()
  const { periods } = criterion
  return (
    <>
      <UnitsField
        label={t('design.notFor')}
        hint={t('design.notFor.hint')}
        placeholder={t('design.notFor.nobody')}
        units={criterion.notFor ?? []}
        members={members}
        taken={takenBy(criterion, 'notFor')}
        onUnits={(notFor) => onChange({ notFor: notFor.length === 0 ? null : notFor })}
        testId="criterion-not-for"
      />
      <Labelled label={t('design.periods')} hint={t('design.periods.hint')}>
        {(id) => (
          <div id={id}>
            {PERIOD_KINDS.map((kind) => (
              <Checkbox
                key={kind}
                checked={!periods?.length || periods.includes(kind)}
                onChange={({ target }) => onChange({ periods: withPeriod(periods, kind, target.checked) })}
                data-testid={`criterion-period-${kind}`}
              >
                {t(`period.${kind}`)}
              </Checkbox>
            ))}
          </div>
        )}
      </Labelled>
    </>
  )
}
