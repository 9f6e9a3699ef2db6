import { PlusOutlined, SendOutlined } from '@ant-design/icons'
import { Button, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { ConferenceInvitation, Minutes, Season } from '../api/types'
import { useI18n } from '../app/i18n'
import { today } from '../app/i18n/dates'
import { useFormats } from '../app/i18n/useFormats'
import styles from '../clusters/Clusters.module.css'
import { useConferenceLock, useSpokenFor } from '../clusters/rights'
import { Panel } from '../ui/Facts'
import { Failed } from '../ui/Failed'
import { PaperMenu } from '../ui/PaperMenu'
import { Lock } from '../ui/ReasonOfLock'
import { Attend, InviteMembers } from './InvitationActions'
import { AnswerForm, InviteForm, WithdrawForm } from './InvitationForms'
import { useInvitations } from './queries'

const colours = { COMES: 'green', SENDS: 'gold', CANNOT: 'red' } as const

/** Who is invited, and what they answered. */
export function Invitations({ conference, seasons }: { conference: Minutes; seasons: Season[] }) {
  const { t } = useI18n()
  const formats = useFormats()
  const lock = useConferenceLock(seasons)
  const [inviting, setInviting] = useState(false)
  const { data, error, refetch } = useInvitations(conference.id)
  const over = conference.heldOn < today()
  const closed = over ? t('invitations.over') : lock
  return (
    <Panel title={t('invitations.title', { n: formats.number(data?.length ?? 0) })} testId="invitations">
      {!data ? (
        error ? (
          <Failed failure={error} retry={() => refetch()} />
        ) : (
          <Skeleton active />
        )
      ) : data.length === 0 ? (
        <p className={styles.quiet}>{t('invitations.empty')}</p>
      ) : (
        <ul className={styles.list}>
          {data.map((one) => (
            <One key={one.id} invitation={one} conference={conference} lock={lock} over={over} />
          ))}
        </ul>
      )}
      <div className={styles.foot}>
        <Lock reason={closed}>
          {(locked) => <InviteMembers conference={conference} locked={locked} icon={<SendOutlined />} />}
        </Lock>
        <Lock reason={closed}>
          {(locked) => (
            <Button
              size="small"
              icon={<PlusOutlined />}
              disabled={locked}
              onClick={() => setInviting(true)}
              data-testid="invite-other"
            >
              {t('invitations.other')}
            </Button>
          )}
        </Lock>
        {data && data.length > 0 && (
          <PaperMenu
            label={t('invitations.letters')}
            path={`/api/v1/conferences/${conference.id}/invitation-letters`}
            testId="invitation-letters"
          />
        )}
        {data?.some((one) => one.answer === 'COMES' || one.answer === 'SENDS') && (
          <Lock reason={lock}>{(locked) => <Attend conference={conference} locked={locked} />}</Lock>
        )}
      </div>
      {inviting && <InviteForm conference={conference} onClose={() => setInviting(false)} />}
    </Panel>
  )
}

interface Props {
  invitation: ConferenceInvitation
  conference: Minutes
  /** Why the person does not invite, or undefined. */
  lock: string | undefined
  /** No answer is taken any more. */
  over: boolean
}

function One({ invitation, conference, lock, over }: Props) {
  const { t } = useI18n()
  const formats = useFormats()
  const own = useSpokenFor(invitation.unitId ? [invitation.unitId] : []).length > 0
  const [doing, setDoing] = useState<'answer' | 'withdraw' | null>(null)
  const mayAnswer = invitation.unitId ? (own ? undefined : t('invitations.lock.unit')) : lock
  return (
    <li data-testid={`invitation-${invitation.unitName ?? invitation.name}`}>
      <div className={styles.between}>
        <span>
          {invitation.unitId ? (
            <Link to={`/units/${invitation.unitId}`}>{invitation.unitName}</Link>
          ) : (
            <span className={styles.strong}>{invitation.name}</span>
          )}
          {invitation.office && <span className={styles.quiet}> {invitation.office}</span>}
        </span>
        <Tag
          color={invitation.answer ? colours[invitation.answer] : undefined}
          data-testid={`answer-${invitation.answer ?? 'NONE'}`}
        >
          {t(`invitations.answer.${invitation.answer ?? 'NONE'}`)}
        </Tag>
      </div>
      <div className={styles.quiet}>
        {t(`attendance.${invitation.capacity}`)} ·{' '}
        {t('invitations.sentAt', { time: formats.instant(invitation.sentAt) })}
        {invitation.unitId &&
          ` · ${
            invitation.peopleTold > 0
              ? t('invitations.told', { n: formats.number(invitation.peopleTold) })
              : t('invitations.told.none')
          }`}
        {invitation.letter && ` · ${t(`invitations.mail.${invitation.letter}`)}`}
      </div>
      {invitation.delegate && (
        <div>{[invitation.delegate, invitation.delegateOffice].filter(Boolean).join(', ')}</div>
      )}
      {invitation.reason && <div className={styles.text}>{invitation.reason}</div>}
      <div className={styles.marks}>
        {!over && (
          <Lock reason={mayAnswer}>
            {(locked) => (
              <Button
                size="small"
                type={own && !invitation.answer ? 'primary' : 'link'}
                disabled={locked}
                onClick={() => setDoing('answer')}
                data-testid="invitation-answer"
              >
                {t(invitation.answer ? 'invitations.answer.again' : 'invitations.answer')}
              </Button>
            )}
          </Lock>
        )}
        <PaperMenu
          small
          label={t('invitations.letter')}
          path={`/api/v1/conferences/${conference.id}/invitations/${invitation.id}/letter`}
          testId="invitation-letter"
        />
        {!lock && (
          <Button
            size="small"
            type="link"
            onClick={() => setDoing('withdraw')}
            data-testid="invitation-withdraw"
          >
            {t('invitations.withdraw')}
          </Button>
        )}
      </div>
      {doing === 'answer' && (
        <AnswerForm conference={conference} invitation={invitation} onClose={() => setDoing(null)} />
      )}
      {doing === 'withdraw' && (
        <WithdrawForm conference={conference} invitation={invitation} onClose={() => setDoing(null)} />
      )}
    </li>
  )
}
