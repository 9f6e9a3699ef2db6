import { Button, Skeleton, Tag } from 'antd'
import type { ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { usePageTitle } from '../app/titles'
import { Failed } from '../ui/Failed'
import { Logo } from '../ui/Logo'
import { Nothing } from '../ui/Nothing'
import styles from './OpenData.module.css'
import { OpenSeason } from './OpenSeason'
import { type Dataset, useDatasets } from './queries'

/** What regulations make public, for anybody: no log-in, nothing of the person at the screen is asked. */
export function OpenData() {
  const { t } = useI18n()
  const { id } = useParams()
  usePageTitle(t('open.title'))
  return (
    <Page>
      <h1>{t('open.title')}</h1>
      <p className={styles.lead}>{id ? <Link to="/open-data">{t('open.all')}</Link> : t('open.lead')}</p>
      {id ? <OpenSeason key={id} id={id} /> : <Seasons />}
    </Page>
  )
}

function Page({ children }: { children: ReactNode }) {
  const { t, language, setLanguage } = useI18n()
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <Link to="/" className={styles.brand}>
          <Logo size={34} />
          {t('app.name')}
        </Link>
        <Button
          type="text"
          className={styles.language}
          onClick={() => setLanguage(language === 'vi' ? 'en' : 'vi')}
          data-testid="language-switch"
        >
          {language === 'vi' ? 'English' : 'Tiếng Việt'}
        </Button>
      </header>
      <main className={styles.main}>{children}</main>
      <footer className={styles.foot}>{t('open.foot')}</footer>
    </div>
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

/** Who published it and when; invented data says so. */
export function Issued({ dataset }: { dataset: Dataset }) {
  const { t } = useI18n()
  const formats = useFormats()
  return (
    <span className={styles.quiet}>
      {t('open.issued', {
        publisher: dataset.publisher ?? dataset.publisherCode ?? '…',
        time: formats.instant(dataset.issuedAt),
      })}{' '}
      {dataset.invented && <Tag color="warning">{t('open.invented')}</Tag>}
    </span>
  )
}
