import { ButtonLink } from '../ui/ButtonLink'
import { Nothing } from '../ui/Nothing'
import { useI18n } from './i18n'
import { usePageTitle } from './titles'

export function NotFound() {
  const { t } = useI18n()
  usePageTitle(t('notFound.title'))
  return (
    <div data-testid="not-found">
      <Nothing page title={t('notFound.title')} text={t('notFound.text')}>
        <ButtonLink to="/">{t('action.home')}</ButtonLink>
      </Nothing>
    </div>
  )
}
