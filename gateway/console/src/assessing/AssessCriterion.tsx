import { useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Input, InputNumber, Radio, Select } from 'antd'
import { useState } from 'react'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { getScore } from '../indicators/scoreQueries'
import type { CriterionScore, Scoresheet } from '../indicators/scoreTypes'
import { useSeasonRights } from '../indicators/season'
import type { Season } from '../indicators/types'
import { ProblemAlert } from '../ui/ProblemAlert'
import { Lock } from '../ui/ReasonOfLock'
import styles from './Assessing.module.css'
import { MovedPoints } from './MovedPoints'
import { type Assessments, entryOf, useAssessments, writeEntry } from './queries'
import { isAsked, type Question, questionsOf } from './questions'
import { type Moved, moved } from './rescored'
import { nameOf } from './words'

interface Props {
  sheet: Scoresheet
  season: Season
  unitId: string
  score: CriterionScore
}

/** What is entered by hand about one criterion of one unit, for those who may; what moved is told at once. */
export function AssessCriterion({ sheet, season, unitId, score }: Props) {
  const rights = useSeasonRights(season)
  const found = useAssessments(sheet.id, rights.verifies)
  const { t } = useI18n()
  // Above the forms, which begin anew with every revision.
  const [moves, setMoves] = useState<Moved[] | null>(null)
  const unit = found.data?.units.find((one) => one.unitId === unitId)
  const outOfPeriod = score.trace.inputs.some((input) => input.name === 'PERIOD')
  if (!found.data || !unit || outOfPeriod) return null
  const asked = questionsOf(sheet, unitId).filter(
    (question) =>
      question.criterion.code === score.code &&
      isAsked(
        question,
        score.state,
        unit.values.some((one) => one.code === question.code),
      ),
  )
  return (
    <>
      {asked.map((question) => (
        <EntryForm
          key={`${question.code} ${entryOf(unit, question.code).version}`}
          sheet={sheet}
          unitId={unitId}
          question={question}
          found={found.data}
          onMoved={setMoves}
        />
      ))}
      {moves && <MovedPoints moves={moves} scale={sheet.rounding.scale} nameOf={() => t('score.total')} />}
      {moves?.length === 0 && <output className={styles.quiet}>{t('assess.moved.none')}</output>}
    </>
  )
}

interface FormProps {
  sheet: Scoresheet
  unitId: string
  question: Question
  found: Assessments
  onMoved(moves: Moved[]): void
}

function EntryForm({ sheet, unitId, question, found, onMoved }: FormProps) {
  const { t } = useI18n()
  const queries = useQueryClient()
  const unit = found.units.find((one) => one.unitId === unitId)
  const saved = entryOf(unit, question.code)
  const [value, setValue] = useState(saved.values.value)
  const [notApplicable, setNotApplicable] = useState(saved.values.notApplicable)
  const [reason, setReason] = useState(saved.values.reason ?? '')
  const [failure, setFailure] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const lock = found.published
    ? t('assess.lock.published')
    : question.office && !found.office
      ? t('assess.lock.office')
      : question.office || found.writable
        ? null
        : t('assess.lock.role')

  async function save() {
    setBusy(true)
    setFailure(null)
    try {
      const before = await getScore(sheet.id, unitId)
      await writeEntry(
        sheet.id,
        unitId,
        question.code,
        { value, notApplicable, reason: reason.trim() },
        saved.version,
      )
      const after = await getScore(sheet.id, unitId)
      onMoved(moved([before], [after]))
      queries.setQueryData(['scores', sheet.id, unitId], after)
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
      queries.invalidateQueries({ queryKey: ['scores'] })
    }
  }

  const incomplete = reason.trim() === '' || (value === null && !notApplicable)
  return (
    <section className={styles.entry} data-testid={`entry-${question.code}`}>
      <strong>{nameOf(t, question)}</strong>
      <div className={styles.line}>
        <Value
          question={question}
          value={notApplicable ? null : value}
          disabled={lock !== null || notApplicable}
          onValue={setValue}
        />
        {!question.ruling && (
          <Checkbox
            checked={notApplicable}
            disabled={lock !== null}
            onChange={(event) => setNotApplicable(event.target.checked)}
          >
            {t('assess.na.long')}
          </Checkbox>
        )}
      </div>
      <Input.TextArea
        rows={2}
        value={reason}
        maxLength={1000}
        disabled={lock !== null}
        aria-label={t('assess.reason')}
        placeholder={t('assess.reason.placeholder')}
        onChange={(event) => setReason(event.target.value)}
        data-testid={`entry-${question.code}-reason`}
      />
      <span className={styles.line}>
        <Lock reason={lock ?? undefined}>
          {(locked) => (
            <Button
              type="primary"
              loading={busy}
              disabled={locked || incomplete}
              onClick={save}
              data-testid={`entry-${question.code}-save`}
            >
              {t('assess.save')}
            </Button>
          )}
        </Lock>
        {question.automatic && <span className={styles.quiet}>{t('assess.automatic')}</span>}
      </span>
      <ProblemAlert failure={failure} />
    </section>
  )
}

interface ValueProps {
  question: Question
  value: number | null
  disabled: boolean
  onValue(value: number | null): void
}

function Value({ question, value, disabled, onValue }: ValueProps) {
  const { t } = useI18n()
  const formats = useFormats()
  const testId = `entry-${question.code}-value`
  if (question.kind === 'yes') {
    return (
      <Radio.Group
        value={value === null ? undefined : value === 0 ? 0 : 1}
        disabled={disabled}
        onChange={(event) => onValue(event.target.value)}
        options={[
          { value: 1, label: t('assess.yes') },
          { value: 0, label: t('assess.no') },
        ]}
        data-testid={testId}
      />
    )
  }
  if (question.kind === 'choice') {
    return (
      <Select
        style={{ minWidth: 260 }}
        value={value ?? undefined}
        disabled={disabled}
        placeholder={t('assess.kind.choice')}
        onChange={onValue}
        options={question.options.map((one) => ({ value: one.value, label: one.name }))}
        aria-label={t('assess.kind.choice')}
        data-testid={testId}
      />
    )
  }
  const hint =
    question.ceiling === null
      ? t('assess.kind.number')
      : t('assess.kind.points', { max: formats.number(question.ceiling) })
  return (
    <>
      <InputNumber
        value={value}
        min={question.ceiling === null ? undefined : 0}
        max={question.ceiling ?? undefined}
        disabled={disabled}
        decimalSeparator=","
        onChange={(next) => onValue(typeof next === 'number' ? next : null)}
        aria-label={hint}
        data-testid={testId}
      />
      <span className={styles.quiet}>{hint}</span>
    </>
  )
}
