import { useQueryClient } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { AssessCriterion } from '../assessing/AssessCriterion'
import { Heading, indented, PartHead } from '../scoresheets/Heading'
import { outline } from '../scoresheets/outline'
import { Failed } from '../ui/Failed'
import { SavedLine } from '../ui/sheet/Fate'
import { Sheet } from '../ui/sheet/Sheet'
import { useAutosaves } from '../ui/sheet/useAutosaves'
import { CriterionLine } from './CriterionLine'
import styles from './Scores.module.css'
import { getScore, type Self, selfOf, useScore, writeSelf } from './scoreQueries'
import type { Scoresheet } from './scoreTypes'
import { useSeasonRights } from './season'
import { Adjustments } from './TraceView'
import type { Season } from './types'
import { forUnit } from './variants'

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
  // In the address, so that whoever followed a number into its report finds the same lines open again.
  const [params, setParams] = useSearchParams()
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
  const ofPart = (code: string) => {
    // An older instance answers without parts while a newer one takes its place: then the sum is not known, and it is no 0.
    const parts: typeof found.parts | undefined = found.parts
    const part = parts?.find((one) => one.code === code)
    return part ? points(part.points) : '—'
  }
  const writable = rights.own(unitId)
  const isAsked = (code: string) =>
    found.criteria.some((one) => one.code === code && one.state !== 'NOT_APPLICABLE')
  const unscored = found.criteria.filter((one) => one.state === 'NO_FACT').length
  const lines = outline(sheet)
  const order = lines.flatMap(({ group }) => group?.criteria.map((criterion) => criterion.code) ?? [])
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
        {unscored > 0 && (
          <span className={styles.quiet} data-testid="score-unscored">
            {t('score.unscored', { n: unscored, of: found.criteria.length })}
          </span>
        )}
        <span className={styles.grow} />
        {writable && <SavedLine counts={saves.counts} unread={Object.keys(unread).filter(isAsked).length} />}
      </div>
      <Adjustments adjustments={found.adjustments} />
      <Sheet label={t('season.section.scoresheet')} testId="score-sheet" className={styles.tree}>
        {lines.map(({ level, part, group }) =>
          part ? (
            <PartHead key={`part-${part.code}`} level={level} code={part.code} name={part.name}>
              {ofPart(part.code)} / {formats.number(part.maximum)}
            </PartHead>
          ) : (
            <section key={group.code} className={styles.group} style={indented(level)}>
              <header>
                <Heading level={level} code={group.code} name={group.name} />
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
                    criterion={forUnit(criterion, unitId)}
                    score={one}
                    save={save}
                    index={order.indexOf(criterion.code)}
                    writable={writable}
                    points={points}
                    open={params.getAll('why').includes(criterion.code)}
                    onOpen={(open) => setParams(opened(params, criterion.code, open), { replace: true })}
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
          ),
        )}
      </Sheet>
    </>
  )
}

function opened(params: URLSearchParams, code: string, open: boolean): URLSearchParams {
  const next = new URLSearchParams(params)
  next.delete('why')
  for (const other of params.getAll('why')) if (other !== code) next.append('why', other)
  if (open) next.append('why', code)
  return next
}
