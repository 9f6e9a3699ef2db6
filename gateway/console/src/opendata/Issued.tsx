import { Tag } from 'antd'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import styles from './OpenData.module.css'
import type { Dataset } from './queries'

/** Who published it and when; invented data says so. */
export function Issued({ dataset }: { dataset: Dataset }) {
  const { t } = useI18n()
  const formats = useFormats()
  return (
    <span className={styles.quiet}>
      {t('open.issued', {
        publisher: dataset.publisher ?? dataset.publisherCode ?? '…',
        time: formats.instant(dataset.issuedAt),
      })}{' '}
      {dataset.invented && <Tag color="warning">{t('open.invented')}</Tag>}
    </span>
  )
}
