import { Alert } from 'antd'
import { ApiFailure, type FieldError } from '../api/failure'
import { useI18n } from '../app/i18n'

interface Props {
  failure: unknown
  /** Field errors that no field of the form shows; they are listed here so that none is lost. */
  unplaced?: FieldError[]
}

export function ProblemAlert({ failure, unplaced = [] }: Props) {
  const { t } = useI18n()
  if (!failure) return null
  const api = failure instanceof ApiFailure ? failure : null
  const text =
    api?.problem?.detail ??
    (api?.status === 0 ? t('failed.network') : api?.passing ? t('failed.passing') : null)
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      data-testid="problem-alert"
      title={api?.problem?.title ?? t('failed.refused')}
      description={
        <>
          {text ?? (api?.problem ? null : t('failed.unknown'))}
          {unplaced.length > 0 && (
            <ul>
              {unplaced.map((error) => (
                <li key={error.pointer + error.code}>{error.detail}</li>
              ))}
            </ul>
          )}
          {api?.problem?.errorId && <div>{t('failed.errorId', { id: api.problem.errorId })}</div>}
        </>
      }
    />
  )
}
