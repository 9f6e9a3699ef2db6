import {
  BulbOutlined,
  GlobalOutlined,
  LogoutOutlined,
  MoonOutlined,
  SafetyCertificateOutlined,
} from '@ant-design/icons'
import { App, Button, Dropdown, Grid } from 'antd'
import { useNavigate } from 'react-router'
import { ApiFailure } from '../api/failure'
import styles from './AccountMenu.module.css'
import { useI18n } from './i18n'
import { useSession } from './session'
import { setMode, useMode } from './theme/mode'

/** Vietnamese given names come last: Nguyễn Quản Trị is "QT". */
export function initials(name: string): string {
  return name
    .replace(/\(.*\)/, '')
    .trim()
    .split(/\s+/)
    .slice(-2)
    .map((word) => word[0]?.toUpperCase())
    .join('')
}

export function AccountMenu() {
  const { t, language, setLanguage } = useI18n()
  const { me, logOut } = useSession()
  const { notification } = App.useApp()
  const mode = useMode()
  const navigate = useNavigate()
  const wide = Grid.useBreakpoint().md !== false
  const name = me.name ?? t('app.stranger')
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        items: [
          { key: 'name', type: 'group', label: name },
          {
            key: 'me',
            icon: <SafetyCertificateOutlined />,
            label: t('nav.me'),
            onClick: () => navigate('/me'),
          },
          { type: 'divider' },
          {
            key: 'language',
            icon: <GlobalOutlined />,
            label: <span data-testid="language-switch">{language === 'vi' ? 'English' : 'Tiếng Việt'}</span>,
            onClick: () => setLanguage(language === 'vi' ? 'en' : 'vi'),
          },
          {
            key: 'theme',
            icon: mode === 'light' ? <MoonOutlined /> : <BulbOutlined />,
            label: (
              <span data-testid="theme-switch">
                {mode === 'light' ? t('app.theme.dark') : t('app.theme.light')}
              </span>
            ),
            onClick: () => setMode(mode === 'light' ? 'dark' : 'light'),
          },
          { type: 'divider' },
          {
            key: 'logout',
            icon: <LogoutOutlined />,
            label: <span data-testid="logout-button">{t('app.logout')}</span>,
            onClick: () =>
              logOut().catch((error: unknown) =>
                notification.error({
                  title:
                    error instanceof ApiFailure && error.passing ? t('failed.network') : t('failed.unknown'),
                }),
              ),
          },
        ],
      }}
    >
      <Button type="text" className={styles.button} data-testid="account-menu">
        <span className={styles.avatar} aria-hidden="true">
          {initials(name)}
        </span>
        <span data-testid="account-name" className={wide ? undefined : 'heard'}>
          {name}
        </span>
      </Button>
    </Dropdown>
  )
}
