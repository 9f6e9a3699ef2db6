import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { Link } from 'react-router'
import { content, indicator } from '../api/client'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { useSession } from '../app/session'
import { Failed } from '../ui/Failed'
import { ProvenanceMark } from '../ui/Provenance'
import { figureWords } from './figures'
import styles from './Scores.module.css'

/** A figure as its document states it: the number with its qualifier, the words as printed, which document, and what became of it. */
export function StatedFigure({ id }: { id: string }) {
  const { t } = useI18n()
  const formats = useFormats()
  const { may } = useSession()
  const { data, error, refetch } = useQuery({
    queryKey: ['figures', id],
    queryFn: () => content(indicator.GET('/api/v1/figures/{id}', { params: { path: { id } } })),
  })
  if (!data) return error ? <Failed failure={error} retry={() => refetch()} /> : <Skeleton active />
  return (
    <figure className={styles.stated} data-testid="trace-figure">
      <div>
        <span className={styles.quiet}>{t('trace.figure')}</span>{' '}
        <strong data-testid="figure-words">
          {data.value !== null &&
            figureWords({ t, number: formats.number }, data.measure, data.unitOfMeasure, {
              value: data.value,
              outOf: data.outOf,
              qualifier: data.qualifier,
            })}
        </strong>
      </div>
      <blockquote data-testid="figure-quote">“{data.quote}”</blockquote>
      <figcaption className={styles.sources}>
        <ProvenanceMark provenance={data.provenance} source={data.source} />
        {data.source && <span data-testid="figure-source">{data.source}</span>}
        {data.version > 1 && <span>{t('trace.figure.corrected', { n: data.version - 1 })}</span>}
        {may('AUDIT_READ') && (
          <Link to={`/history?service=indicator&id=${data.id}`} data-testid="figure-history">
            {t('trace.figure.history')}
          </Link>
        )}
        <Link to={`/seasons/${data.seasonId}/digest`} data-testid="figure-digest">
          {t('trace.figure.digest')}
        </Link>
      </figcaption>
    </figure>
  )
}
