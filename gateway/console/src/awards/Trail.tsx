import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { award, content } from '../api/client'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { Panel } from '../ui/Facts'
import { Failed } from '../ui/Failed'
import { UnverifiedMark } from '../ui/Provenance'
import { UnitName } from '../ui/UnitName'
import styles from './Trail.module.css'
import { ElectionStep } from './TrailElection'
import { RankingStep, ScoreStep } from './TrailNumbers'
import { Step } from './TrailStep'
import type { AwardDocument, DocumentTrail } from './types'

/** The way back by ids, from the document to everyone who touched a number; each step leads to its own screen. */
export function Trail({ document }: { document: AwardDocument }) {
  const { t } = useI18n()
  const { data, error, refetch } = useQuery({
    queryKey: ['award-documents', 'trail', document.id],
    queryFn: () =>
      content(award.GET('/api/v1/award-documents/{id}/trail', { params: { path: { id: document.id } } })),
  })
  return (
    <Panel title={t('trail.title')} testId="trail">
      <p className={styles.lead}>{t('trail.lead')}</p>
      {data ? (
        <Steps trail={data} />
      ) : error ? (
        <Failed failure={error} retry={() => refetch()} />
      ) : (
        <Skeleton active />
      )}
    </Panel>
  )
}

function Steps({ trail }: { trail: DocumentTrail }) {
  const { t } = useI18n()
  const formats = useFormats()
  const { decision, nomination, opinion, candidate } = trail
  return (
    <ol className={styles.steps}>
      <Step name="decision" to={`/decisions/${decision.id}`} id={decision.id}>
        {t('trail.decision.text', {
          number: decision.number,
          on: formats.date(decision.decidedOn),
          issued: formats.date(decision.issuedOn),
        })}
        <div>
          <UnitName id={decision.authorityUnitId} />
        </div>
      </Step>
      <Step name="nomination" to={`/nominations/${nomination.id}`} id={nomination.id}>
        {t('trail.nomination.text', {
          time: formats.instant(nomination.submittedAt),
          version: nomination.awardVersion,
        })}
        <div>
          {nomination.ruleSource}{' '}
          {!nomination.ruleVerified && <UnverifiedMark source={nomination.ruleSource} />}
        </div>
      </Step>
      <Step name="opinion" to={`/nominations/${nomination.id}`} id={opinion.id}>
        {t('trail.opinion.text', {
          minutes: opinion.minutesNumber,
          on: formats.date(opinion.heldOn),
          conclusion: t(`opinion.${opinion.conclusion as 'AGREE'}`),
        })}
        {opinion.departsFromCandidates && (
          <div>
            {t('opinion.departs')}: {opinion.reason}
          </div>
        )}
      </Step>
      <Step name="candidate" to={`/awards?tab=candidates&seasonId=${trail.seasonId}`}>
        {t(`candidates.why.${candidate.why as 'ELECTED_BY_BALLOT'}`)}
      </Step>
      {candidate.electionId && <ElectionStep id={candidate.electionId} />}
      {candidate.rankingId && <RankingStep id={candidate.rankingId} unitId={trail.unitId} />}
      {candidate.rankingId && <ScoreStep rankingId={candidate.rankingId} unitId={trail.unitId} />}
    </ol>
  )
}
