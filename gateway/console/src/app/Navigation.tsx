import {
  AuditOutlined,
  BankOutlined,
  ClusterOutlined,
  FireOutlined,
  FlagOutlined,
  HomeOutlined,
  IdcardOutlined,
  NumberOutlined,
  SafetyCertificateOutlined,
  SolutionOutlined,
  StarOutlined,
  TeamOutlined,
  TrophyOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'
import { NavLink } from 'react-router'
import type { Ability } from '../api/types'
import { type PlainKey, useI18n } from './i18n'
import styles from './Navigation.module.css'
import { useSession } from './session'

interface Entry {
  to: string
  label: PlainKey
  icon: ReactNode
  needs?: Ability
  testId: string
}

const groups: { label?: PlainKey; entries: Entry[] }[] = [
  { entries: [{ to: '/', label: 'nav.home', icon: <HomeOutlined />, testId: 'nav-home' }] },
  {
    label: 'nav.group.competition',
    entries: [
      {
        to: '/clusters',
        label: 'nav.clusters',
        icon: <FlagOutlined />,
        needs: 'CLUSTERS_READ',
        testId: 'nav-clusters',
      },
      {
        to: '/movements',
        label: 'nav.movements',
        icon: <FireOutlined />,
        needs: 'CLUSTERS_READ',
        testId: 'nav-movements',
      },
      { to: '/exemplars', label: 'nav.exemplars', icon: <StarOutlined />, testId: 'nav-exemplars' },
      {
        to: '/congresses',
        label: 'nav.congresses',
        icon: <BankOutlined />,
        needs: 'CLUSTERS_READ',
        testId: 'nav-congresses',
      },
      {
        to: '/indicators',
        label: 'nav.indicators',
        icon: <NumberOutlined />,
        testId: 'nav-indicators',
      },
      { to: '/awards', label: 'nav.awards', icon: <TrophyOutlined />, testId: 'nav-awards' },
    ],
  },
  {
    label: 'nav.group.organisation',
    entries: [
      {
        to: '/units',
        label: 'nav.units',
        icon: <ClusterOutlined />,
        needs: 'UNITS_READ',
        testId: 'nav-units',
      },
      {
        to: '/people',
        label: 'nav.people',
        icon: <TeamOutlined />,
        needs: 'PEOPLE_READ',
        testId: 'nav-people',
      },
      {
        to: '/mandates',
        label: 'nav.mandates',
        icon: <IdcardOutlined />,
        needs: 'MANDATES_READ',
        testId: 'nav-mandates',
      },
      {
        to: '/councils',
        label: 'nav.councils',
        icon: <SolutionOutlined />,
        needs: 'COUNCILS_READ',
        testId: 'nav-councils',
      },
    ],
  },
  {
    label: 'nav.group.control',
    entries: [
      {
        to: '/history',
        label: 'nav.history',
        icon: <AuditOutlined />,
        needs: 'AUDIT_READ',
        testId: 'nav-history',
      },
      { to: '/me', label: 'nav.me', icon: <SafetyCertificateOutlined />, testId: 'nav-me' },
    ],
  },
]

export function Navigation() {
  const { t } = useI18n()
  const { may } = useSession()
  return (
    <nav aria-label={t('nav.label')} className={styles.nav}>
      {groups.map((group) => {
        const entries = group.entries.filter((entry) => !entry.needs || may(entry.needs))
        if (entries.length === 0) return null
        return (
          <div key={group.label ?? 'start'}>
            {group.label && <div className={styles.group}>{t(group.label)}</div>}
            {entries.map((entry) => (
              <NavLink
                key={entry.to}
                to={entry.to}
                end={entry.to === '/'}
                className={styles.link}
                data-testid={entry.testId}
              >
                {entry.icon}
                {t(entry.label)}
              </NavLink>
            ))}
          </div>
        )
      })}
    </nav>
  )
}
