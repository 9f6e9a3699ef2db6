import { useQuery } from '@tanstack/react-query'
import { Tag } from 'antd'
import { Link } from 'react-router'
import { cluster, content } from '../api/client'
import { everyPage } from '../app/everyPage'
import { useI18n } from '../app/i18n'
import { today } from '../app/i18n/dates'
import { useFormats } from '../app/i18n/useFormats'
import { LIVE } from '../app/queries'
import { useSession } from '../app/session'
import { seasonColours } from '../clusters/kinds'
import { mandateState } from '../mandates/state'
import { Panel } from '../ui/Facts'
import { Failed } from '../ui/Failed'
import styles from './Home.module.css'

/** More units than this have no memberships of their own to show here; whoever serves them looks under clusters. */
const MOST_UNITS = 10
const MOST_SEASONS = 8

/** The seasons that run today and concern the person: organised, headed or taken part in by a unit the person works for. */
export function LivingSeasons() {
  const { t } = useI18n()
  const formats = useFormats()
  const { me } = useSession()
  const day = today()
  const units = [
    ...new Set(me.mandates.filter((one) => mandateState(one, day) === 'active').map((one) => one.unitId)),
  ].sort()
  const { data, error, refetch } = useQuery({
    queryKey: ['seasons', 'living', day, units],
    queryFn: async () => {
      const [running, ...joined] = await Promise.all([
        everyPage((after) =>
          content(cluster.GET('/api/v1/seasons', { params: { query: { asOf: day, after, limit: 200 } } })),
        ),
        ...units
          .slice(0, MOST_UNITS)
          .map((memberId) =>
            content(
              cluster.GET('/api/v1/clusters', { params: { query: { memberId, asOf: day, limit: 200 } } }),
            ).then((page) => page.items.map((one) => one.id)),
          ),
      ])
      const own = new Set(joined.flat())
      return running.filter(
        (season) =>
          season.mode === 'LIVE' &&
          season.state !== 'CLOSED' &&
          (own.has(season.clusterId) ||
            units.includes(season.organiserId) ||
            season.headships.some((head) => units.includes(head.unitId))),
      )
    },
    enabled: units.length > 0,
    ...LIVE,
  })
  if (units.length === 0 || data?.length === 0 || (!data && !error)) return null
  return (
    <Panel
      title={t('home.seasons')}
      aside={<Link to="/clusters">{t('nav.clusters')}</Link>}
      testId="home-seasons"
    >
      {data ? (
        <ul className={styles.mandates}>
          {data.slice(0, MOST_SEASONS).map((season) => (
            <li key={season.id}>
              <span>
                <Link to={`/seasons/${season.id}`} data-testid={`home-season-${season.name}`}>
                  {season.clusterName} · {season.name}
                </Link>
                <div className={styles.quiet}>
                  {formats.date(season.from)} – {formats.date(season.to)}
                </div>
              </span>
              <Tag color={seasonColours[season.state]}>{t(`seasons.state.${season.state}`)}</Tag>
            </li>
          ))}
        </ul>
      ) : (
        <Failed failure={error} retry={() => refetch()} />
      )}
      {data && data.length > MOST_SEASONS && (
        <p className={styles.quiet}>
          {t('home.seasons.more', { n: formats.number(data.length - MOST_SEASONS) })}
        </p>
      )}
    </Panel>
  )
}
