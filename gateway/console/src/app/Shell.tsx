import { MenuOutlined } from '@ant-design/icons'
import { Button, Drawer, Grid } from 'antd'
import { useEffect, useState } from 'react'
import { Link, Outlet, useLocation } from 'react-router'
import { PlatformBanner } from '../home/PlatformBanner'
import { Bell } from '../messages/Bell'
import { Logo } from '../ui/Logo'
import { AccountMenu } from './AccountMenu'
import { ActingAs } from './ActingAs'
import { DemoClock } from './DemoClock'
import { useI18n } from './i18n'
import { Navigation } from './Navigation'
import styles from './Shell.module.css'

export function Shell() {
  const { t } = useI18n()
  const wide = Grid.useBreakpoint().lg !== false
  const { pathname } = useLocation()
  const [open, setOpen] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: arriving somewhere closes the menu
  useEffect(() => setOpen(false), [pathname])
  return (
    <div className={styles.shell}>
      <a href="#main" className={styles.skip}>
        {t('app.skip')}
      </a>
      <header className={styles.top}>
        {!wide && (
          <Button
            type="text"
            icon={<MenuOutlined />}
            aria-label={t('app.menu')}
            onClick={() => setOpen(true)}
            data-testid="menu-button"
          />
        )}
        <Brand />
        <div className={styles.tools}>
          {wide && <DemoClock />}
          <Bell />
          <ActingAs />
          <AccountMenu />
        </div>
      </header>
      {wide ? (
        <aside className={styles.side}>
          <Navigation />
        </aside>
      ) : (
        <Drawer open={open} onClose={() => setOpen(false)} placement="left" size={280} title={<Brand />}>
          <Navigation />
        </Drawer>
      )}
      <main id="main" className={styles.main} tabIndex={-1}>
        <PlatformBanner />
        {!wide && <DemoClock />}
        <Outlet />
      </main>
    </div>
  )
}

function Brand() {
  const { t } = useI18n()
  return (
    <Link to="/" className={styles.brand}>
      <Logo size={34} />
      <span>
        <span className={styles.name}>{t('app.name')}</span>
        <span className={styles.tagline}>{t('app.tagline')}</span>
      </span>
    </Link>
  )
}
