import { CheckCircleFilled, MinusCircleOutlined } from '@ant-design/icons'
import { Tag } from 'antd'
import { caller } from '../api/client'
import type { Ability } from '../api/types'
import { useI18n } from '../app/i18n'
import { formatDate, today } from '../app/i18n/dates'
import { useFormats } from '../app/i18n/useFormats'
import { useSession } from '../app/session'
import { MandateStateTag } from '../mandates/MandateStateTag'
import { useSentence } from '../mandates/useSentence'
import { Facts, Panel } from '../ui/Facts'
import { Nothing } from '../ui/Nothing'
import { PageHeader } from '../ui/PageHeader'
import styles from './MyAccess.module.css'
import { type Reason, reasonsFor } from './reasons'

const ABILITIES: Ability[] = [
  'UNITS_READ',
  'UNITS_WRITE',
  'PEOPLE_READ',
  'PEOPLE_WRITE',
  'MANDATES_READ',
  'MANDATES_WRITE',
  'CLUSTERS_READ',
  'CLUSTERS_WRITE',
  'SEASONS_LEAD',
  'MOVEMENTS_WRITE',
  'COMPACTS_SIGN',
  'ELECTIONS_RUN',
  'BALLOTS_CAST',
  'AUDIT_READ',
]

export function MyAccess() {
  const { t } = useI18n()
  const formats = useFormats()
  const sentence = useSentence()
  const { me, may } = useSession()
  const held = [...me.mandates, ...me.otherMandates]
  const denied = ABILITIES.filter((ability) => !may(ability))
  return (
    <>
      <PageHeader title={t('me.title')} lead={t('me.lead')} />
      <div className={styles.stack}>
        <Panel title={t('me.identity')}>
          <Facts
            items={[
              { label: t('person.name'), value: me.name ?? '—' },
              { label: t('me.subject'), value: <code className={styles.code}>{me.subject}</code> },
            ]}
          />
        </Panel>
        <Panel title={t('me.mandates')} testId="my-mandates">
          {held.length === 0 ? (
            <Nothing title={t('me.empty')} text={t('me.empty.text')} />
          ) : (
            <ul className={styles.mandates}>
              {held.map((mandate) => (
                <li key={mandate.id} data-testid={`my-mandate-${mandate.id}`}>
                  <span>
                    {sentence(mandate)}
                    {mandate.id === caller.actingAs && <Tag color="warning">{t('acting.current')}</Tag>}
                    {mandate.withdrawnAt && (
                      <span className={styles.why}>
                        {t('mandate.withdrawnAt', { time: formats.instant(mandate.withdrawnAt) })}
                        {mandate.reason && `. ${mandate.reason}`}
                      </span>
                    )}
                  </span>
                  <MandateStateTag mandate={mandate} />
                </li>
              ))}
            </ul>
          )}
        </Panel>
        <div className={styles.columns}>
          <Panel title={t('me.allowed')} testId="my-abilities">
            <AbilityList abilities={ABILITIES.filter(may)} allowed />
          </Panel>
          {denied.length > 0 && (
            <Panel title={t('me.denied')} testId="my-denied">
              <AbilityList abilities={denied} />
              <Why ability={denied[0] as Ability} />
            </Panel>
          )}
        </div>
      </div>
    </>
  )
}

function Why({ ability }: { ability: Ability }) {
  const { t } = useI18n()
  const { me } = useSession()
  const words = (reason: Reason): string => {
    switch (reason.kind) {
      case 'none':
        return t('me.why.none')
      case 'roles':
        return t('me.why.roles', {
          roles: [...new Set(reason.mandates.map((mandate) => t(`role.${mandate.role}`)))].join(', '),
        })
      case 'narrowed':
      case 'ended':
        return t(`me.why.${reason.kind}`, {
          role: t(`role.${reason.mandate.role}`),
          unit: reason.mandate.unitName,
        })
      case 'future':
        return t('me.why.future', {
          role: t(`role.${reason.mandate.role}`),
          unit: reason.mandate.unitName,
          date: formatDate(reason.mandate.validFrom),
        })
    }
  }
  return (
    <div className={styles.reasons} data-testid="why-denied">
      <h3>{t('me.why')}</h3>
      <ul>
        {reasonsFor(ability, me, caller.actingAs, today()).map((reason) => (
          <li key={words(reason)}>{words(reason)}</li>
        ))}
      </ul>
      <p className={styles.ask}>{t('me.ask')}</p>
    </div>
  )
}

function AbilityList({ abilities, allowed = false }: { abilities: Ability[]; allowed?: boolean }) {
  const { t } = useI18n()
  return (
    <ul className={styles.abilities}>
      {abilities.map((ability) => (
        <li key={ability} data-testid={`ability-${ability}`} data-allowed={allowed}>
          {allowed ? (
            <CheckCircleFilled className={styles.yes} aria-hidden />
          ) : (
            <MinusCircleOutlined className={styles.no} aria-hidden />
          )}
          {t(`ability.${ability}`)}
        </li>
      ))}
      {abilities.length === 0 && <li className={styles.ask}>{t('home.nothing')}</li>}
    </ul>
  )
}
