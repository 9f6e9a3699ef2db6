import { Alert, Input, Skeleton } from 'antd'
import { useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { usePeriods } from '../indicators/reportQueries'
import { SeasonFrame } from '../indicators/SeasonFrame'
import { useScoresheets } from '../indicators/scoreQueries'
import type { Scoresheet } from '../indicators/scoreTypes'
import { useSeasonMembers, useSeasonRights } from '../indicators/season'
import type { Season } from '../indicators/types'
import { appliesIn } from '../indicators/variants'
import { ButtonLink } from '../ui/ButtonLink'
import { Failed } from '../ui/Failed'
import { Nothing } from '../ui/Nothing'
import { SavedLine } from '../ui/sheet/Fate'
import { Sheet } from '../ui/sheet/Sheet'
import styles from './Assessing.module.css'
import { AssessmentCell } from './AssessmentCell'
import { MovedPoints } from './MovedPoints'
import { type AssessedUnit, type Assessments, useAssessments } from './queries'
import { columnsOf, isAsked, type Question, questionsByUnit } from './questions'
import { totalOf } from './rescored'
import { keyOf, useAssessing } from './useAssessing'
import { nameOf } from './words'

export function AssessmentPage() {
  return (
    <SeasonFrame section="scoresheet">{(season) => <OfSeason key={season.id} season={season} />}</SeasonFrame>
  )
}

function OfSeason({ season }: { season: Season }) {
  const { t } = useI18n()
  const rights = useSeasonRights(season)
  const sheets = useScoresheets(season.id)
  const [params] = useSearchParams()
  const sheet = sheets.data?.find((one) => one.id === params.get('sheet')) ?? sheets.data?.at(-1)
  const frozen = sheet?.status === 'FROZEN' ? sheet : undefined
  const found = useAssessments(frozen?.id, rights.verifies)
  if (!rights.verifies) return <Nothing title={t('assess.title')} text={t('assess.lock.role')} />
  const failure = sheets.error ?? found.error
  if (sheets.data && !frozen) return <Nothing title={t('assess.title')} text={t('assess.frozen')} />
  if (!frozen || !found.data) {
    return failure ? <Failed failure={failure} /> : <Skeleton active paragraph={{ rows: 10 }} />
  }
  return <Table key={frozen.id} season={season} sheet={frozen} found={found.data} />
}

function Table({ season, sheet, found }: { season: Season; sheet: Scoresheet; found: Assessments }) {
  const { t } = useI18n()
  const formats = useFormats()
  const members = useSeasonMembers(season)
  const [reason, setReason] = useState('')
  const periods = usePeriods(season.id)
  const kind = periods.data?.find((one) => one.id === sheet.periodId)?.kind ?? 'YEAR'
  const byUnit = useMemo(
    () =>
      questionsByUnit(
        sheet,
        found.units.map((one) => one.unitId),
      ),
    [sheet, found],
  )
  /** As it is asked of the unit; of some what is asked of others is not. */
  const ownOf = (unitId: string, code: string) => byUnit.get(unitId)?.find((one) => one.code === code)
  const questions = useMemo(() => {
    const asked = (question: Question) =>
      found.units.some((unit) =>
        isAsked(
          question,
          unit.criteria.find((one) => one.code === question.criterion.code)?.state,
          unit.values.some((one) => one.code === question.code),
        ),
      )
    return columnsOf(sheet, byUnit).filter((one) => appliesIn(one.criterion, kind) && asked(one))
  }, [sheet, found, byUnit, kind])
  const names = new Map(members.data?.map((one) => [one.unitId, one.unitName]))
  const nameOfUnit = (unitId: string) => names.get(unitId) ?? '…'
  const scoreOf = (unitId: string) => `/seasons/${season.id}/scoresheet?sheet=${sheet.id}&unit=${unitId}`
  const back = `/seasons/${season.id}/scoresheet?sheet=${sheet.id}`
  const locked = found.published ? t('assess.lock.published') : found.writable ? null : t('assess.lock.role')

  function lockOf(unit: AssessedUnit, column: Question): string | null {
    const question = ownOf(unit.unitId, column.code)
    if (!question) return t('assess.lock.unit')
    if (locked && !(question.office && found.office)) return locked
    if (question.office && !found.office) return t('assess.lock.office')
    const state = unit.criteria.find((one) => one.code === question.criterion.code)?.state
    const entered = unit.values.some((one) => one.code === question.code)
    if (!isAsked(question, state, entered)) return t('assess.lock.row')
    return reason.trim() === '' ? t('assess.reason.first') : null
  }

  const work = useAssessing({ sheet, found, questions, ownOf, reason: reason.trim(), lockOf })
  const totalWords = (total: number | null) =>
    total === null ? '—' : formats.points(total, sheet.rounding.scale)
  if (questions.length === 0) return <Nothing title={t('assess.title')} text={t('assess.none')} />
  return (
    <>
      <div className={styles.lead}>
        <Alert type={locked ? 'warning' : 'info'} showIcon title={locked ?? t('assess.text')} />
        <label className={styles.reason} htmlFor="assess-reason">
          {t('assess.reason')}
          <Input
            id="assess-reason"
            value={reason}
            maxLength={1000}
            disabled={locked !== null && !found.office}
            placeholder={t('assess.reason.placeholder')}
            onChange={(event) => setReason(event.target.value)}
            data-testid="assess-reason"
          />
        </label>
        <span className={styles.quiet}>{t('assess.words')}</span>
        <span>
          <ButtonLink to={back}>{t('assess.back')}</ButtonLink>{' '}
          <SavedLine counts={work.saves.counts} unread={Object.keys(work.unread).length} />
        </span>
      </div>
      <MovedPoints moves={work.moves} scale={sheet.rounding.scale} nameOf={nameOfUnit} whyOf={scoreOf} />
      <Sheet
        label={t('assess.table')}
        testId="assess-table"
        className={styles.scroller}
        roving
        onBlock={work.paste}
        onFillDown={work.fill}
        onUndo={work.undo}
        onRedo={work.redo}
      >
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('assess.unit')}</th>
              <th scope="col">{t('assess.total')}</th>
              {questions.map((question) => (
                <th key={question.code} scope="col" title={question.criterion.name}>
                  <span className={styles.code}>{question.criterion.code}</span> {nameOf(t, question)}
                  <small>
                    {t(`assess.kind.${question.kind}`, {
                      max: formats.number(question.ceiling ?? 0),
                    } as never)}
                    {question.automatic && `. ${t('assess.automatic')}`}
                  </small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.units.map((unit, row) => (
              <tr key={unit.unitId} data-testid={`assess-unit-${row}`}>
                <th scope="row">{nameOfUnit(unit.unitId)}</th>
                <td className={styles.total} data-testid={`assess-total-${row}`}>
                  {totalWords(totalOf(unit))}
                </td>
                {questions.map((question, column) => {
                  const key = keyOf(unit.unitId, question.code)
                  const save = work.saves.row(key)
                  if (!save) return <td key={key} />
                  return (
                    <AssessmentCell
                      key={key}
                      save={save}
                      question={ownOf(unit.unitId, question.code) ?? question}
                      unitName={nameOfUnit(unit.unitId)}
                      row={row}
                      column={column}
                      lock={lockOf(unit, question)}
                      onFound={(found) => work.enter(key, found)}
                      unread={work.unread[key]}
                      onUnread={(text) => work.onUnread(key, text)}
                    />
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Sheet>
    </>
  )
}
