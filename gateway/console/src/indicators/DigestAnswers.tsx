import { Fragment } from 'react'
import { Link } from 'react-router'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { Bars } from '../ui/Bars'
import styles from './Digest.module.css'
import { Estimate } from './Estimate'
import type { Digest } from './types'

type Answered = NonNullable<Digest['indicators'][number]['answered']>

/** How many members answered what, and which: a word is counted, never added up. */
export function DigestAnswers({ name, code, answered }: { name: string; code: string; answered: Answered }) {
  const { t } = useI18n()
  const formats = useFormats()
  const word = ({ level, place }: Answered['answers'][number]) =>
    level ?? t(place === 0 ? 'report.no' : 'report.yes')
  const counted = answered.answers.flatMap((one) => (one.count == null ? [] : [{ ...one, count: one.count }]))
  return (
    <section className={styles.series} data-testid={`digest-${code}-answers`}>
      <h3>{t('digest.answers')}</h3>
      <p className={styles.note}>
        {t('digest.answers.known', { known: answered.known, members: answered.members })}
      </p>
      {counted.length > 0 && (
        <Bars
          label={name}
          testId={`digest-chart-${code}-answers`}
          rows={counted.map((one) => ({
            key: String(one.place),
            name: word(one),
            value: one.count,
            words: t('digest.answers.units', { n: formats.number(one.count) }),
          }))}
        />
      )}
      <ul className={styles.leaders}>
        {answered.answers.map(
          (one) =>
            one.units.length > 0 && (
              <li key={one.place} className={styles.answer} data-testid={`digest-answer-${one.place}`}>
                <strong>{word(one)}</strong>
                <span>
                  {one.units.map((unit, at) => (
                    <Fragment key={unit.unitId}>
                      {at > 0 && ', '}
                      <Link to={`/units/${unit.unitId}`}>{unit.unitName ?? '…'}</Link>
                      <Estimate actuality={unit.actuality} />
                    </Fragment>
                  ))}
                </span>
              </li>
            ),
        )}
      </ul>
    </section>
  )
}
