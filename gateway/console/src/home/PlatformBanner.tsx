import { Alert } from 'antd'
import { useI18n } from '../app/i18n'
import styles from './PlatformBanner.module.css'
import { serviceOf, usePlatform } from './platform'

/** Says on every screen, in plain words, what is missing right now. Says nothing when all is well. */
export function PlatformBanner() {
  const { t } = useI18n()
  const { data, isError } = usePlatform()
  if (isError) {
    return (
      <div className={styles.banner} data-testid="platform-banner">
        <Alert
          type="error"
          showIcon
          title={t('platform.noAnswer')}
          description={t('platform.noAnswer.text')}
        />
      </div>
    )
  }
  const down = (data?.services ?? []).filter((service) => !service.up)
  if (down.length === 0) return null
  const names = down.map((service) => {
    const known = serviceOf(service.name)
    return known ? t(`platform.${known}.down`) : t('platform.other.down', { name: service.name })
  })
  return (
    <div className={styles.banner} data-testid="platform-banner">
      <Alert type="warning" showIcon title={`${names.join('. ')}.`} description={t('platform.rest')} />
    </div>
  )
}
