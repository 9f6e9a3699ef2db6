import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import { cluster, content } from '../api/client'
import { Intention } from '../api/intention'
import type { Minutes } from '../api/types'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { refresh } from '../clusters/queries'
import { ProblemAlert } from '../ui/ProblemAlert'

interface Props {
  conference: Minutes
  locked: boolean
  icon?: ReactNode
}

/** All members with one press; asked once more, as letters go out. */
export function InviteMembers({ conference, locked, icon }: Props) {
  const { t } = useI18n()
  const formats = useFormats()
  const { message, modal } = App.useApp()
  const queries = useQueryClient()
  const [failure, setFailure] = useState<unknown>(null)
  const intention = useRef(new Intention())
  async function invite() {
    setFailure(null)
    try {
      const { sent } = await content(
        cluster.POST('/api/v1/conferences/{id}/invitations', {
          params: { path: { id: conference.id } },
          body: { members: true, units: [], guests: [] },
          headers: intention.current.headersFor(['members', conference.id]),
        }),
      )
      intention.current.fulfilled()
      refresh(queries)
      message.success(
        sent > 0 ? t('invitations.sent', { n: formats.number(sent) }) : t('invitations.sent.none'),
      )
    } catch (error) {
      setFailure(error)
    }
  }
  return (
    <>
      <Button
        size="small"
        icon={icon}
        disabled={locked}
        onClick={() =>
          modal.confirm({
            title: t('invitations.members'),
            content: t('invitations.members.text'),
            okText: t('invitations.members'),
            okButtonProps: { 'data-testid': 'confirm-button' },
            cancelText: t('action.cancel'),
            onOk: invite,
          })
        }
        data-testid="invite-members"
      >
        {t('invitations.members')}
      </Button>
      <ProblemAlert failure={failure} />
    </>
  )
}

/** Whoever answered to come is noted as present; who is noted already is left as it is. */
export function Attend({ conference, locked }: Props) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [failure, setFailure] = useState<unknown>(null)
  const intention = useRef(new Intention())
  async function attend() {
    setFailure(null)
    try {
      await content(
        cluster.POST('/api/v1/conferences/{id}/attendances/from-answers', {
          params: { path: { id: conference.id } },
          headers: intention.current.headersFor(['attend', conference.id]),
        }),
      )
      intention.current.fulfilled()
      refresh(queries)
      message.success(t('invitations.attended'))
    } catch (error) {
      setFailure(error)
    }
  }
  return (
    <>
      <Button size="small" disabled={locked} onClick={attend} data-testid="attend-from-answers">
        {t('invitations.attend')}
      </Button>
      <ProblemAlert failure={failure} />
    </>
  )
}
