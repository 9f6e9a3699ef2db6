import { AuditOutlined, EditOutlined, FileTextOutlined, FormOutlined, RightOutlined } from '@ant-design/icons'
import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { Panel } from '../ui/Facts'
import { Failed } from '../ui/Failed'
import { type Call, useWaiting } from './calls'
import styles from './Waiting.module.css'

const icons: Record<Call['kind'], ReactNode> = {
  compact: <EditOutlined aria-hidden />,
  election: <AuditOutlined aria-hidden />,
  deliberation: <FileTextOutlined aria-hidden />,
  period: <FormOutlined aria-hidden />,
}

/** What the person has to do now, first thing on the page; a part that cannot be asked says so and hides no other. */
export function Waiting() {
  const { t } = useI18n()
  const { asks, parts, calls } = useWaiting()
  if (!asks) return null
  const failed = parts.find((part) => part.error && !part.data)
  const pending = parts.some((part) => part.isPending) && !failed
  return (
    <Panel title={t('home.waiting')} testId="home-waiting">
      {calls.length > 0 && (
        <ul className={styles.calls}>
          {calls.map((call) => (
            <li key={call.key}>
              <Link to={call.to} className={styles.call} data-testid={`waiting-${call.kind}`}>
                <span className={styles.icon}>{icons[call.kind]}</span>
                <span>
                  <Words call={call} />
                  <span className={styles.about}>{call.about}</span>
                </span>
                <RightOutlined aria-hidden />
              </Link>
            </li>
          ))}
        </ul>
      )}
      {failed ? (
        <Failed failure={failed.error} retry={() => failed.refetch()} />
      ) : pending && calls.length === 0 ? (
        <Skeleton active title={false} paragraph={{ rows: 2 }} />
      ) : (
        calls.length === 0 && <p className={styles.about}>{t('home.waiting.none')}</p>
      )}
    </Panel>
  )
}

function Words({ call }: { call: Call }) {
  const { t } = useI18n()
  const formats = useFormats()
  if (call.kind !== 'period') {
    return <span className={styles.words}>{t(`home.waiting.${call.kind}`, { unit: call.unitName })}</span>
  }
  return (
    <span className={styles.words}>
      {t('home.waiting.period', { period: call.period ?? '', unit: call.unitName })}
      {call.dueAt && (
        <span className={styles.due}>{t('home.waiting.by', { time: formats.instant(call.dueAt) })}</span>
      )}
    </span>
  )
}
