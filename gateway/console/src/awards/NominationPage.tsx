import { Alert, Button, Skeleton, Steps } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { Facts, Panel } from '../ui/Facts'
import { Failed } from '../ui/Failed'
import { Nothing } from '../ui/Nothing'
import { PageHeader } from '../ui/PageHeader'
import { RoleLock } from '../ui/RoleLock'
import { UnitName } from '../ui/UnitName'
import styles from './Awards.module.css'
import { Findings } from './Findings'
import { OpinionForm } from './OpinionForm'
import { useNomination } from './queries'
import { RefuseForm } from './RefuseForm'
import { RewriteForm } from './RewriteForm'
import { NominationState } from './State'
import { SubmitForm } from './SubmitForm'

const STEPS = ['DRAFT', 'SUBMITTED', 'OPINION_GIVEN', 'DECIDED'] as const

/** One nomination from draft to decision: what is met, what the council said, what became of it. */
export function NominationPage() {
  const { t } = useI18n()
  const formats = useFormats()
  const { id = '' } = useParams()
  const { data, error, refetch } = useNomination(id)
  const [open, setOpen] = useState<'rewrite' | 'submit' | 'opinion' | 'refuse' | null>(null)
  if (!data) {
    return error ? <Failed failure={error} retry={() => refetch()} /> : <Skeleton active />
  }
  const close = () => setOpen(null)
  const { opinion } = data
  return (
    <>
      <PageHeader
        title={t('nomination.title', { unit: data.unitName ?? '…' })}
        above={<Link to="/awards?tab=nominations">{t('awards.tab.nominations')}</Link>}
        lead={
          <span className={styles.withMark}>
            {data.awardName} <NominationState state={data.state} />
          </span>
        }
        actions={
          <>
            {data.state === 'DRAFT' && (
              <>
                <RoleLock roles={['STANDING_OFFICER', 'UNIT_OFFICER', 'UNIT_LEADER']}>
                  {(locked) => (
                    <Button
                      disabled={locked}
                      onClick={() => setOpen('rewrite')}
                      data-testid="nomination-edit"
                    >
                      {t('action.edit')}
                    </Button>
                  )}
                </RoleLock>
                <RoleLock roles={['STANDING_OFFICER', 'UNIT_LEADER']}>
                  {(locked) => (
                    <Button
                      type="primary"
                      disabled={locked}
                      onClick={() => setOpen('submit')}
                      data-testid="nomination-submit"
                    >
                      {t('nomination.submit')}
                    </Button>
                  )}
                </RoleLock>
              </>
            )}
            {(data.state === 'SUBMITTED' || data.state === 'OPINION_GIVEN') && !data.decisionId && (
              <RoleLock roles={['STANDING_OFFICER', 'AWARDING_AUTHORITY']}>
                {(locked) => (
                  <Button
                    danger
                    disabled={locked}
                    onClick={() => setOpen('refuse')}
                    data-testid="nomination-refuse"
                  >
                    {t('nomination.refuse')}
                  </Button>
                )}
              </RoleLock>
            )}
            {data.state === 'SUBMITTED' && (
              <RoleLock roles={['STANDING_OFFICER']}>
                {(locked) => (
                  <Button
                    type="primary"
                    disabled={locked}
                    onClick={() => setOpen('opinion')}
                    data-testid="nomination-opinion"
                  >
                    {t('opinion.record')}
                  </Button>
                )}
              </RoleLock>
            )}
          </>
        }
      />
      {data.state === 'REFUSED' ? (
        <Alert
          className={styles.steps}
          type="error"
          showIcon
          title={t('nomination.refused')}
          description={data.refusalReason}
        />
      ) : (
        <Steps
          className={styles.steps}
          size="small"
          current={STEPS.indexOf(data.state as (typeof STEPS)[number])}
          items={STEPS.map((state) => ({ title: t(`nomination.state.${state}`) }))}
        />
      )}
      <div className={styles.two}>
        <div className={styles.stack}>
          <Panel
            title={t('eligibility.title')}
            aside={
              data.eligibility && (
                <span className={styles.quiet}>
                  {data.eligibility.frozen ? t('eligibility.frozen') : t('eligibility.now')}
                </span>
              )
            }
            testId="eligibility"
          >
            {data.eligibility ? (
              <Findings eligibility={data.eligibility} />
            ) : (
              <Nothing title={t('eligibility.none')} text={t('eligibility.none.text')} />
            )}
          </Panel>
          <Panel title={t('nomination.achievements')}>
            <p className={styles.text} data-testid="nomination-achievements-text">
              {data.achievements}
            </p>
          </Panel>
        </div>
        <div className={styles.stack}>
          <Panel title={t('nomination.info')} testId="nomination-info">
            <Facts
              items={[
                { label: t('nomination.unit'), value: <UnitName id={data.unitId} /> },
                {
                  label: t('nomination.season'),
                  value: <Link to={`/seasons/${data.seasonId}`}>{data.seasonName ?? '…'}</Link>,
                },
                { label: t('nomination.organiser'), value: <UnitName id={data.organiserId} /> },
                { label: t('nomination.citation'), value: data.citation },
                {
                  label: t('nomination.decision'),
                  value: data.decisionId && (
                    <Link to={`/decisions/${data.decisionId}`} data-testid="nomination-decision">
                      {t('nomination.decision.open')}
                    </Link>
                  ),
                },
              ]}
            />
          </Panel>
          <Panel title={t('opinion.title')} testId="opinion">
            {opinion ? (
              <>
                <Facts
                  items={[
                    {
                      label: t('opinion.conclusion'),
                      value: t(`opinion.${opinion.conclusion}`),
                      testId: 'opinion-conclusion',
                    },
                    {
                      label: t('opinion.votes'),
                      value: t('opinion.votes.of', {
                        for: opinion.votesFor,
                        against: opinion.votesAgainst,
                        present: opinion.present,
                        eligible: opinion.eligible,
                      }),
                    },
                    { label: t('opinion.minutes'), value: opinion.minutesNumber },
                    { label: t('opinion.heldOn'), value: formats.date(opinion.heldOn) },
                    { label: t('opinion.council'), value: <UnitName id={opinion.councilUnitId} /> },
                  ]}
                />
                {opinion.departsFromCandidates && (
                  <Alert
                    className={styles.note}
                    type="warning"
                    showIcon
                    title={t('opinion.departs')}
                    description={opinion.reason}
                  />
                )}
              </>
            ) : (
              <p className={styles.quiet}>{t('opinion.none')}</p>
            )}
          </Panel>
        </div>
      </div>
      {open === 'rewrite' && <RewriteForm nomination={data} onClose={close} />}
      {open === 'submit' && <SubmitForm nomination={data} onClose={close} />}
      {open === 'opinion' && <OpinionForm nomination={data} onClose={close} />}
      {open === 'refuse' && <RefuseForm nomination={data} onClose={close} />}
    </>
  )
}
