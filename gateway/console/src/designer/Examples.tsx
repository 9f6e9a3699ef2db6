import { Skeleton } from 'antd'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { Failed } from '../ui/Failed'
import styles from './Designer.module.css'
import type { Criterion } from './draft'
import { type Example, exampleOf, isPercent } from './examples'
import { NumberField } from './fields'
import type { Trial } from './queries'

interface Props {
  criterion: Criterion
  examples: Example[]
  own: Example
  onOwn(example: Example): void
  /** `isPlaceholderData` while the answer shown is that to the question before. */
  trial: { data?: Trial; isPlaceholderData: boolean; error: unknown; refetch(): unknown }
}

/** "94,99% → 1,5 điểm", counted by the service while the rule is being written. */
export function Examples({ criterion, examples, own, onOwn, trial }: Props) {
  const { t } = useI18n()
  const { data, error } = trial
  // Answers to another question than this one are not shown beside it.
  const fits = data && data.scores.length === examples.length + 1
  return (
    <section
      className={styles.examples}
      aria-busy={trial.isPlaceholderData}
      aria-live="polite"
      data-testid="examples"
    >
      <h4>{t('design.examples')}</h4>
      {error && !data ? (
        <Failed failure={error} retry={() => trial.refetch()} />
      ) : !data ? (
        <Skeleton active title={false} paragraph={{ rows: 3 }} />
      ) : data.scores.length === 0 ? (
        <p className={styles.hint} data-testid="examples-none">
          {t('design.examples.none')}
        </p>
      ) : (
        fits && (
          <>
            <Own criterion={criterion} own={own} onOwn={onOwn} score={data.scores[examples.length]} />
            <ul>
              {examples.map((example, at) => (
                <Line
                  key={JSON.stringify(example)}
                  criterion={criterion}
                  example={example}
                  score={data.scores[at]}
                />
              ))}
            </ul>
          </>
        )
      )}
    </section>
  )
}

type Score = Trial['scores'][number] | undefined

/** What the points are, or why there are none. */
function Outcome({ score }: { score: Score }) {
  const { t, language } = useI18n()
  const formats = useFormats()
  if (!score) return null
  return (
    <strong data-state={score.state} title={score.trace.formula[language]}>
      {score.state === 'SCORED'
        ? t('design.points', { points: formats.number(score.points) })
        : t(`design.state.${score.state}`)}
    </strong>
  )
}

function Line({ criterion, example, score }: { criterion: Criterion; example: Example; score: Score }) {
  const { t } = useI18n()
  const said = useWords(criterion)(example)
  return (
    <li data-testid="example">
      <span>{said}</span>
      <span aria-hidden="true">→</span>
      <span className="heard">{t('design.examples.gives')}</span>
      <Outcome score={score} />
    </li>
  )
}

/** What an example is, in words: "94,99%", "chậm 3 ngày", "có". */
function useWords(criterion: Criterion) {
  const { t } = useI18n()
  const formats = useFormats()
  const { rule } = criterion
  const name = (code: string) => criterion.inputs?.find((one) => one.code === code)?.name ?? code
  return (example: Example): string => {
    const inputs = example.inputs
      .filter(({ code }) => rule.of !== 'RATIO' || code !== 'base')
      .map(({ code, value }) => `${name(code)} ${formats.number(value)}`)
    if (rule.type === 'AWARD_BONUS') return example.words ?? inputs.join(', ')
    if (example.value === null) return t('design.example.everybody')
    const number = formats.number(example.value)
    const own = {
      YES_NO: () => t(example.value ? 'design.example.yes' : 'design.example.no'),
      AGENCY_PENALTY: () => t(example.value ? 'design.example.breach' : 'design.example.noBreach'),
      DAYS_LATE: () => t('design.example.late', { days: number }),
      COUNT: () => t('design.example.times', { times: number }),
      CHOICE: () => example.words ?? number,
    }[rule.type as string]
    const value = own?.() ?? (isPercent(rule) ? formats.percent(example.value) : number)
    const all = [value, ...inputs].join(', ')
    return rule.type === 'CONDITIONS' && example.words ? `${example.words} (${all})` : all
  }
}

/** A case of one's own. */
function Own({
  criterion,
  own,
  onOwn,
  score,
}: {
  criterion: Criterion
  own: Example
  onOwn(e: Example): void
  score: Score
}) {
  const { t, language } = useI18n()
  const { rule } = criterion
  if (rule.type === 'FIXED') return null
  const inputs = (criterion.inputs ?? []).filter(({ code }) => rule.of !== 'RATIO' || code !== 'base')
  return (
    <div className={styles.own}>
      {rule.type !== 'AWARD_BONUS' && (
        <NumberField
          label={t('design.examples.own')}
          value={own.value}
          onValue={(value) => onOwn(exampleOf(rule, value, own.inputs))}
          suffix={isPercent(rule) ? '%' : undefined}
          testId="example-own"
        />
      )}
      {inputs.map((input) => (
        <span key={input.code} className={styles.ownInput}>
          {input.name}
          <NumberField
            label={input.name}
            value={own.inputs.find(({ code }) => code === input.code)?.value ?? null}
            onValue={(value) =>
              onOwn({
                ...own,
                inputs: [
                  ...own.inputs.filter(({ code }) => code !== input.code),
                  { code: input.code, value },
                ],
              })
            }
          />
        </span>
      ))}
      <span aria-hidden="true">→</span>
      <Outcome score={score} />
      {score && <span className={styles.words}>{score.trace.formula[language]}</span>}
    </div>
  )
}
