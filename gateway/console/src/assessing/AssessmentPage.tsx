import { useQueryClient } from '@tanstack/react-query'
import { Alert, Input, Skeleton } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { SeasonFrame } from '../indicators/SeasonFrame'
import { useScoresheets } from '../indicators/scoreQueries'
import type { Scoresheet } from '../indicators/scoreTypes'
import { useSeasonMembers, useSeasonRights } from '../indicators/season'
import type { Season } from '../indicators/types'
import { ButtonLink } from '../ui/ButtonLink'
import { Failed } from '../ui/Failed'
import { Nothing } from '../ui/Nothing'
import { SavedLine } from '../ui/sheet/Fate'
import { Sheet } from '../ui/sheet/Sheet'
import { useAutosaves } from '../ui/sheet/useAutosaves'
import styles from './Assessing.module.css'
import { AssessmentCell } from './AssessmentCell'
import { MovedPoints } from './MovedPoints'
import {
  type Assessments,
  EMPTY,
  type Entry,
  entryOf,
  getAssessments,
  useAssessments,
  writeEntry,
} from './queries'
import { isAsked, type Question, questionsOf } from './questions'
import { type Moved, moved } from './rescored'
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

const keyOf = (unitId: string, code: string) => `${unitId}|${code}`

function Table({ season, sheet, found }: { season: Season; sheet: Scoresheet; found: Assessments }) {
  const { t } = useI18n()
  const formats = useFormats()
  const queries = useQueryClient()
  const members = useSeasonMembers(season)
  const [reason, setReason] = useState('')
  const [unread, setUnread] = useState<Record<string, string>>({})
  const [moves, setMoves] = useState<Moved[]>([])
  const seen = useRef(found)
  const questions = useMemo(() => {
    const asked = (question: Question) =>
      found.units.some((unit) =>
        isAsked(
          question,
          unit.criteria.find((one) => one.code === question.criterion.code)?.state,
          unit.values.some((one) => one.code === question.code),
        ),
      )
    return questionsOf(sheet).filter(asked)
  }, [sheet, found])
  const rows = useMemo(
    () =>
      found.units.flatMap((unit) =>
        questionsOf(sheet).map(({ code }) => ({ key: keyOf(unit.unitId, code), saved: entryOf(unit, code) })),
      ),
    [found, sheet],
  )
  const saves = useAutosaves<Entry>(rows, {
    send: async (key, entry, version) => {
      const [unitId = '', code = ''] = key.split('|')
      const saved = await writeEntry(sheet.id, unitId, code, entry, version)
      const after = await getAssessments(sheet.id)
      setMoves(moved(seen.current.units, after.units))
      seen.current = after
      queries.setQueryData(['scores', 'assessments', sheet.id], after)
      return saved
    },
    reload: async (key) => {
      const [unitId = '', code = ''] = key.split('|')
      const newest = await getAssessments(sheet.id)
      return (
        entryOf(
          newest.units.find((one) => one.unitId === unitId),
          code,
        ) ?? EMPTY
      )
    },
  })
  const names = new Map(members.data?.map((one) => [one.unitId, one.unitName]))
  const nameOfUnit = (unitId: string) => names.get(unitId) ?? '…'
  const scoreOf = (unitId: string) => `/seasons/${season.id}/scoresheet?sheet=${sheet.id}&unit=${unitId}`
  const back = `/seasons/${season.id}/scoresheet?sheet=${sheet.id}`
  if (questions.length === 0) return <Nothing title={t('assess.title')} text={t('assess.none')} />
  const locked = found.published ? t('assess.lock.published') : found.writable ? null : t('assess.lock.role')

  function lockOf(question: Question, state: string | undefined, entered: boolean): string | null {
    if (locked && !(question.office && found.office)) return locked
    if (question.office && !found.office) return t('assess.lock.office')
    if (!isAsked(question, state, entered)) return t('assess.lock.row')
    return reason.trim() === '' ? t('assess.reason.first') : null
  }

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
          <SavedLine counts={saves.counts} unread={Object.keys(unread).length} />
        </span>
      </div>
      <MovedPoints moves={moves} scale={sheet.rounding.scale} nameOf={nameOfUnit} whyOf={scoreOf} />
      <Sheet label={t('assess.table')} testId="assess-table" className={styles.scroller} roving>
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
                  {formats.points(unit.total, sheet.rounding.scale)}
                </td>
                {questions.map((question, column) => {
                  const key = keyOf(unit.unitId, question.code)
                  const save = saves.row(key)
                  const state = unit.criteria.find((one) => one.code === question.criterion.code)?.state
                  const entered = unit.values.some((one) => one.code === question.code)
                  if (!save) return <td key={key} />
                  return (
                    <AssessmentCell
                      key={key}
                      save={save}
                      question={question}
                      unitName={nameOfUnit(unit.unitId)}
                      row={row}
                      column={column}
                      lock={lockOf(question, state, entered)}
                      reason={reason.trim()}
                      unread={unread[key]}
                      onUnread={(text) =>
                        setUnread(({ [key]: _, ...rest }) =>
                          text === undefined ? rest : { ...rest, [key]: text },
                        )
                      }
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
