import { PlusOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Exemplar, Replication } from '../api/types'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { useSession } from '../app/session'
import clusters from '../clusters/Clusters.module.css'
import { Panel } from '../ui/Facts'
import { Failed } from '../ui/Failed'
import { Nothing } from '../ui/Nothing'
import { ReasonOfLock } from '../ui/ReasonOfLock'
import { FollowUpForm, ReplicationForm } from './Forms'
import { useReplications } from './queries'
import { Course } from './State'

/** How many other units do likewise, which, and what they say of it. */
export function Replications({ exemplar }: { exemplar: Exemplar }) {
  const { t } = useI18n()
  const formats = useFormats()
  const [registering, setRegistering] = useState(false)
  const { data, error, refetch } = useReplications(exemplar.id)
  const { underWay, established, givenUp } = exemplar.replications
  return (
    <Panel
      title={t('exemplars.replications')}
      testId="replications"
      aside={
        <ReasonOfLock ability="EXEMPLARS_WRITE">
          {(locked) => (
            <Button
              size="small"
              icon={<PlusOutlined />}
              disabled={locked}
              onClick={() => setRegistering(true)}
              data-testid="replication-register"
            >
              {t('exemplars.replicate')}
            </Button>
          )}
        </ReasonOfLock>
      }
    >
      {underWay + established + givenUp > 0 && (
        <p className={clusters.quiet} data-testid="replication-spread">
          {t('exemplars.replications.spread', {
            underWay: formats.number(underWay),
            established: formats.number(established),
            givenUp: formats.number(givenUp),
          })}
        </p>
      )}
      {!data ? (
        error ? (
          <Failed failure={error} retry={() => refetch()} />
        ) : (
          <Skeleton active title={false} />
        )
      ) : data.length === 0 ? (
        <Nothing title={t('exemplars.replications.empty')} />
      ) : (
        <ul className={clusters.list}>
          {data.map((replication) => (
            <One key={replication.id} exemplar={exemplar} replication={replication} />
          ))}
        </ul>
      )}
      {registering && <ReplicationForm exemplar={exemplar} onClose={() => setRegistering(false)} />}
    </Panel>
  )
}

function One({ exemplar, replication }: { exemplar: Exemplar; replication: Replication }) {
  const { t } = useI18n()
  const formats = useFormats()
  const { may } = useSession()
  const [reporting, setReporting] = useState(false)
  return (
    <li data-testid={`replication-${replication.unitName}`}>
      <div className={clusters.between}>
        <span className={clusters.marks}>
          <Link to={`/units/${replication.unitId}`}>{replication.unitName}</Link>
          <span className={clusters.quiet}>
            {t('exemplars.since', { day: formats.date(replication.since) })}
          </span>
          <Course state={replication.state} />
        </span>
        {may('EXEMPLARS_WRITE') && (
          <Button size="small" onClick={() => setReporting(true)} data-testid="follow-up-report">
            {t('exemplars.followUp')}
          </Button>
        )}
      </div>
      {replication.followUps.map((followUp) => (
        <div key={followUp.id} className={clusters.review}>
          <span>{formats.date(followUp.day)}</span>
          <Course state={followUp.state} />
          <span className={clusters.text}>{followUp.done}</span>
          {followUp.reason && <span>{t('exemplars.reason', { reason: followUp.reason })}</span>}
        </div>
      ))}
      {reporting && (
        <FollowUpForm exemplar={exemplar} replication={replication} onClose={() => setReporting(false)} />
      )}
    </li>
  )
}
