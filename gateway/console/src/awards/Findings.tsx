import { Link } from 'react-router'
import { useI18n } from '../app/i18n'
import { UnverifiedMark } from '../ui/Provenance'
import styles from './Awards.module.css'
import { Outcome } from './State'
import { useElection } from './TrailElection'
import type { Eligibility } from './types'
import { useConditionWords } from './words'

/** How a nomination stands by its rule: each condition met, not met, or not to be known here; by which row of which source. */
export function Findings({ eligibility }: { eligibility: Eligibility }) {
  const { t } = useI18n()
  const words = useConditionWords()
  return (
    <>
      <div className={styles.origin}>
        <span>
          {t('eligibility.rule', { version: eligibility.awardVersion })}{' '}
          <span className={styles.quiet} data-testid="eligibility-source">
            {eligibility.source}
          </span>
        </span>
        {!eligibility.verified && <UnverifiedMark source={eligibility.source} />}
      </div>
      <ol className={styles.findings}>
        <li className={styles.finding} data-testid="finding-candidate">
          <span className={styles.number} />
          <span>{t('eligibility.candidate')}</span>
          <span>{t(`eligibility.standing.${eligibility.candidate}`)}</span>
          <span className={styles.why}>
            {t(`candidates.why.${eligibility.candidateWhy}`)}
            {eligibility.departureReason && (
              <>
                <br />
                {t('eligibility.departure')}: {eligibility.departureReason}
              </>
            )}
          </span>
        </li>
        {eligibility.findings.map((finding) => (
          <li key={finding.number} className={styles.finding} data-testid={`finding-${finding.number}`}>
            <span className={styles.number}>{finding.number}</span>
            <span>{words(finding.condition)}</span>
            <Outcome outcome={finding.outcome} declared={!!finding.statement} />
            <span className={styles.why}>
              {t(`finding.why.${finding.why}`)}
              {finding.statement && (
                <>
                  <br />
                  {t('finding.declared', { who: finding.declaredBy ?? '' })} “{finding.statement}”
                </>
              )}
            </span>
          </li>
        ))}
      </ol>
      {eligibility.electionId && (
        <p className={styles.note}>
          <ElectionLink id={eligibility.electionId} />
        </p>
      )}
    </>
  )
}

/** An election is shown with the meeting at which it was held. */
function ElectionLink({ id }: { id: string }) {
  const { t } = useI18n()
  const election = useElection(id)
  return election.data ? (
    <Link to={`/conferences/${election.data.conferenceId}`}>{t('eligibility.toElection')}</Link>
  ) : null
}
