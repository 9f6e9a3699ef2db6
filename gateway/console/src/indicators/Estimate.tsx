import { Tag } from 'antd'
import { useI18n } from '../app/i18n'
import styles from './Digest.module.css'

/** Marks what is not final yet. */
export function Estimate({ actuality }: { actuality: string }) {
  const { t } = useI18n()
  if (actuality !== 'ESTIMATE') return null
  return (
    <Tag className={styles.tag} color="gold" data-testid="estimate">
      {t('actuality.ESTIMATE')}
    </Tag>
  )
}
