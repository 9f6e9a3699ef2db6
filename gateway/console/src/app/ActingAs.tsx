import { SwapOutlined } from '@ant-design/icons'
import { Button, Dropdown, Grid } from 'antd'
import { caller } from '../api/client'
import { mandateState } from '../mandates/state'
import styles from './ActingAs.module.css'
import { useI18n } from './i18n'
import { today } from './i18n/dates'
import { useSession } from './session'

/** People with several mandates choose in which of them they work; the choice is sent with every request. */
export function ActingAs() {
  const { t } = useI18n()
  const { me, actAs } = useSession()
  const wide = Grid.useBreakpoint().md !== false
  const active = me.mandates.filter((mandate) => mandateState(mandate, today()) === 'active')
  if (active.length < 2) return null
  const current = active.find((mandate) => mandate.id === caller.actingAs)
  const short = current ? `${t(`role.${current.role}`)} · ${current.unitName}` : t('acting.all')
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectable: true,
        selectedKeys: [current?.id ?? 'all'],
        onClick: ({ key }) => actAs(key === 'all' ? null : key),
        items: [
          { key: 'all', label: <span data-testid="acting-as-all">{t('acting.all')}</span> },
          { type: 'divider' },
          ...active.map((mandate) => ({
            key: mandate.id,
            label: (
              <span className={styles.choice} data-testid={`acting-as-${mandate.id}`}>
                <strong>{t(`role.${mandate.role}`)}</strong>
                <span>{mandate.unitName}</span>
              </span>
            ),
          })),
        ],
      }}
    >
      <Button className={styles.button} icon={<SwapOutlined />} data-testid="acting-as">
        <span className={wide ? styles.words : 'heard'}>
          <span className={styles.label}>{t('acting.label')}</span>
          <span className={styles.current}>{short}</span>
        </span>
      </Button>
    </Dropdown>
  )
}
