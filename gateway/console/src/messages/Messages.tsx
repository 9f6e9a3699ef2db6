import { Tabs, Tag } from 'antd'
import { Link, useSearchParams } from 'react-router'
import type { Message, Outgoing } from '../api/types'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { useSession } from '../app/session'
import { placeOf } from '../home/tasks'
import { DataTable } from '../ui/DataTable'
import { PageHeader } from '../ui/PageHeader'
import { rowsOf } from '../ui/rows'
import styles from './Messages.module.css'
import { useMessages, useOutgoing, useReading } from './queries'

const stageColours: Record<Message['stage'], string> = {
  NEW: 'blue',
  WEEK: 'default',
  DAY: 'gold',
  LATE: 'red',
}
const stateColours: Record<string, string> = { PENDING: 'gold', SENT: 'green', NO_ADDRESS: 'default' }

/** What one was reminded of; for those who watch over the platform also what went out to others. */
export function Messages() {
  const { t } = useI18n()
  const { may } = useSession()
  const [params, setParams] = useSearchParams()
  const outgoing = params.get('tab') === 'outgoing' && may('AUDIT_READ')
  return (
    <>
      <PageHeader title={t('messages.title')} lead={t('messages.lead')} />
      {may('AUDIT_READ') && (
        <Tabs
          activeKey={outgoing ? 'outgoing' : 'own'}
          onChange={(key) => setParams(key === 'outgoing' ? { tab: key } : {})}
          items={(['own', 'outgoing'] as const).map((key) => ({
            key,
            label: <span data-testid={`messages-tab-${key}`}>{t(`messages.${key}`)}</span>,
          }))}
        />
      )}
      {outgoing ? <Sent /> : <Own />}
    </>
  )
}

function Own() {
  const { t } = useI18n()
  const formats = useFormats()
  const query = useMessages()
  const reading = useReading()
  return (
    <DataTable<Message>
      label={t('messages.own')}
      testId="messages-table"
      list={rowsOf(query)}
      rowKey={(message) => message.id}
      rowTestId={(message) => `message-${message.code}`}
      empty={{ title: t('messages.empty'), text: t('messages.empty.text') }}
      columns={[
        {
          key: 'text',
          title: t('messages.text'),
          phone: 'heading',
          wrap: true,
          show: (message) => (
            <Link
              to={placeOf(message)}
              className={message.readAt ? styles.read : styles.unread}
              onClick={() => !message.readAt && reading.mutate(message.id)}
            >
              {message.text}
            </Link>
          ),
        },
        {
          key: 'about',
          title: t('messages.about'),
          wrap: true,
          show: (message) =>
            message.seasonId
              ? `${message.unitName} · ${message.clusterName}, ${message.seasonName}`
              : message.unitName,
        },
        { key: 'stage', title: t('messages.stage'), show: (message) => <Stage message={message} /> },
        {
          key: 'at',
          title: t('messages.at'),
          width: 150,
          show: (message) => formats.instant(message.madeAt),
        },
      ]}
    />
  )
}

function Sent() {
  const { t } = useI18n()
  const formats = useFormats()
  const query = useOutgoing()
  return (
    <DataTable<Outgoing>
      label={t('messages.outgoing')}
      testId="outgoing-table"
      list={rowsOf(query)}
      rowKey={(outgoing) => outgoing.message.id}
      rowTestId={(outgoing) => `outgoing-${outgoing.message.code}`}
      empty={{ title: t('messages.outgoing.empty') }}
      columns={[
        {
          key: 'text',
          title: t('messages.text'),
          phone: 'heading',
          wrap: true,
          show: (outgoing) => outgoing.message.text,
        },
        {
          key: 'person',
          title: t('messages.person'),
          wrap: true,
          show: ({ personName, message, guest }) =>
            [personName ?? t('messages.erased'), guest ? t('messages.guest') : message.unitName].join(' · '),
        },
        {
          key: 'stage',
          title: t('messages.stage'),
          show: (outgoing) => <Stage message={outgoing.message} />,
        },
        {
          key: 'deliveries',
          title: t('messages.deliveries'),
          wrap: true,
          show: ({ deliveries, message, guest }) => (
            <span className={styles.tags}>
              {message.code !== 'INVITATION' && !guest && (
                <Tag color={message.readAt ? 'green' : 'default'}>
                  {t(message.readAt ? 'messages.seen' : 'messages.unseen')}
                </Tag>
              )}
              {deliveries.map((one) => (
                <Tag key={one.channel} color={stateColours[one.state]} title={one.error ?? undefined}>
                  {t(`messages.channel.${one.channel as 'EMAIL' | 'WEBHOOK'}`)}:{' '}
                  {one.state === 'PENDING' && one.attempts > 0
                    ? t('messages.tried', { n: one.attempts })
                    : t(`messages.state.${one.state as 'PENDING' | 'SENT' | 'NO_ADDRESS'}`)}
                </Tag>
              ))}
            </span>
          ),
        },
        {
          key: 'at',
          title: t('messages.at'),
          width: 150,
          show: (outgoing) => formats.instant(outgoing.message.madeAt),
        },
      ]}
    />
  )
}

function Stage({ message }: { message: Pick<Message, 'stage'> }) {
  const { t } = useI18n()
  return <Tag color={stageColours[message.stage]}>{t(`messages.stage.${message.stage}`)}</Tag>
}
