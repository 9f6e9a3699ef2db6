import { StarOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import { Link } from 'react-router'
import type { ExemplarCard } from '../api/types'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import type { Rows } from '../ui/DataTable'
import { Failed } from '../ui/Failed'
import { Nothing } from '../ui/Nothing'
import states from '../ui/States.module.css'
import styles from './Exemplars.module.css'
import { pictureAddress } from './picture'
import { ExemplarState } from './State'

/** Exemplars as cards: loading, failed, empty and filled as the tables show it. */
export function Gallery({ list }: { list: Rows<ExemplarCard> }) {
  const { t } = useI18n()
  const formats = useFormats()
  const { rows, failure } = list
  if (!rows) {
    return failure ? (
      <div className={styles.panel}>
        <Failed failure={failure} retry={list.retry} />
      </div>
    ) : (
      <div className={styles.gallery} role="status" aria-label={t('app.loading')}>
        {[1, 2, 3].map((one) => (
          <div key={one} className={styles.card}>
            <div className={styles.frame} />
            <div className={styles.words}>
              <Skeleton active title={false} paragraph={{ rows: 3 }} />
            </div>
          </div>
        ))}
      </div>
    )
  }
  return (
    <section aria-label={t('exemplars.title')} data-testid="exemplar-gallery">
      {failure ? (
        <div className={states.stale} role="status" data-testid="stale-note">
          {t('failed.stale', { time: formats.instant(new Date(list.loadedAt).toISOString()) })}
        </div>
      ) : null}
      {rows.length === 0 ? (
        <div className={styles.panel}>
          <Nothing title={t('exemplars.empty')} text={t('exemplars.empty.text')} />
        </div>
      ) : (
        <ul className={styles.gallery}>
          {rows.map((exemplar) => (
            <li key={exemplar.id}>
              <Card exemplar={exemplar} />
            </li>
          ))}
        </ul>
      )}
      {list.more?.available && (
        <div className={styles.more}>
          <Button loading={list.more.loading} onClick={list.more.load} data-testid="more-button">
            {t('action.more')}
          </Button>
        </div>
      )}
    </section>
  )
}

function Card({ exemplar }: { exemplar: ExemplarCard }) {
  const { t } = useI18n()
  const formats = useFormats()
  return (
    <Link
      to={`/exemplars/${exemplar.id}`}
      className={styles.card}
      data-testid={`exemplar-card-${exemplar.id}`}
    >
      <div className={styles.frame}>
        {exemplar.pictureId ? (
          <img src={pictureAddress(exemplar.pictureId)} alt="" loading="lazy" />
        ) : (
          <StarOutlined aria-hidden />
        )}
      </div>
      <div className={styles.words}>
        <span className={styles.title}>{exemplar.title ?? t('exemplars.gone')}</span>
        <span className={styles.quiet}>
          {[t(`exemplars.subject.${exemplar.subject}`), exemplar.name].filter(Boolean).join(' · ')}
        </span>
        <span className={styles.quiet}>{exemplar.unitName}</span>
        <span className={styles.marks}>
          <ExemplarState state={exemplar.state} />
          {exemplar.replicatedBy > 0 && (
            <span className={styles.quiet}>
              {t('exemplars.replications.card', { n: formats.number(exemplar.replicatedBy) })}
            </span>
          )}
        </span>
      </div>
    </Link>
  )
}
