import { ReloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { ApiFailure } from '../api/failure'
import { useI18n } from '../app/i18n'
import styles from './States.module.css'

interface Props {
  failure: unknown
  retry?(): void
}

/** A part that could not be loaded says so, says why as far as it is known, and offers another try. */
export function Failed({ failure, retry }: Props) {
  const { t } = useI18n()
  const api = failure instanceof ApiFailure ? failure : null
  const title = api?.passing ? t('failed.title.service') : t('failed.title')
  const text = !api
    ? t('failed.unknown')
    : api.status === 0
      ? t('failed.network')
      : api.status === 404
        ? t('notFound.resource')
        : (api.problem?.detail ??
          api.problem?.title ??
          (api.passing ? t('failed.passing') : t('failed.unknown')))
  return (
    <div className={styles.state} role="alert" data-testid="failed-state">
      <svg viewBox="0 0 48 48" className={styles.mark} aria-hidden="true">
        <circle cx="24" cy="24" r="21" />
        <path d="M24 13v14M24 33.5v.5" />
      </svg>
      <div className={styles.title}>{title}</div>
      <div className={styles.text}>{text}</div>
      {api?.problem?.errorId && (
        <code className={styles.code}>{t('failed.errorId', { id: api.problem.errorId })}</code>
      )}
      {retry && (
        <Button icon={<ReloadOutlined />} onClick={retry} data-testid="retry-button">
          {t('action.retry')}
        </Button>
      )}
    </div>
  )
}
