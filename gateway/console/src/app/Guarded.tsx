import type { ReactNode } from 'react'
import type { Ability } from '../api/types'
import { ButtonLink } from '../ui/ButtonLink'
import { Nothing } from '../ui/Nothing'
import { useI18n } from './i18n'
import { useSession } from './session'
import { usePageTitle } from './titles'

/** A screen for those who hold the ability; the others read which one is missing. The service decides anyway. */
export function Guarded({ ability, children }: { ability: Ability; children: ReactNode }) {
  const { may } = useSession()
  return may(ability) ? children : <Forbidden ability={ability} />
}

function Forbidden({ ability }: { ability: Ability }) {
  const { t } = useI18n()
  usePageTitle(t('forbidden.title'))
  return (
    <div data-testid="forbidden">
      <Nothing
        page
        title={t('forbidden.title')}
        text={t('forbidden.text', { ability: t(`ability.${ability}`) })}
      >
        <ButtonLink to="/me">{t('forbidden.link')}</ButtonLink>
      </Nothing>
    </div>
  )
}
