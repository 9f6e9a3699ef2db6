import { CheckCircleFilled, CloseOutlined, ExpandOutlined, MinusCircleOutlined } from '@ant-design/icons'
import { Button, Spin } from 'antd'
import { useEffect, useState } from 'react'
import { useParams } from 'react-router'
import type { Deliberation, Election, Minutes, Season } from '../api/types'
import { businessNow } from '../app/businessTime'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { useNames } from '../clusters/ElectionPanel'
import { ElectionResult } from '../clusters/ElectionResult'
import { usePurposes } from '../clusters/purposes'
import { useCluster, useElections, useMinutes, useSeasons } from '../clusters/queries'
import { presentersOf, stateOf } from '../conference/items'
import { useDeliberations } from '../deliberations/queries'
import { ButtonLink } from '../ui/ButtonLink'
import { Failed } from '../ui/Failed'
import styles from './Hall.module.css'

/** The meeting on the wall of the hall: what is under way, large, and nothing that asks for a hand. */
export function Hall() {
  const { id = '' } = useParams()
  const { t } = useI18n()
  const formats = useFormats()
  const { data: conference, error, refetch } = useMinutes(id)
  const cluster = useCluster(conference?.clusterId)
  const seasons = useSeasons(conference?.clusterId)
  const elections = useElections({ conferenceId: id })
  if (!conference || !elections.data || !seasons.data) {
    const failure = error ?? elections.error ?? seasons.error
    return (
      <main className={styles.alone}>
        {failure ? <Failed failure={failure} retry={() => refetch()} /> : <Spin size="large" />}
      </main>
    )
  }
  const served = seasons.data.filter((season) =>
    conference.purposes.some((purpose) => purpose.seasonId === season.id),
  )
  const shown = onTheWall(elections.data)
  return (
    <div className={styles.hall} data-testid="hall">
      <header className={styles.head}>
        <div>
          <p className={styles.above}>{cluster.data?.name}</p>
          <h1>{conference.title}</h1>
          <p className={styles.above}>
            {conference.startsAt && `${conference.startsAt} · `}
            {formats.longDate(conference.heldOn)} · {conference.place}
          </p>
        </div>
        <Clock />
        <div className={styles.tools}>
          <Button
            type="text"
            icon={<ExpandOutlined />}
            aria-label={t('hall.full')}
            title={t('hall.full')}
            onClick={() => document.documentElement.requestFullscreen()}
          />
          <ButtonLink
            type="text"
            icon={<CloseOutlined />}
            aria-label={t('hall.leave')}
            title={t('hall.leave')}
            to={`/conferences/${conference.id}`}
          />
        </div>
      </header>
      <main className={styles.stage}>
        <Now conference={conference} />
        {shown.map((election) => (
          <OnElection key={election.id} election={election} />
        ))}
        {served
          .filter((season) => season.mode === 'LIVE')
          .map((season) => (
            <OnDrafts key={season.id} season={season} />
          ))}
        <Agenda conference={conference} />
      </main>
    </div>
  )
}

/** The item that is under way, large enough for the last row. */
function Now({ conference }: { conference: Minutes }) {
  const { t } = useI18n()
  const formats = useFormats()
  const item = conference.agenda.find((one) => stateOf(one) === 'UNDER_WAY')
  if (!item?.begunAt) return null
  return (
    <section className={styles.now} role="status" data-testid="hall-now">
      <p className={styles.above}>
        {t('hall.now')} · {t('agenda.since', { from: formats.instant(item.begunAt).slice(0, 5) })}
      </p>
      <h2>{item.title}</h2>
      {presentersOf(item) && <p>{presentersOf(item)}</p>}
    </section>
  )
}

/** Votes under way; while there is none, the one counted last. */
function onTheWall(elections: Election[]): Election[] {
  const open = elections.filter((election) => election.status === 'OPEN')
  if (open.length > 0) return open
  const counted = elections.filter((election) => election.status === 'COUNTED')
  return counted.sort((a, b) => (b.closedAt ?? '').localeCompare(a.closedAt ?? '')).slice(0, 1)
}

function Clock() {
  const formats = useFormats()
  const [now, setNow] = useState(businessNow)
  useEffect(() => {
    const timer = setInterval(() => setNow(businessNow()), 5_000)
    return () => clearInterval(timer)
  }, [])
  return <time className={styles.clock}>{formats.instant(now.toISOString()).slice(0, 5)}</time>
}

function OnElection({ election }: { election: Election }) {
  const { t } = useI18n()
  const name = useNames(election.clusterId)
  return (
    <section className={styles.vote} data-testid={`hall-election-${election.status}`}>
      <h2>{election.title}</h2>
      {election.status === 'OPEN' ? (
        <Turnout
          label={t('hall.election')}
          voters={election.voters.map((voter) => ({
            id: voter.unitId,
            name: name(voter.unitId),
            done: voter.voted,
          }))}
        />
      ) : (
        <div className={styles.large}>
          <ElectionResult election={election} name={name} />
        </div>
      )}
    </section>
  )
}

/** Open votes on drafts of a season. Who chose what is shown once it is over: nobody shall follow the others. */
function OnDrafts({ season }: { season: Season }) {
  const { t } = useI18n()
  const { data, error, refetch } = useDeliberations(season.id)
  if (!data) return error && <Failed failure={error} retry={() => refetch()} />
  return data
    .filter((one: Deliberation) => one.status === 'VOTING')
    .map((one) => (
      <section key={one.id} className={styles.vote} data-testid="hall-open-vote">
        <h2>{one.title}</h2>
        <Turnout
          label={t('hall.openVote')}
          voters={one.voters.map((voter) => ({
            id: voter.unitId,
            name: voter.unitName,
            done: voter.choice !== null,
          }))}
        />
      </section>
    ))
}

function Turnout({
  label,
  voters,
}: {
  label: string
  voters: { id: string; name: string; done: boolean }[]
}) {
  const { t } = useI18n()
  const formats = useFormats()
  const done = voters.filter((voter) => voter.done).length
  const ordered = [...voters].sort((a, b) => a.name.localeCompare(b.name, 'vi'))
  return (
    <div className={styles.turnout}>
      <p className={styles.count} role="status" data-testid="hall-turnout">
        <strong>{formats.number(done)}</strong>/{formats.number(voters.length)}
        <span>{label}</span>
      </p>
      <ul>
        {ordered.map((voter) => (
          <li key={voter.id} data-done={voter.done}>
            {voter.done ? <CheckCircleFilled aria-hidden /> : <MinusCircleOutlined aria-hidden />}{' '}
            {voter.name}
            <span className="heard">{t(voter.done ? 'elections.voted' : 'elections.notVoted')}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Agenda({ conference }: { conference: Minutes }) {
  const { t } = useI18n()
  const formats = useFormats()
  const purposes = usePurposes()
  return (
    <section className={styles.agenda}>
      <h2>{t('hall.agenda')}</h2>
      {conference.agenda.length > 0 ? (
        <ol data-testid="hall-agenda">
          {conference.agenda.map((item) => (
            <li
              key={item.position}
              data-state={stateOf(item)}
              aria-current={stateOf(item) === 'UNDER_WAY' ? 'step' : undefined}
            >
              {item.startsAt && <span className={styles.hour}>{item.startsAt}</span>} {item.title}
              {presentersOf(item) && <span> · {presentersOf(item)}</span>}
            </li>
          ))}
        </ol>
      ) : (
        <ol>
          {purposes(conference.purposes).map((purpose) => (
            <li key={purpose}>{purpose}</li>
          ))}
        </ol>
      )}
      {conference.papers.length > 0 && (
        <>
          <h3>{t('hall.papers')}</h3>
          <ol>
            {conference.papers.map((paper) => (
              <li key={paper.id}>
                {paper.title}
                {paper.unitName && <span> · {paper.unitName}</span>}
              </li>
            ))}
          </ol>
        </>
      )}
      {conference.resolutions.length > 0 && (
        <>
          <h3>{t('resolutions.title')}</h3>
          <ol>
            {conference.resolutions.map((resolution) => (
              <li key={resolution.id}>{resolution.text}</li>
            ))}
          </ol>
        </>
      )}
      <p className={styles.above}>
        {t('hall.present', {
          n: formats.number(conference.attendances.filter((one) => one.capacity === 'MEMBER').length),
        })}
      </p>
    </section>
  )
}
