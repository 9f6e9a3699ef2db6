import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import type { Rule } from './consolidationQueries'
import styles from './Digest.module.css'
import type { Digest } from './types'

/** What the cluster itself adopted as its number, before all that is said of its members. */
export function AdoptedNumber({
  adopted,
}: {
  adopted: NonNullable<Digest['indicators'][number]['adopted']>
}) {
  const { t } = useI18n()
  const formats = useFormats()
  const amount = (value: number) => `${formats.number(value)} ${adopted.unitOfMeasure}`
  return (
    <dl className={styles.whole} data-testid="digest-adopted">
      <div>
        <dt>
          {t('consolidation.value')} · {t('consolidation.status.ADOPTED')}
        </dt>
        <dd>
          {adopted.level ?? amount(adopted.value)} (
          {t(`consolidation.rule.${(adopted.rule ?? 'NONE') as Rule}`)},{' '}
          {t('consolidation.coverage.of', { n: adopted.known, m: adopted.expected })})
          {adopted.percent != null && (
            <>
              {'; '}
              {t('consolidation.percent', {
                percent: formats.percent(Math.round(adopted.percent * 100) / 100),
              })}
            </>
          )}
          {adopted.adjusted && (
            <>
              {'; '}
              {t('consolidation.adjustedFrom', {
                value: adopted.computed == null ? t('consolidation.notKnown') : amount(adopted.computed),
                reason: adopted.reason ?? '',
              })}
            </>
          )}
          {adopted.explanation && <>. {adopted.explanation}</>}
        </dd>
      </div>
    </dl>
  )
}
