import { Skeleton } from 'antd'
import { type ReactNode, useEffect, useRef } from 'react'
import { Link, NavLink, useParams } from 'react-router'
import { type PlainKey, useI18n } from '../app/i18n'
import { Failed } from '../ui/Failed'
import { PageHeader } from '../ui/PageHeader'
import { ProvenanceMark, RecordedMark } from '../ui/Provenance'
import styles from './SeasonFrame.module.css'
import { useSeason, useSeasonRights } from './season'
import type { Season } from './types'

const SECTIONS = ['targets', 'reports', 'scoresheet', 'ranking', 'radar', 'digest'] as const
export type Section = (typeof SECTIONS)[number]

const labels: Record<Section, PlainKey> = {
  targets: 'season.section.targets',
  reports: 'season.section.reports',
  scoresheet: 'season.section.scoresheet',
  ranking: 'season.section.ranking',
  radar: 'season.section.radar',
  digest: 'season.section.digest',
}

interface Props {
  section: Section
  actions?(season: Season): ReactNode
  children(season: Season): ReactNode
}

/** What the screens of one season share: where one is, what kind of season it is, and the way to its other screens. */
export function SeasonFrame({ section, actions, children }: Props) {
  const { t } = useI18n()
  const { id = '' } = useParams()
  const season = useSeason(id)
  const rights = useSeasonRights(season.data)
  const sections = useRef<HTMLElement>(null)
  const shown = !!season.data
  useEffect(() => {
    if (shown && section) {
      sections.current
        ?.querySelector('[aria-current="page"]')
        ?.scrollIntoView({ block: 'nearest', inline: 'center' })
    }
  }, [shown, section])
  if (!season.data) {
    return season.error ? (
      <Failed failure={season.error} retry={() => season.refetch()} />
    ) : (
      <Skeleton active paragraph={{ rows: 8 }} />
    )
  }
  const held = season.data
  return (
    <>
      <PageHeader
        title={t(labels[section])}
        above={
          <span className={styles.above}>
            <Link to={`/clusters/${held.clusterId}`}>{held.clusterName}</Link>
            <span aria-hidden="true">›</span>
            <Link to={`/seasons/${held.id}`}>{t('season.name', { name: held.name })}</Link>
            {held.mode === 'RECORDED' && <RecordedMark />}
            <ProvenanceMark provenance={held.provenance} source={held.source} />
          </span>
        }
        actions={actions?.(held)}
      />
      <nav ref={sections} className={styles.sections} aria-label={t('season.sections')}>
        <Link to={`/seasons/${id}`} data-testid="season-section-overview">
          {t('season.section.overview')}
        </Link>
        <Link to={`/seasons/${id}?tab=compact`} data-testid="season-section-compact">
          {t('season.section.compact')}
        </Link>
        {SECTIONS.filter((one) => one !== 'radar' || rights.verifies).map((one) => (
          <NavLink key={one} to={`/seasons/${id}/${one}`} data-testid={`season-section-${one}`}>
            {t(labels[one])}
          </NavLink>
        ))}
        <Link to={`/seasons/${id}?tab=conferences`} data-testid="season-section-conferences">
          {t('season.section.conferences')}
        </Link>
      </nav>
      {children(held)}
    </>
  )
}
