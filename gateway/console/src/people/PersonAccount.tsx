import { KeyOutlined, MailOutlined, UserAddOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import {
  Alert,
  App,
  Button,
  type ButtonProps,
  Form,
  Input,
  Modal,
  Radio,
  Skeleton,
  Space,
  Tag,
  Typography,
} from 'antd'
import { useState } from 'react'
import { cluster, content } from '../api/client'
import type { Account, Person } from '../api/types'
import { type PlainKey, useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { Failed } from '../ui/Failed'
import { FormDrawer } from '../ui/FormDrawer'
import { ProblemAlert } from '../ui/ProblemAlert'
import { ReasonOfLock } from '../ui/ReasonOfLock'
import { PasswordLink } from './PasswordLink'
import { oneTimePassword, usernameOf } from './password'
import { useAccount } from './queries'

const REFUSALS: Record<string, PlainKey> = {
  'username-exists': 'account.refused.username-exists',
  'username-unknown': 'account.refused.username-unknown',
  'account-of-another': 'account.refused.account-of-another',
}

/** With what the person logs in, how far a new account has come, and what can be done about it. */
export function PersonAccount({ person }: { person: Person }) {
  const { t } = useI18n()
  const { data: account, error, refetch } = useAccount(person.id)
  const [asking, setAsking] = useState(false)
  const [resetting, setResetting] = useState(false)
  if (person.erased) return null
  if (!account)
    return error ? (
      <Failed failure={error} retry={() => refetch()} />
    ) : (
      <Skeleton.Button active size="small" />
    )
  const waiting = account.request?.state === 'WAITING'
  return (
    <Space orientation="vertical" size={6} data-testid="person-account">
      <State account={account} />
      {account.subject && <Invited person={person} account={account} />}
      {account.subject && account.managed && <PasswordLink person={person} account={account} />}
      {account.managed && !waiting && (
        <ReasonOfLock ability="PEOPLE_WRITE">
          {(locked) =>
            account.subject ? (
              <Button
                size="small"
                icon={<KeyOutlined />}
                disabled={locked}
                onClick={() => setResetting(true)}
                data-testid="account-password"
              >
                {t('account.password')}
              </Button>
            ) : (
              <Button
                size="small"
                type="primary"
                ghost
                icon={<UserAddOutlined />}
                disabled={locked}
                onClick={() => setAsking(true)}
                data-testid="account-create"
              >
                {t('account.create')}
              </Button>
            )
          }
        </ReasonOfLock>
      )}
      {asking && <AskAccount person={person} onClose={() => setAsking(false)} />}
      {resetting && <SetPassword person={person} onClose={() => setResetting(false)} />}
    </Space>
  )
}

function State({ account }: { account: Account }) {
  const { t } = useI18n()
  const formats = useFormats()
  const { request, subject } = account
  if (subject) {
    return (
      <Space size={8} wrap>
        <Tag color="success">{t('person.account.linked')}</Tag>
        {request?.username ? (
          <strong data-testid="account-username">{request.username}</strong>
        ) : (
          <code>{subject}</code>
        )}
      </Space>
    )
  }
  if (request?.state === 'WAITING') {
    return (
      <span role="status">
        <Tag color="processing" data-testid="account-waiting">
          {t('account.waiting', { username: request.username ?? '' })}
        </Tag>
        {request.error && t('account.waiting.again', { at: formats.instant(request.nextTryAt) })}
      </span>
    )
  }
  if (request?.state === 'REFUSED') {
    const reason = REFUSALS[request.error ?? '']
    return (
      <Alert
        type="warning"
        showIcon
        title={t('account.refused', { username: request.username ?? '' })}
        description={reason ? t(reason) : request.error}
        data-testid="account-refused"
      />
    )
  }
  return <span>{t('person.account.none')}</span>
}

/** Whether the person heard of the account; who could not be reached has to be told. */
function Invited({ person, account }: { person: Person; account: Account }) {
  const { t } = useI18n()
  const formats = useFormats()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const inviting = useMutation({
    mutationFn: (headers: Record<string, string>) =>
      content<Account>(
        cluster.POST('/api/v1/people/{id}/account/invitation', {
          params: { path: { id: person.id } },
          headers,
        }),
      ),
    onSuccess: (invited) => {
      queries.setQueryData(['people', 'account', person.id], invited)
      message.success(t('account.invited'))
    },
  })
  const last = account.invitation
  return (
    <Space orientation="vertical" size={6}>
      {last && (
        <span role="status" data-testid={`account-invitation-${last.state}`}>
          {last.state === 'SENT'
            ? t('account.invitation.SENT', { at: formats.instant(last.sentAt ?? last.invitedAt) })
            : t(`account.invitation.${last.state}`)}
        </span>
      )}
      <ReasonOfLock ability="PEOPLE_WRITE">
        {(locked) => (
          <Button
            size="small"
            icon={<MailOutlined />}
            disabled={locked}
            loading={inviting.isPending}
            onClick={() => inviting.mutate({ 'Idempotency-Key': crypto.randomUUID() })}
            data-testid="account-invite"
          >
            {t('account.invite')}
          </Button>
        )}
      </ReasonOfLock>
      {inviting.error && <ProblemAlert failure={inviting.error} />}
    </Space>
  )
}

interface Asked {
  username: string
  existing: boolean
}

function AskAccount({ person, onClose }: { person: Person; onClose(): void }) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  return (
    <FormDrawer<Asked>
      title={t('account.create')}
      lead={t('account.create.lead')}
      source={{ values: { username: usernameOf(person.name ?? ''), existing: false }, version: null }}
      labels={{ username: t('account.username') }}
      saveLabel={t('account.create')}
      onClose={onClose}
      send={async (typed, _, headers) => {
        const account = await content<Account>(
          cluster.POST('/api/v1/people/{id}/account', {
            params: { path: { id: person.id } },
            body: { username: typed.username.trim(), existing: typed.existing },
            headers,
          }),
        )
        queries.setQueryData(['people', 'account', person.id], account)
        message.success(t('account.asked'))
      }}
    >
      {() => (
        <>
          <Form.Item
            name="username"
            label={t('account.username')}
            extra={t('account.username.help')}
            rules={[
              { required: true, message: t('form.required') },
              { pattern: /^[a-z0-9][a-z0-9._@-]{2,99}$/, message: t('account.username.format') },
            ]}
          >
            <Input
              autoComplete="off"
              spellCheck={false}
              maxLength={100}
              data-testid="account-username-input"
            />
          </Form.Item>
          <Form.Item name="existing">
            <Radio.Group
              options={[
                { value: false, label: t('account.new') },
                { value: true, label: t('account.existing') },
              ]}
            />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}

/** The password is made here and shown once: the platform keeps it nowhere. */
function SetPassword({ person, onClose }: { person: Person; onClose(): void }) {
  const { t } = useI18n()
  const [password] = useState(oneTimePassword)
  const [done, setDone] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)

  async function set() {
    setBusy(true)
    setFailure(null)
    try {
      await content(
        cluster.PUT('/api/v1/people/{id}/account/password', {
          params: { path: { id: person.id } },
          body: { password },
        }),
      )
      setDone(true)
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }

  return (
    <Modal
      open
      title={t('account.password')}
      okText={t(done ? 'account.password.noted' : 'account.password.set')}
      confirmLoading={busy}
      onOk={done ? onClose : set}
      onCancel={onClose}
      cancelButtonProps={{ style: done ? { display: 'none' } : undefined }}
      maskClosable={false}
      okButtonProps={{ 'data-testid': 'account-password-confirm' } as ButtonProps}
    >
      {done ? (
        <>
          <p>{t('account.password.done', { name: person.name ?? '' })}</p>
          <Typography.Title level={3} copyable code data-testid="account-password-shown">
            {password}
          </Typography.Title>
        </>
      ) : (
        <p>{t('account.password.text', { name: person.name ?? '' })}</p>
      )}
      {failure !== null && <ProblemAlert failure={failure} />}
    </Modal>
  )
}
