import { useQueryClient } from '@tanstack/react-query'
import { Button, Skeleton, Tag } from 'antd'
import { type ReactNode, useMemo, useState } from 'react'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { AssessCriterion } from '../assessing/AssessCriterion'
import { Failed } from '../ui/Failed'
import type { Autosave } from '../ui/sheet/autosave'
import { FateSign, SavedLine, Trouble } from '../ui/sheet/Fate'
import { NumberCell } from '../ui/sheet/NumberCell'
import { Sheet } from '../ui/sheet/Sheet'
import { useAutosave, useAutosaves } from '../ui/sheet/useAutosaves'
import styles from './Scores.module.css'
import { RuleText } from './SheetTree'
import { getScore, type Self, selfOf, useScore, writeSelf } from './scoreQueries'
import type { Criterion, CriterionScore, Scoresheet } from './scoreTypes'
import { useSeasonRights } from './season'
import { Adjustments, TraceView } from './TraceView'
import type { Season } from './types'

interface Props {
  sheet: Scoresheet
  season: Season
  unitId: string
}

/** A unit's points by a frozen sheet, its own points beside them, and why each is what it is. */
export function UnitScore({ sheet, season, unitId }: Props) {
  const { t } = useI18n()
  const formats = useFormats()
  const queries = useQueryClient()
  const rights = useSeasonRights(season)
  const score = useScore(sheet.id, unitId)
  const [unread, setUnread] = useState<Record<string, string>>({})
  const found = score.data
  const rows = useMemo(() => found?.criteria.map((one) => ({ key: one.code, saved: selfOf(one) })), [found])
  const saves = useAutosaves<Self>(rows, {
    send: async (code, self, version) => {
      const saved = await writeSelf(sheet.id, unitId, code, self, version)
      queries.invalidateQueries({ queryKey: ['scores'] })
      return saved
    },
    reload: async (code) => {
      const newest = (await getScore(sheet.id, unitId)).criteria.find((one) => one.code === code)
      return newest ? selfOf(newest) : { values: { points: null, note: null }, version: 0 }
    },
  })
  if (!found) {
    return score.error ? (
      <Failed failure={score.error} retry={() => score.refetch()} />
    ) : (
      <Skeleton active paragraph={{ rows: 10 }} />
    )
  }
  const scale = sheet.rounding.scale
  const points = (value: number) => formats.points(value, scale)
  const writable = rights.own(unitId)
  const order = sheet.groups.flatMap((group) => group.criteria.map((criterion) => criterion.code))
  return (
    <>
      <div className={styles.total} data-testid="score-total">
        <div>
          <span>{t('score.total')}</span>
          <strong>{points(found.total)}</strong>
          <span>{t('score.of', { max: formats.number(found.maximum) })}</span>
        </div>
        <div>
          <span>{t('score.selfTotal')}</span>
          <strong data-testid="score-self-total">
            {found.selfTotal === null ? '—' : points(found.selfTotal)}
          </strong>
        </div>
        <span className={styles.grow} />
        {writable && <SavedLine counts={saves.counts} unread={Object.keys(unread).length} />}
      </div>
      <Adjustments adjustments={found.adjustments} />
      <Sheet label={t('season.section.scoresheet')} testId="score-sheet" className={styles.tree}>
        {sheet.groups.map((group) => (
          <section key={group.code} className={styles.group}>
            <header>
              <h3>
                <span className={styles.code}>{group.code}</span> {group.name}
              </h3>
              <strong data-testid={`group-points-${group.code}`}>
                {points(found.groups.find((one) => one.code === group.code)?.points ?? 0)} /{' '}
                {formats.number(group.maximum)}
                {!!group.bonusMaximum && ` + ${formats.number(group.bonusMaximum)}`}
              </strong>
            </header>
            {group.criteria.map((criterion) => {
              const one = found.criteria.find((result) => result.code === criterion.code)
              const save = saves.row(criterion.code)
              return one && save ? (
                <CriterionLine
                  key={criterion.code}
                  criterion={criterion}
                  score={one}
                  save={save}
                  index={order.indexOf(criterion.code)}
                  writable={writable}
                  points={points}
                  entries={<AssessCriterion sheet={sheet} season={season} unitId={unitId} score={one} />}
                  unread={unread[criterion.code]}
                  onUnread={(text) =>
                    setUnread(({ [criterion.code]: _, ...rest }) =>
                      text === undefined ? rest : { ...rest, [criterion.code]: text },
                    )
                  }
                />
              ) : null
            })}
          </section>
        ))}
      </Sheet>
    </>
  )
}

interface LineProps {
  criterion: Criterion
  score: CriterionScore
  save: Autosave<Self>
  index: number
  writable: boolean
  points(value: number): string
  /** What is entered by hand about it, for those who may. */
  entries: ReactNode
  unread: string | undefined
  onUnread(text: string | undefined): void
}

function CriterionLine(props: LineProps) {
  const { criterion, score, save, index, writable, points, entries, unread, onUnread } = props
  const { t } = useI18n()
  const formats = useFormats()
  const { draft, fate } = useAutosave(save)
  const [open, setOpen] = useState(false)
  const differs = score.reported !== null && score.verified !== null && score.reported !== score.verified
  return (
    <div className={styles.scored} data-testid={`criterion-${criterion.code}`}>
      <span className={styles.code}>{criterion.code}</span>
      <div className={styles.words}>
        <div className={styles.name}>{criterion.name}</div>
        <div className={styles.quiet}>
          {score.reported !== null && <>{t('score.reported', { value: formats.number(score.reported) })} </>}
          {score.verified !== null && (
            <span data-differs={differs || undefined} className={styles.verified}>
              {t('score.verified', { value: formats.number(score.verified) })}
            </span>
          )}
          {score.state !== 'SCORED' && <Tag>{t(`score.state.${score.state}`)}</Tag>}
        </div>
        <Button
          type="link"
          size="small"
          className={styles.why}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          data-testid={`why-${criterion.code}`}
        >
          {t('score.why')}
        </Button>
      </div>
      <div className={styles.self} data-fate={fate.kind}>
        <span className={styles.label}>{t('score.self')}</span>
        {writable ? (
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
          <span>{draft.points === null ? '—' : points(draft.points)}</span>
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
        <strong data-testid={`points-${criterion.code}`}>{points(score.points)}</strong>
        <span className={styles.quiet}>/ {formats.number(score.maximum)}</span>
      </div>
      {open && (
        <div className={styles.explained}>
          <RuleText criterion={criterion} />
          <TraceView trace={score.trace} indicatorId={score.indicatorId} />
          {entries}
        </div>
      )}
    </div>
  )
}
