import { Tag } from 'antd'
import { Link } from 'react-router'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { Bars } from '../ui/Bars'
import { ProvenanceMark, SourcePopover } from '../ui/Provenance'
import styles from './Digest.module.css'
import { Estimate } from './Estimate'
import { amount, figureWords, type Measured, moved, qualified } from './figures'
import type { DigestSeries as Series } from './types'

interface Props {
  name: string
  code: string
  series: Series
  companions: Series[]
  /** What was printed, by figure. */
  quotes: Map<string, string>
  members: number
}

/** Numbers of one kind: of the whole as stated beside as computed, statements about the members, and who leads. */
export function DigestSeries({ name, code, series, companions, quotes, members }: Props) {
  const { t } = useI18n()
  const formats = useFormats()
  const words = { t, number: formats.number }
  const { measure, unitOfMeasure, leaders, reached, computed } = series
  const rounded = { number: (value: number) => formats.number(Math.round(value * 100) / 100) }
  const unitName = (id: string) => leaders.find((one) => one.unitId === id)?.unitName ?? id

  /** What a document states is shown as stated; what is computed, to two decimals. */
  const wordsOf = ({ basis }: Series['leaders'][number]) =>
    basis === 'STATED'
      ? words
      : { t, number: (value: number) => formats.number(Math.round(value * 100) / 100) }

  /** "193.310 tỷ đồng (48,43% dự toán)" */
  function full(leader: Series['leaders'][number]): string {
    const main = figureWords(wordsOf(leader), measure, unitOfMeasure, leader)
    const behind = companions.flatMap((other) => {
      const same = other.leaders.find((one) => one.unitId === leader.unitId)
      return same ? [figureWords(wordsOf(same), other.measure, other.unitOfMeasure, same)] : []
    })
    return behind.length === 0 ? main : `${main} (${behind.join('; ')})`
  }

  return (
    <section className={styles.series} data-testid={`digest-${code}-${measure}`}>
      <h3>{t(`measure.${measure as Measured}`)}</h3>
      {(series.stated.length > 0 || computed) && (
        <dl className={styles.whole}>
          {series.stated.map((stated) => (
            <div key={stated.figureId}>
              <dt>
                {stated.aggregation ? t(`aggregation.${stated.aggregation as 'TOTAL'}`) : t('digest.whole')}
                {' · '}
                {t('digest.stated')}
              </dt>
              <dd data-testid="digest-stated">
                {figureWords(words, measure, unitOfMeasure, stated)}
                <Estimate actuality={stated.actuality} />
                <ProvenanceMark provenance={stated.provenance as 'LIVE'} source={stated.source} small />
                <Quote words={stated.quote} source={stated.source} />
              </dd>
            </div>
          ))}
          {computed && (
            <>
              {computed.total !== null && (
                <div>
                  <dt>
                    {t('aggregation.TOTAL')} · {t('digest.computed')}
                  </dt>
                  <dd data-testid="digest-computed-total">
                    {computed.approximate && '≈ '}
                    {amount(words, computed.total, unitOfMeasure)}
                  </dd>
                  <dd className={styles.note}>{t('digest.known', { known: computed.known, members })}</dd>
                </div>
              )}
              <div>
                <dt>
                  {t('aggregation.AVERAGE')} · {t('digest.computed')}
                </dt>
                <dd data-testid="digest-computed-average">
                  {computed.approximate && '≈ '}
                  {amount(rounded, computed.average, unitOfMeasure)}
                </dd>
                <dd className={styles.note}>{t('digest.known', { known: computed.known, members })}</dd>
              </div>
              {computed.weighted && (
                <div>
                  <dt>
                    {t('aggregation.WEIGHTED_AVERAGE')} · {t('digest.computed')}
                  </dt>
                  <dd data-testid="digest-computed-weighted">
                    {computed.approximate && '≈ '}
                    {amount(rounded, computed.weighted.average, unitOfMeasure)}
                  </dd>
                  <dd className={styles.note}>
                    {t(`digest.weighed.${computed.weighted.by}`, { code: computed.weighted.code ?? '' })}
                    {computed.weighted.known < computed.known &&
                      `, ${t('digest.known', { known: computed.weighted.known, members })}`}
                  </dd>
                </div>
              )}
              {computed.change && (
                <div>
                  <dt>{t('digest.change')}</dt>
                  <dd data-testid="digest-computed-change">
                    {moved(t, rounded, computed.change.total ?? computed.change.average, unitOfMeasure)}
                  </dd>
                  <dd className={styles.note}>
                    {t(computed.change.total === null ? 'digest.change.average' : 'digest.change.total', {
                      known: computed.change.known,
                    })}
                  </dd>
                </div>
              )}
            </>
          )}
        </dl>
      )}
      {series.statements.map((statement) => (
        <blockquote key={statement.figureId} className={styles.statement} data-testid="digest-statement">
          <strong>
            {t('digest.statement', {
              count: statement.count,
              outOf: statement.outOf,
              threshold: qualified(
                t,
                statement.thresholdQualifier,
                amount(words, statement.threshold, unitOfMeasure),
              ),
            })}
          </strong>
          <Estimate actuality={statement.actuality} />
          <ProvenanceMark provenance={statement.provenance as 'LIVE'} source={statement.source} small />
          <Quote words={statement.quote} source={statement.source} />
          <span className={styles.note}>{t('digest.statement.note')}</span>
        </blockquote>
      ))}
      {leaders.length > 1 && (
        <Bars
          label={`${name}, ${t(`measure.${measure as Measured}`)}`}
          testId={`digest-chart-${code}-${measure}`}
          line={
            reached
              ? { value: reached.threshold, words: amount(words, reached.threshold, unitOfMeasure) }
              : undefined
          }
          rows={leaders.map((leader) => ({
            key: leader.unitId,
            name: leader.unitName ?? '…',
            value: leader.value,
            words: figureWords(wordsOf(leader), measure, unitOfMeasure, leader),
            quiet: reached ? !reached.unitIds.includes(leader.unitId) : leader.place !== 1,
          }))}
        />
      )}
      {reached && (
        <p data-testid={`digest-reached-${code}-${measure}`}>
          {t('digest.reached', {
            threshold: amount(words, reached.threshold, unitOfMeasure),
            count: reached.unitIds.length,
            known: reached.known,
            members: reached.members,
          })}
          {reached.unitIds.length > 0 && <> {reached.unitIds.map(unitName).join(', ')}.</>}
          {reached.unclear.length > 0 && (
            <> {t('digest.unclear', { units: reached.unclear.map(unitName).join(', ') })}</>
          )}
        </p>
      )}
      {leaders.length > 0 && (
        <ol className={styles.leaders}>
          {leaders.map((leader) => (
            <li key={leader.unitId} data-testid={`digest-leader-${leader.unitCode ?? leader.unitId}`}>
              <span className={styles.place}>{leader.place ?? '·'}</span>
              <Link to={`/units/${leader.unitId}`}>{leader.unitName ?? '…'}</Link>
              <span className={styles.words}>
                <strong data-testid="digest-figure">{full(leader)}</strong>
                <Estimate actuality={leader.actuality} />
                {/* A number out of a report stands in no document; the way to its report is beside it. */}
                {!(leader.reportId && leader.basis === 'STATED') && (
                  <Tag className={styles.tag}>{t(`basis.${leader.basis as 'STATED'}`)}</Tag>
                )}
                {leader.before !== null && (
                  <span className={styles.note} data-testid="digest-before">
                    {t('digest.before', {
                      before: amount(rounded, leader.before, unitOfMeasure),
                      moved: moved(t, rounded, leader.value - leader.before, unitOfMeasure),
                    })}
                  </span>
                )}
                {leader.rankStated !== null && (
                  <span className={styles.note}>{t('digest.rankStated', { rank: leader.rankStated })}</span>
                )}
                <ProvenanceMark provenance={leader.provenance as 'LIVE'} source={leader.source} small />
                {leader.figureId && <Quote words={quotes.get(leader.figureId)} source={leader.source} />}
                {leader.reportId && <Link to={`/reports/${leader.reportId}`}>{t('digest.toReport')}</Link>}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

function Quote({ words, source }: { words: string | undefined; source: string | null }) {
  const { t } = useI18n()
  if (!words) return null
  return (
    <SourcePopover title={t('digest.quote')} text={<q data-testid="quote-text">{words}</q>} source={source}>
      <button type="button" className={styles.quote} data-testid="quote">
        {t('digest.quote')}
      </button>
    </SourcePopover>
  )
}
