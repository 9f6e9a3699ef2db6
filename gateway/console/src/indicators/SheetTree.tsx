import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { Heading, indented, PartHead } from '../scoresheets/Heading'
import { outline } from '../scoresheets/outline'
import { whenWords } from './furtherWords'
import { ruleWords } from './ruleWords'
import styles from './Scores.module.css'
import type { Criterion, Scoresheet } from './scoreTypes'
import { termWords } from './termWords'
import { maximaOf } from './variants'

/** Parts, groups and criteria with what each can give and how. */
export function SheetTree({ sheet }: { sheet: Scoresheet }) {
  const { t } = useI18n()
  const formats = useFormats()
  return (
    <div className={styles.tree} data-testid="sheet-tree">
      {outline(sheet).map(({ level, part, group }) =>
        part ? (
          <PartHead key={`part-${part.code}`} level={level} code={part.code} name={part.name}>
            {t('score.max', { max: formats.number(part.maximum) })}
          </PartHead>
        ) : (
          <section
            key={group.code}
            className={styles.group}
            style={indented(level)}
            data-testid={`group-${group.code}`}
          >
            <header>
              <Heading level={level} code={group.code} name={group.name} />
              <strong>
                {t('score.max', { max: formats.number(group.maximum) })}
                {!!group.bonusMaximum &&
                  ` ${t('score.max.bonus', { max: formats.number(group.bonusMaximum) })}`}
              </strong>
            </header>
            {group.criteria.map((criterion) => (
              <div
                key={criterion.code}
                className={styles.criterion}
                data-testid={`criterion-${criterion.code}`}
              >
                <span className={styles.code}>{criterion.code}</span>
                <div>
                  <div className={styles.name}>{criterion.name}</div>
                  <RuleText criterion={criterion} />
                </div>
                <span className={styles.points}>{maximaOf(criterion).map(formats.number).join(' · ')}</span>
              </div>
            ))}
          </section>
        ),
      )}
      <Terms sheet={sheet} />
    </div>
  )
}

/** Knock-outs, classes, prizes and equal totals; nothing where the sheet says nothing of them. */
function Terms({ sheet }: { sheet: Scoresheet }) {
  const { t } = useI18n()
  const formats = useFormats()
  const lines = termWords({ t, number: formats.number }, sheet)
  if (lines.length === 0) return null
  return (
    <section className={styles.group} data-testid="sheet-terms">
      <header>
        <h3>{t('terms.title')}</h3>
      </header>
      <ul className={styles.terms}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}

export function RuleText({ criterion }: { criterion: Criterion }) {
  const { t } = useI18n()
  const formats = useFormats()
  const words = { t, number: formats.number }
  const names = Object.fromEntries(criterion.inputs?.map((input) => [input.code, input.name]) ?? [])
  const lines = [
    ...ruleWords(words, criterion.rule, criterion.maximum, names),
    ...(criterion.knockOuts ?? []).map((when) => t('rule.knockOut', { when: whenWords(words, when, names) })),
    ...(criterion.notFor?.length ? [t('rule.notFor', { n: criterion.notFor.length })] : []),
    ...(criterion.periods?.length
      ? [t('rule.periods', { periods: criterion.periods.map((one) => t(`period.${one}`)).join(', ') })]
      : []),
  ]
  return (
    <>
      <ul className={styles.rule} data-testid={`rule-${criterion.code}`}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {criterion.variants?.map((variant) => (
        <div key={variant.label} className={styles.variant} data-testid={`variant-${criterion.code}`}>
          {t('rule.variant', {
            label: variant.label,
            n: variant.forUnits?.length ?? 0,
            max: formats.number(variant.maximum),
          })}
          <ul className={styles.rule}>
            {ruleWords(words, variant.rule ?? criterion.rule, variant.maximum, names).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      ))}
    </>
  )
}
