import { Skeleton, Tag } from 'antd'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { Panel } from '../ui/Facts'
import { Failed } from '../ui/Failed'
import { changed } from './changed'
import { type Neighbours, type Swap, useSensitivity } from './queries'
import styles from './Scrutiny.module.css'

/** How close the first places and the ends of prizes are, and the smallest change that would swap them. */
export function Closeness({ rankingId, name }: { rankingId: string; name(unitId: string): string }) {
  const { t } = useI18n()
  const formats = useFormats()
  const { data, error, refetch } = useSensitivity(rankingId)
  if (!data) return error ? <Failed failure={error} retry={() => refetch()} /> : <Skeleton active />
  if (data.neighbours.length === 0) return null
  return (
    <Panel title={t('close.title')} testId="ranking-closeness">
      <p className={styles.quiet}>{t('close.note', { step: formats.number(data.step) })}</p>
      {data.neighbours.map((pair) => (
        <Pair key={`${pair.upperUnitId}${pair.underUnitId}`} pair={pair} name={name} />
      ))}
    </Panel>
  )
}

function Pair({ pair, name }: { pair: Neighbours; name(unitId: string): string }) {
  const { t } = useI18n()
  const formats = useFormats()
  const upper = name(pair.upperUnitId)
  const under = name(pair.underUnitId)
  return (
    <section className={styles.pair} data-testid={`close-${pair.upperRank}-${pair.underRank}`}>
      <div className={styles.head}>
        <strong>
          {pair.upperRank}. {upper} – {pair.underRank}. {under}
        </strong>
        <span>{pair.gap === 0 ? t('close.equal') : t('close.gap', { gap: formats.number(pair.gap) })}</span>
        {pair.prize && <Tag>{t('close.prize', { prize: pair.prize })}</Tag>}
        {pair.withinRounding && !pair.knockedOut && (pair.gap !== 0 || pair.unroundedGap !== 0) && (
          <Tag color="warning" data-testid="close-rounding">
            {t('close.rounding', { gap: formats.difference(pair.unroundedGap) })}
          </Tag>
        )}
      </div>
      {pair.knockedOut ? (
        <p>{t('close.knockedOut', { unit: under })}</p>
      ) : (
        <ul>
          <Ways
            ways={pair.raise}
            words={t('close.raise', { unit: under })}
            none={t('close.raise.none', { unit: under })}
          />
          <Ways
            ways={pair.lower}
            words={t('close.lower', { unit: upper })}
            none={t('close.lower.none', { unit: upper })}
          />
        </ul>
      )}
    </section>
  )
}

function Ways({ ways, words, none }: { ways: Swap[]; words: string; none: string }) {
  const { t } = useI18n()
  const formats = useFormats()
  if (ways.length === 0) return <li>{none}</li>
  return (
    <li>
      {words}{' '}
      {ways
        .map((way) => {
          const criterion = `${way.criterionCode} ${way.name}`
          const to = formats.number(way.pointsTo)
          const change = changed(way, t, formats.number)
          return way.pointsFrom === null
            ? t('close.way.unscored', { criterion, change, to })
            : t('close.way', { criterion, change, from: formats.number(way.pointsFrom), to })
        })
        .join(t('close.or'))}
    </li>
  )
}
