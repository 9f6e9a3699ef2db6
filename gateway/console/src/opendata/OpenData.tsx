import { Button, Skeleton } from 'antd'
import { Link, useParams } from 'react-router'
import { useI18n } from '../app/i18n'
import { Failed } from '../ui/Failed'
import { Nothing } from '../ui/Nothing'
import { PublicPage } from '../ui/PublicPage'
import { Issued } from './Issued'
import styles from './OpenData.module.css'
import { OpenSeason } from './OpenSeason'
import { useDatasets } from './queries'

/** What regulations make public, for anybody. */
export function OpenData() {
  const { t } = useI18n()
  const { id } = useParams()
  return (
    <PublicPage
      title={t('open.title')}
      lead={id ? <Link to="/open-data">{t('open.all')}</Link> : t('open.lead')}
      foot={t('open.foot')}
    >
      {id ? <OpenSeason key={id} id={id} /> : <Seasons />}
    </PublicPage>
  )
}

function Seasons() {
  const { t } = useI18n()
  const list = useDatasets()
  if (!list.data) {
    return list.error ? (
      <Failed failure={list.error} retry={() => list.refetch()} />
    ) : (
      <Skeleton active paragraph={{ rows: 6 }} />
    )
  }
  const seasons = list.data.pages.flatMap((page) => page.items)
  if (seasons.length === 0) return <Nothing title={t('open.empty')} text={t('open.empty.text')} />
  return (
    <>
      <ul className={styles.seasons} data-testid="open-seasons">
        {seasons.map((season) => (
          <li key={season.id} className={styles.season} data-testid={`open-season-${season.id}`}>
            <Link to={`/open-data/${season.id}`}>
              {season.cluster} · {season.season}
            </Link>
            <Issued dataset={season} />
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <div>
          <Button
            loading={list.isFetchingNextPage}
            onClick={() => list.fetchNextPage()}
            data-testid="more-button"
          >
            {t('action.more')}
          </Button>
        </div>
      )}
    </>
  )
}
