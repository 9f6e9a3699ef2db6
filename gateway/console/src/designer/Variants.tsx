import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Checkbox } from 'antd'
import { useI18n } from '../app/i18n'
import type { Member } from '../indicators/types'
import { by } from '../indicators/variants'
import styles from './Designer.module.css'
import type { Criterion, Draft } from './draft'
import { Labelled, NumberField, TextField } from './fields'
import { takesOff } from './kinds'
import { Rule } from './Rule'
import { UnitsField } from './UnitsField'
import { addVariant, ruledFor, takenBy, withVariant } from './variants'

interface Props {
  sheetId: string
  criterion: Criterion
  members: Member[]
  unmatched: Draft['unmatched']
  onCriterion(criterion: Criterion): void
}

/** How a criterion counts for some units: another maximum, and a rule of their own where they need one. */
export function Variants(props: Props) {
  const { criterion, onCriterion } = props
  const { t } = useI18n()
  const variants = criterion.variants ?? []
  return (
    <details className={styles.more} open={variants.length > 0}>
      <summary>
        {t('design.variants')} ({variants.length})
      </summary>
      <p className={styles.hint}>{t('design.variants.hint')}</p>
      {variants.map((_, place) => (
        // What is typed stays in its place.
        // biome-ignore lint/suspicious/noArrayIndexKey: a variant is known by its place
        <One key={place} {...props} place={place} />
      ))}
      <Button
        size="small"
        icon={<PlusOutlined />}
        onClick={() =>
          onCriterion(addVariant(criterion, t('design.variant.new', { n: variants.length + 1 })))
        }
        data-testid="variant-add"
      >
        {t('design.variant.add')}
      </Button>
    </details>
  )
}

function One({ sheetId, criterion, members, unmatched, onCriterion, place }: Props & { place: number }) {
  const { t } = useI18n()
  const variant = criterion.variants?.[place]
  if (!variant) return null
  const set = (change: Partial<typeof variant>) =>
    onCriterion(withVariant(criterion, place, { ...variant, ...change }))
  return (
    <fieldset className={styles.variant} data-testid={`variant-${place}`}>
      <legend>{variant.label}</legend>
      <UnitsField
        label={t('design.variant.units')}
        placeholder={t('design.variant.nobody')}
        units={variant.forUnits ?? []}
        members={members}
        taken={takenBy(criterion, place)}
        onUnits={(forUnits, kind) =>
          set({ forUnits, ...(kind && !variant.forUnits?.length ? { label: t(`kind.${kind}`) } : {}) })
        }
        testId={`variant-${place}-units`}
      />
      <div className={styles.fields}>
        <div className={styles.grows}>
          <Labelled label={t('design.variant.label')}>
            {(id) => (
              <TextField
                id={id}
                value={variant.label}
                onValue={(label) => set({ label })}
                maxLength={200}
                testId={`variant-${place}-label`}
              />
            )}
          </Labelled>
        </div>
        {!takesOff(criterion.rule.type) && (
          <div className={styles.narrow}>
            <Labelled label={t('design.criterion.maximum')}>
              {(id) => (
                <NumberField
                  id={id}
                  value={variant.maximum}
                  onValue={(maximum) => set({ maximum })}
                  suffix={t('design.unit.points')}
                  testId={`variant-${place}-maximum`}
                />
              )}
            </Labelled>
          </div>
        )}
      </div>
      <div className={styles.inline}>
        <Checkbox
          checked={!!variant.rule}
          onChange={({ target }) => set({ rule: target.checked ? criterion.rule : null })}
          data-testid={`variant-${place}-own-rule`}
        >
          {t('design.variant.ownRule')}
        </Checkbox>
        <Button
          size="small"
          danger
          icon={<DeleteOutlined />}
          onClick={() => onCriterion(withVariant(criterion, place, null))}
          data-testid={`variant-${place}-remove`}
        >
          {t('design.variant.remove')}
        </Button>
      </div>
      {variant.rule && (
        <Rule
          sheetId={sheetId}
          criterion={by(criterion, variant)}
          unmatched={unmatched}
          onCriterion={(counted) => onCriterion(ruledFor(criterion, place, counted))}
        />
      )}
    </fieldset>
  )
}
