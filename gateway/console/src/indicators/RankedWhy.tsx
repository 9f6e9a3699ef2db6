import { Skeleton } from 'antd'
import { Link } from 'react-router'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { Heading, indented, PartHead } from '../scoresheets/Heading'
import { outline } from '../scoresheets/outline'
import { Failed } from '../ui/Failed'
import { cameTo } from './ranked'
import styles from './Scores.module.css'
import { RuleText } from './SheetTree'
import { useRankedScore } from './scoreQueries'
import type { Criterion, RankedScore, RankingRow, Scoresheet } from './scoreTypes'
import { Adjustments, TraceView } from './TraceView'
import { forUnit } from './variants'

interface Props {
  rankingId: string
  row: RankingRow
  sheet: Scoresheet | undefined
}

/** The score by which a unit was ranked, part by part and criterion by criterion, as it was then. */
export function RankedWhy({ rankingId, row, sheet }: Props) {
  const { unitId } = row
  const { t, language } = useI18n()
  const formats = useFormats()
  const { data, error, refetch } = useRankedScore(rankingId, unitId)
  if (!data) return error ? <Failed failure={error} retry={() => refetch()} /> : <Skeleton active />
  const points = (value: number) => formats.points(value, sheet?.rounding.scale ?? 2)
  const came = (given: RankingRow['byPart'], code: string) => {
    const sum = cameTo(given, code)
    return sum === null ? '—' : points(sum)
  }
  return (
    <div className={styles.rankedWhy} data-testid={`ranked-why-${unitId}`}>
      {data.verdict && <p data-testid="ranked-verdict">{data.verdict.words[language]}</p>}
      {!!data.verdict?.knockOuts.length && (
        <p data-testid="ranked-knocked-out">
          {t('ranking.knockedOut', {
            names: data.verdict.knockOuts
              .map((code) => sheet?.knockOuts?.find((one) => one.code === code)?.name ?? code)
              .join('; '),
          })}
        </p>
      )}
      <Adjustments adjustments={data.adjustments} />
      {sheet && (
        <Link
          to={`/seasons/${sheet.seasonId}/scoresheet?sheet=${sheet.id}&unit=${unitId}`}
          data-testid="ranked-sheet"
        >
          {t('ranking.toSheet')}
        </Link>
      )}
      {sheet
        ? outline(sheet).map(({ level, part, group }) =>
            part ? (
              <PartHead key={`part-${part.code}`} level={level} code={part.code} name={part.name}>
                {came(row.byPart, part.code)} / {formats.number(part.maximum)}
              </PartHead>
            ) : (
              <section key={group.code} className={styles.rankedGroup} style={indented(level)}>
                <header data-testid={`ranked-group-${group.code}`}>
                  <Heading level={level} code={group.code} name={group.name} />
                  <strong>
                    {came(row.byGroup, group.code)} / {formats.number(group.maximum)}
                    {!!group.bonusMaximum && ` + ${formats.number(group.bonusMaximum)}`}
                  </strong>
                </header>
                {group.criteria.map((criterion) => {
                  const one = data.criteria.find(({ code }) => code === criterion.code)
                  return (
                    one && (
                      <Line key={one.code} one={one} criterion={forUnit(criterion, unitId)} points={points} />
                    )
                  )
                })}
              </section>
            ),
          )
        : data.criteria.map((one) => <Line key={one.code} one={one} points={points} />)}
    </div>
  )
}

interface LineProps {
  one: RankedScore['criteria'][number]
  /** As the sheet has it, once that is known. */
  criterion?: Criterion
  points(value: number): string
}

function Line({ one, criterion, points }: LineProps) {
  const { t } = useI18n()
  const formats = useFormats()
  return (
    <details className={styles.rankedLine} data-testid={`ranked-${one.code}`}>
      <summary>
        <span>
          <span className={styles.code}>{one.code}</span> {criterion?.name}
        </span>
        <strong>
          {one.state === 'NO_FACT' ? '—' : points(one.points)}
          {criterion && <span className={styles.quiet}> / {formats.number(criterion.maximum)}</span>}
        </strong>
      </summary>
      {one.state !== 'SCORED' && <p className={styles.quiet}>{t(`score.state.${one.state}`)}</p>}
      {criterion && <RuleText criterion={criterion} />}
      <TraceView
        trace={one.trace}
        indicatorId={criterion?.indicatorId ?? null}
        noFact={one.state === 'NO_FACT'}
      />
    </details>
  )
}
