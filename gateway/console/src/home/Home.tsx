import { CheckOutlined } from '@ant-design/icons'
import { Link } from 'react-router'
import { useI18n } from '../app/i18n'
import { today } from '../app/i18n/dates'
import { useFormats } from '../app/i18n/useFormats'
import { useSession } from '../app/session'
import { MandateStateTag } from '../mandates/MandateStateTag'
import { useSentence } from '../mandates/useSentence'
import { Panel } from '../ui/Facts'
import { PageHeader } from '../ui/PageHeader'
import styles from './Home.module.css'
import { LivingSeasons } from './LivingSeasons'
import { PlatformPanel } from './PlatformPanel'
import { Replicas } from './Replicas'
import { Waiting } from './Waiting'

export function Home() {
  const { t } = useI18n()
  const formats = useFormats()
  const sentence = useSentence()
  const { me, may } = useSession()
  return (
    <>
      <PageHeader
        title={t('home.greeting', { name: me.name ?? t('app.stranger') })}
        lead={t('home.today', { date: formats.longDate(today()) })}
      />
      <div className={styles.grid}>
        <div className={styles.column}>
          <Waiting />
          {may('CLUSTERS_READ') && <LivingSeasons />}
          <Panel
            title={t('home.who')}
            aside={<Link to="/me">{t('home.allAccess')}</Link>}
            testId="home-mandates"
          >
            {me.mandates.length === 0 ? (
              <p className={styles.quiet}>{t('home.none')}</p>
            ) : (
              <ul className={styles.mandates}>
                {me.mandates.map((mandate) => (
                  <li key={mandate.id}>
                    <span>{sentence(mandate)}</span>
                    <MandateStateTag mandate={mandate} />
                  </li>
                ))}
              </ul>
            )}
          </Panel>
          <Panel title={t('home.can')} testId="home-abilities">
            {me.abilities.length === 0 ? (
              <p className={styles.quiet}>{t(me.mandates.length ? 'home.nothing' : 'home.none')}</p>
            ) : (
              <ul className={styles.abilities}>
                {me.abilities.map((ability) => (
                  <li key={ability} data-testid={`ability-${ability}`}>
                    <CheckOutlined aria-hidden />
                    {t(`ability.${ability}`)}
                  </li>
                ))}
              </ul>
            )}
          </Panel>
        </div>
        <div className={styles.column}>
          <PlatformPanel />
          {may('UNITS_READ') && <Replicas />}
        </div>
      </div>
    </>
  )
}
