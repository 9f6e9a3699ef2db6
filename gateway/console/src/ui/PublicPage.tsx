import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useI18n } from '../app/i18n'
import { usePageTitle } from '../app/titles'
import { LanguageSwitch } from './LanguageSwitch'
import { Logo } from './Logo'
import styles from './PublicPage.module.css'

interface Props {
  title: string
  lead?: ReactNode
  foot: string
  /** As narrow as a phone, for what people hold in their hand. */
  narrow?: boolean
  children: ReactNode
}

/** A page for anybody: no log-in, nothing of the person at the screen is asked. */
export function PublicPage({ title, lead, foot, narrow, children }: Props) {
  const { t } = useI18n()
  usePageTitle(title)
  return (
    <div className={styles.page} data-narrow={narrow || undefined}>
      <header className={styles.top}>
        <Link to="/" className={styles.brand}>
          <Logo size={34} />
          {t('app.name')}
        </Link>
        <LanguageSwitch className={styles.language} />
      </header>
      <main className={styles.main}>
        <h1>{title}</h1>
        {lead && <p className={styles.lead}>{lead}</p>}
        {children}
      </main>
      <footer className={styles.foot}>{foot}</footer>
    </div>
  )
}
