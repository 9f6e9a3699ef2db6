import { Alert, Button } from 'antd'
import { Link } from 'react-router'
import { type PlainKey, useI18n } from '../app/i18n'
import { loginAddress } from '../app/session'
import { usePageTitle } from '../app/titles'
import { LanguageSwitch } from '../ui/LanguageSwitch'
import { Logo } from '../ui/Logo'
import styles from './Landing.module.css'

const promises: [title: PlainKey, text: PlainKey][] = [
  ['landing.1.title', 'landing.1.text'],
  ['landing.2.title', 'landing.2.text'],
  ['landing.3.title', 'landing.3.text'],
]

export function Landing() {
  const { t } = useI18n()
  usePageTitle(t('app.login'))
  const { pathname, search } = window.location
  const login = new URLSearchParams(search).get('login')
  const failed = login === 'failed'
  const back = login ? '/' : pathname + search
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <span className={styles.brand}>
          <Logo size={38} />
          <span>{t('app.name')}</span>
        </span>
        <LanguageSwitch className={styles.language} />
      </header>
      <main>
        <div className={styles.main}>
          <section className={styles.hero}>
            <p className={styles.eyebrow}>{t('landing.eyebrow')}</p>
            <h1 className={styles.title}>{t('landing.title')}</h1>
            <p className={styles.lead}>{t('landing.lead')}</p>
            {failed && <Alert type="warning" showIcon title={t('landing.failed')} />}
            <Button
              type="primary"
              size="large"
              href={loginAddress(back)}
              className={styles.login}
              data-testid="login-button"
            >
              {t('landing.button')}
            </Button>
            <p className={styles.note}>{t('landing.note')}</p>
            <Link to="/open-data" className={styles.open} data-testid="open-data-link">
              {t('landing.open')}
            </Link>
          </section>
          <Drum />
        </div>
        <section className={styles.promises}>
          {promises.map(([title, text]) => (
            <div key={title} className={styles.promise}>
              <h2>{t(title)}</h2>
              <p>{t(text)}</p>
            </div>
          ))}
        </section>
      </main>
      <footer className={styles.foot}>{t('landing.foot')}</footer>
    </div>
  )
}

/** An ornament drawn after the rings of a bronze drum: a star, then rings of measure. */
function Drum() {
  const rays = Array.from({ length: 14 }, (_, i) => (i * 360) / 14)
  const ticks = Array.from({ length: 72 }, (_, i) => i * 5)
  return (
    <svg viewBox="-200 -200 400 400" className={styles.drum} aria-hidden="true">
      {[190, 166, 160, 128, 122, 84].map((r) => (
        <circle key={r} r={r} />
      ))}
      {ticks.map((a) => (
        <path key={a} d="M0-186V-170" transform={`rotate(${a})`} />
      ))}
      {ticks
        .filter((a) => a % 15 === 0)
        .map((a) => (
          <path key={a} d="M-9-132L0-156L9-132M0-132v-10" transform={`rotate(${a})`} />
        ))}
      {ticks
        .filter((a) => a % 10 === 0)
        .map((a) => (
          <circle key={a} r="5.5" cy="-103" transform={`rotate(${a})`} />
        ))}
      {rays.map((a) => (
        <path key={a} className={styles.ray} d="M-7-26L0-76L7-26Z" transform={`rotate(${a})`} />
      ))}
      <circle r="26" className={styles.ray} />
    </svg>
  )
}
