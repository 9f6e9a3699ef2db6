import {
  AimOutlined,
  BarChartOutlined,
  FileDoneOutlined,
  OrderedListOutlined,
  TrophyOutlined,
} from '@ant-design/icons'
import { useLocation } from 'react-router'
import { useI18n } from '../app/i18n'
import { ButtonLink } from '../ui/ButtonLink'
import styles from './Clusters.module.css'

const parts = [
  ['targets', <AimOutlined key="i" aria-hidden />],
  ['reports', <FileDoneOutlined key="i" aria-hidden />],
  ['scoresheet', <OrderedListOutlined key="i" aria-hidden />],
  ['ranking', <TrophyOutlined key="i" aria-hidden />],
  ['digest', <BarChartOutlined key="i" aria-hidden />],
] as const

/** The ways from a season to what is measured in it, the same on all of its pages. */
export function SeasonNav({ seasonId }: { seasonId: string }) {
  const { t } = useI18n()
  const { pathname } = useLocation()
  return (
    <nav className={styles.links} aria-label={t('seasons.nav')}>
      {parts.map(([part, icon]) => {
        const to = `/seasons/${seasonId}/${part}`
        return (
          <ButtonLink
            key={part}
            to={to}
            icon={icon}
            aria-current={pathname === to ? 'page' : undefined}
            data-testid={`season-link-${part}`}
          >
            {t(`seasons.nav.${part}`)}
          </ButtonLink>
        )
      })}
    </nav>
  )
}
