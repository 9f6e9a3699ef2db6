import { CheckCircleFilled, InfoCircleOutlined, LockOutlined, MinusCircleOutlined } from '@ant-design/icons'
import { Alert, Button, Tag } from 'antd'
import { useState } from 'react'
import type { Election, Season } from '../api/types'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { PaperCounts } from '../papercounts/PaperCounts'
import { Panel } from '../ui/Facts'
import { PaperMenu } from '../ui/PaperMenu'
import { BallotSheet } from './BallotSheet'
import clusters from './Clusters.module.css'
import styles from './Election.module.css'
import { ElectionActions } from './ElectionActions'
import { ElectionResult } from './ElectionResult'
import { electionColours } from './kinds'
import { useMembers } from './queries'
import { useLedAmong } from './rights'

/** The names of a cluster's units by id; a name not known yet is a dash, never a guess. */
export function useNames(clusterId: string): (unitId: string) => string {
  const members = useMembers(clusterId, 'all')
  const names = new Map(members.data?.map((member) => [member.unitId, member.unitName]))
  return (unitId) => names.get(unitId) ?? '…'
}

/** Ballots to print while a vote on paper is still open to choose; the minutes once counted. */
const papers = {
  DRAFT: { name: 'ballot-papers', label: 'elections.papers' },
  OPEN: null,
  COUNTED: { name: 'counting-minutes', label: 'elections.countingMinutes' },
  VOID: null,
} as const

export function ElectionPanel({ election, season }: { election: Election; season: Season | undefined }) {
  const { t } = useI18n()
  const formats = useFormats()
  const name = useNames(election.clusterId)
  const paper = papers[election.status]
  return (
    <Panel testId={`election-${election.id}`}>
      <div className={clusters.between}>
        <div>
          <h2 className={styles.title}>{election.title}</h2>
          <p className={clusters.marks}>
            <Tag color={electionColours[election.status]} data-testid={`election-status-${election.status}`}>
              {t(`elections.status.${election.status}`)}
            </Tag>
            {election.onPaper && <Tag data-testid="election-on-paper">{t('paper.mark')}</Tag>}
            {season && t('seasons.named', { name: season.name })}
            {election.openedAt && (
              <span className={clusters.quiet}>
                {t('elections.openedAt', { time: formats.instant(election.openedAt) })}
              </span>
            )}
            {election.closedAt && (
              <span className={clusters.quiet}>
                {t('elections.closedAt', { time: formats.instant(election.closedAt) })}
              </span>
            )}
          </p>
        </div>
        {paper && (
          <PaperMenu
            label={t(paper.label)}
            path={`/api/v1/elections/${election.id}/${paper.name}`}
            testId={`election-${paper.name}`}
          />
        )}
        {season && <ElectionActions election={election} season={season} name={name} />}
      </div>
      {election.status === 'OPEN' && <Calls election={election} name={name} />}
      {election.headIsCandidate && election.status !== 'VOID' && (
        <Alert
          type="warning"
          showIcon
          className={styles.block}
          title={t('elections.headIsCandidate')}
          data-testid="head-is-candidate"
        />
      )}
      <p className={styles.rules}>
        <InfoCircleOutlined aria-hidden />{' '}
        {t(`elections.rules.${election.base}`, {
          quorum: `${formats.number(election.quorum.numerator)}/${formats.number(election.quorum.denominator)}`,
          threshold: `${formats.number(election.threshold.numerator)}/${formats.number(election.threshold.denominator)}`,
        })}
      </p>
      {election.status === 'VOID' && (
        <Alert
          type="error"
          showIcon
          className={styles.block}
          title={t('elections.void', { reason: election.voidReason ?? '' })}
        />
      )}
      {election.status === 'COUNTED' ? (
        <ElectionResult election={election} name={name} />
      ) : (
        <>
          <h3 className={clusters.heading}>{t('elections.candidates')}</h3>
          <ul className={clusters.marks} data-testid="election-candidates-list">
            {election.candidates.map((candidate) => (
              <li key={candidate.unitId}>
                <Tag>
                  {name(candidate.unitId)}
                  {candidate.isHead && ` · ${t('heads.HEAD')}`}
                </Tag>
              </li>
            ))}
          </ul>
        </>
      )}
      {(election.status === 'DRAFT' || election.onPaper) && (
        <PaperCounts
          kind="ELECTION"
          pollId={election.id}
          options={election.candidates.map((one) => ({ option: one.unitId, label: name(one.unitId) }))}
          open={election.status === 'DRAFT'}
        />
      )}
      {election.eligible !== null && !election.onPaper && <Turnout election={election} name={name} />}
    </Panel>
  )
}

/** For whom the person at the screen may vote: the one thing to do here, large enough for a thumb. */
function Calls({ election, name }: { election: Election; name(unitId: string): string }) {
  const { t } = useI18n()
  const [voting, setVoting] = useState<string | null>(null)
  const mine = useLedAmong(election.voters.map((voter) => voter.unitId))
  const voted = (unitId: string) => election.voters.some((voter) => voter.unitId === unitId && voter.voted)
  return (
    <>
      {mine.map((unitId) => (
        <div
          key={unitId}
          className={styles.call}
          data-testid={`ballot-call-${voted(unitId) ? 'done' : 'open'}`}
        >
          {voted(unitId) ? (
            <span className={styles.done}>
              <CheckCircleFilled aria-hidden /> {t('ballot.cast', { unit: name(unitId) })}
            </span>
          ) : (
            <>
              <span>
                <LockOutlined aria-hidden /> {t('ballot.waits', { unit: name(unitId) })}
              </span>
              <Button type="primary" size="large" onClick={() => setVoting(unitId)} data-testid="ballot-open">
                {t('ballot.open')}
              </Button>
            </>
          )}
        </div>
      ))}
      {voting && (
        <BallotSheet election={election} unitId={voting} name={name} onClose={() => setVoting(null)} />
      )}
    </>
  )
}

/** How many have voted and who has not: that much is public, the choice never. */
function Turnout({ election, name }: { election: Election; name(unitId: string): string }) {
  const { t } = useI18n()
  const formats = useFormats()
  const voters = [...election.voters].sort(
    (a, b) => Number(a.voted) - Number(b.voted) || name(a.unitId).localeCompare(name(b.unitId), 'vi'),
  )
  return (
    <>
      <h3 className={clusters.heading} data-testid="election-turnout">
        {t('elections.turnout', {
          cast: formats.number(election.cast ?? 0),
          eligible: formats.number(election.eligible ?? 0),
        })}
      </h3>
      <ul className={styles.voters}>
        {voters.map((voter) => (
          <li key={voter.unitId} data-voted={voter.voted} data-testid={`voter-${name(voter.unitId)}`}>
            {voter.voted ? <CheckCircleFilled aria-hidden /> : <MinusCircleOutlined aria-hidden />}
            {name(voter.unitId)}
            <span className="heard">{t(voter.voted ? 'elections.voted' : 'elections.notVoted')}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
