import { Button, Tag } from 'antd'
import type { ReactNode } from 'react'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import type { Autosave } from '../ui/sheet/autosave'
import { FateSign, Trouble } from '../ui/sheet/Fate'
import { NumberCell } from '../ui/sheet/NumberCell'
import { useAutosave } from '../ui/sheet/useAutosaves'
import { qualified } from './figures'
import styles from './Scores.module.css'
import { RuleText } from './SheetTree'
import type { Self } from './scoreQueries'
import type { Criterion, CriterionScore } from './scoreTypes'
import { TraceView } from './TraceView'
import { qualifierOf, type Stated, statedOf } from './traceWords'

interface LineProps {
  criterion: Criterion
  score: CriterionScore
  save: Autosave<Self>
  index: number
  writable: boolean
  points(value: number): string
  open: boolean
  onOpen(open: boolean): void
  /** What is entered by hand about it, for those who may. */
  entries: ReactNode
  unread: string | undefined
  onUnread(text: string | undefined): void
}

/** One criterion of a unit: what it says of itself, what it got, and opened, why. */
export function CriterionLine(props: LineProps) {
  const { criterion, score, save, index, writable, points, entries, unread, onUnread, open } = props
  const { t } = useI18n()
  const formats = useFormats()
  const { draft, fate } = useAutosave(save)
  const stated = statedOf(score.trace)
  const statedWords = ({ qualifier, percent, value, plan }: Stated) => {
    const of = plan === null ? '' : `/${formats.number(plan)}`
    const figure = percent === null ? `${formats.number(value)}${of}` : `${formats.number(percent)}%`
    const text = qualified(t, qualifier, figure)
    return t(percent === null ? 'score.stated.value' : 'score.stated.percent', { figure: text })
  }
  const found = (value: number) =>
    criterion.rule.type === 'YES_NO' || criterion.rule.type === 'AGENCY_PENALTY'
      ? t(value === 0 ? 'assess.no' : 'assess.yes')
      : formats.number(value)
  // What was given before it was said not to apply counts in no sum.
  const applies = score.state !== 'NOT_APPLICABLE'
  const differs = score.reported !== null && score.verified !== null && score.reported !== score.verified
  return (
    <div className={styles.scored} data-testid={`criterion-${criterion.code}`}>
      <span className={styles.code}>{criterion.code}</span>
      <div className={styles.words}>
        <div className={styles.name}>{criterion.name}</div>
        <div className={styles.quiet}>
          {score.reported !== null && (
            <>
              {t('score.reported', {
                value: qualified(t, qualifierOf(score.trace), found(score.reported)),
              })}{' '}
            </>
          )}
          {score.assessment && score.verified !== null && t('score.found', { value: found(score.verified) })}
          {!score.assessment && score.verified !== null && (
            <span data-differs={differs || undefined} className={styles.verified}>
              {t('score.verified', { value: found(score.verified) })}
            </span>
          )}
          {stated && <span data-testid={`stated-${criterion.code}`}>{statedWords(stated)} </span>}
          {score.state !== 'SCORED' && <Tag>{t(`score.state.${score.state}`)}</Tag>}
        </div>
        <Button
          type="link"
          size="small"
          className={styles.why}
          aria-expanded={open}
          onClick={() => props.onOpen(!open)}
          data-testid={`why-${criterion.code}`}
        >
          {t('score.why')}
        </Button>
      </div>
      <div className={styles.self} data-fate={fate.kind}>
        <span className={styles.label}>{t('score.self')}</span>
        {writable && applies ? (
          <NumberCell
            row={index}
            column={0}
            value={draft.points}
            unread={unread}
            onUnread={onUnread}
            onValue={(value) => {
              if (value === null) save.revert()
              else {
                save.edit({ points: value })
                save.commit()
              }
            }}
            label={`${criterion.name}, ${t('score.self')}`}
            placeholder="—"
            testId={`self-${criterion.code}`}
          />
        ) : (
          <span>{draft.points === null || !applies ? '—' : points(draft.points)}</span>
        )}
        <FateSign fate={fate} testId={`self-${criterion.code}-fate`} />
        <Trouble
          row={save}
          fate={fate}
          labels={{ points: t('score.self') }}
          show={(_, value) => (typeof value === 'number' ? points(value) : '—')}
        />
      </div>
      <div className={styles.given}>
        <span className={styles.label}>{t('score.points')}</span>
        <strong data-testid={`points-${criterion.code}`} data-state={score.state}>
          {score.state === 'NO_FACT' ? '—' : points(score.points)}
        </strong>
        <span className={styles.quiet}>/ {formats.number(score.maximum)}</span>
      </div>
      {open && (
        <div className={styles.explained}>
          <RuleText criterion={criterion} />
          <TraceView trace={score.trace} indicatorId={score.indicatorId} noFact={score.state === 'NO_FACT'} />
          {score.assessment && (
            <p className={styles.sources} data-testid={`assessed-${criterion.code}`}>
              {t('score.assessed', {
                value:
                  score.assessment.value === null
                    ? t('score.state.NOT_APPLICABLE')
                    : found(score.assessment.value),
                reason: score.assessment.reason,
                time: formats.instant(score.assessment.assessedAt),
              })}
            </p>
          )}
          {entries}
        </div>
      )}
    </div>
  )
}
