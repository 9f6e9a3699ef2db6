import { Button } from 'antd'
import { useRouteError } from 'react-router'
import { Nothing } from '../ui/Nothing'
import { useI18n } from './i18n'
import { usePageTitle } from './titles'

/** The boundary: one broken screen says so and leaves the navigation alive. */
export function Crash() {
  const { t } = useI18n()
  const error = useRouteError()
  usePageTitle(t('crash.title'))
  console.error(error)
  return (
    <Nothing page title={t('crash.title')} text={t('crash.text')}>
      <Button type="primary" onClick={() => window.location.reload()}>
        {t('crash.reload')}
      </Button>
    </Nothing>
  )
}
