import { Skeleton } from 'antd'
import { useI18n } from '../app/i18n'
import { Panel } from '../ui/Facts'
import { Failed } from '../ui/Failed'
import styles from './Home.module.css'
import { serviceOf, usePlatform } from './platform'

export function PlatformPanel() {
  const { t } = useI18n()
  const { data, error, refetch } = usePlatform()
  return (
    <Panel title={t('platform.title')} testId="platform-panel">
      {!data &&
        (error ? <Failed failure={error} retry={() => refetch()} /> : <Skeleton active title={false} />)}
      <ul>
        {data?.services.map((service) => {
          const known = serviceOf(service.name)
          return (
            <li
              key={service.name}
              className={`${styles.service} ${service.up ? '' : styles.down}`}
              data-testid={`service-${known ?? service.name}`}
              data-up={service.up}
            >
              <span className={styles.dot} aria-hidden="true" />
              <span>
                <span className={styles.name}>{known ? t(`platform.${known}`) : service.name}</span>
                {known && <div className={styles.does}>{t(`platform.${known}.does`)}</div>}
              </span>
              <span className={styles.state}>
                {t(service.up ? 'platform.up' : 'platform.down')}
                {service.up && (
                  <div className={styles.does}>{t('platform.instances', { n: service.instances })}</div>
                )}
              </span>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
