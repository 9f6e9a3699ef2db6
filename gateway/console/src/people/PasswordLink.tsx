import { SendOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Space } from 'antd'
import { cluster, content } from '../api/client'
import type { Account, Person } from '../api/types'
import { type PlainKey, useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { ProblemAlert } from '../ui/ProblemAlert'
import { ReasonOfLock } from '../ui/ReasonOfLock'

const REFUSALS: Record<string, PlainKey> = {
  'address-refused': 'account.mail.refused.address-refused',
  'account-elsewhere': 'account.mail.refused.account-elsewhere',
  'no-address': 'account.mail.refused.no-address',
  'no-mail-server': 'account.mail.refused.no-mail-server',
  'link-refused': 'account.mail.refused.link-refused',
}

/** The link by which a person sets the password alone: how far the last one is, another one, or why there is none. */
export function PasswordLink({ person, account }: { person: Person; account: Account }) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const asking = useMutation({
    mutationFn: (headers: Record<string, string>) =>
      content<Account>(
        cluster.POST('/api/v1/people/{id}/account/password-link', {
          params: { path: { id: person.id } },
          headers,
        }),
      ),
    onSuccess: (asked) => {
      queries.setQueryData(['people', 'account', person.id], asked)
      message.success(t('account.link.asked'))
    },
  })
  const hindrance: PlainKey | null = !account.sendsLinks
    ? 'account.link.no-mail-server'
    : person.email
      ? null
      : 'account.link.no-address'
  return (
    <Space orientation="vertical" size={6}>
      <Progress account={account} />
      {hindrance ? (
        <span data-testid="account-link-hindrance">{t(hindrance)}</span>
      ) : (
        <ReasonOfLock ability="PEOPLE_WRITE">
          {(locked) => (
            <Button
              size="small"
              icon={<SendOutlined />}
              disabled={locked}
              loading={asking.isPending}
              onClick={() => asking.mutate({ 'Idempotency-Key': crypto.randomUUID() })}
              data-testid="account-link"
            >
              {t('account.link')}
            </Button>
          )}
        </ReasonOfLock>
      )}
      {asking.error && <ProblemAlert failure={asking.error} />}
    </Space>
  )
}

function Progress({ account }: { account: Account }) {
  const { t } = useI18n()
  const formats = useFormats()
  const mail = account.mail
  if (!mail) return null
  const link = mail.linkAskedAt !== null && mail.linkSentAt === null
  const said: string[] = []
  if (mail.linkSentAt) said.push(t('account.link.SENT', { at: formats.instant(mail.linkSentAt) }))
  if (mail.state === 'WAITING') {
    said.push(t(link ? 'account.link.WAITING' : 'account.address.WAITING'))
    if (mail.error) said.push(t('account.waiting.again', { at: formats.instant(mail.nextTryAt) }))
  }
  if (mail.state === 'REFUSED') {
    said.push(t(link ? 'account.link.REFUSED' : 'account.address.REFUSED'))
    const reason = REFUSALS[mail.error ?? '']
    said.push(reason ? t(reason) : (mail.error ?? ''))
  }
  if (said.length === 0) return null
  return (
    <span role="status" data-testid={`account-mail-${mail.state}`}>
      {said.map((one) => (one.endsWith('.') ? one : `${one}.`)).join(' ')}
    </span>
  )
}
