import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import { cluster, content } from '../api/client'
import type { Inspection, Season } from '../api/types'
import { everyPage } from '../app/everyPage'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { LIVE } from '../app/queries'
import styles from '../clusters/Clusters.module.css'
import { useSeasonLock, useSpokenFor } from '../clusters/rights'
import { Panel } from '../ui/Facts'
import { Failed } from '../ui/Failed'
import { Nothing } from '../ui/Nothing'
import { ProvenanceMark } from '../ui/Provenance'
import { Lock } from '../ui/ReasonOfLock'
import { CloseFinding, InspectionForm, RemedyForm, WithdrawInspection } from './InspectionForms'

type Finding = Inspection['findings'][number]
const colours: Record<Finding['state'], string> = { OPEN: 'red', REMEDIED: 'gold', CLOSED: 'green' }

function useInspections(seasonId: string) {
  return useQuery({
    queryKey: ['seasons', 'inspections', seasonId],
    queryFn: () =>
      everyPage<Inspection>((after) =>
        content(cluster.GET('/api/v1/inspections', { params: { query: { seasonId, after, limit: 200 } } })),
      ),
    ...LIVE,
  })
}

/** Who of the members was looked at in a season, what was found, and what became of it. */
export function Inspections({ season }: { season: Season }) {
  const { t } = useI18n()
  const lock = useSeasonLock(season)
  const [adding, setAdding] = useState(false)
  const { data, error, refetch } = useInspections(season.id)
  return (
    <div className={styles.stack}>
      <div>
        <Lock reason={lock}>
          {(locked) => (
            <Button
              icon={<PlusOutlined />}
              disabled={locked}
              onClick={() => setAdding(true)}
              data-testid="inspection-create"
            >
              {t('inspection.create')}
            </Button>
          )}
        </Lock>
      </div>
      {!data ? (
        <Panel>{error ? <Failed failure={error} retry={() => refetch()} /> : <Skeleton active />}</Panel>
      ) : data.length === 0 ? (
        <Panel>
          <Nothing title={t('inspection.empty')} text={t('inspection.empty.text')} />
        </Panel>
      ) : (
        data.map((one) => <One key={one.id} inspection={one} season={season} />)
      )}
      {adding && <InspectionForm season={season} onClose={() => setAdding(false)} />}
    </div>
  )
}

function One({ inspection, season }: { inspection: Inspection; season: Season }) {
  const { t } = useI18n()
  const formats = useFormats()
  const lock = useSeasonLock(season)
  const withdrawn = inspection.withdrawnBecause !== null
  return (
    <Panel
      title={`${inspection.unitName} · ${inspection.subject}`}
      aside={<ProvenanceMark provenance={inspection.provenance} source={inspection.source} />}
      testId={`inspection-${inspection.id}`}
    >
      <p className={styles.quiet}>
        {t('inspection.by', { inspector: inspection.inspector, date: formats.date(inspection.heldOn) })}
      </p>
      {withdrawn && (
        <p data-testid="inspection-withdrawn">
          {t('inspection.withdrawn', { reason: inspection.withdrawnBecause ?? '' })}
        </p>
      )}
      {inspection.conclusion && <p className={styles.text}>{inspection.conclusion}</p>}
      {inspection.findings.length === 0 ? (
        <p className={styles.quiet}>{t('inspection.findings.none')}</p>
      ) : (
        <ul className={styles.list}>
          {inspection.findings.map((finding) => (
            <OneFinding
              key={finding.id}
              finding={finding}
              inspection={inspection}
              lock={lock}
              over={withdrawn || season.state === 'CLOSED'}
            />
          ))}
        </ul>
      )}
      {!withdrawn && (
        <Lock reason={lock}>
          {(locked) => <WithdrawInspection inspection={inspection} locked={locked} />}
        </Lock>
      )}
    </Panel>
  )
}

interface FindingProps {
  finding: Finding
  inspection: Inspection
  lock: string | undefined
  /** Nothing can be done about it any more. */
  over: boolean
}

function OneFinding({ finding, inspection, lock, over }: FindingProps) {
  const { t } = useI18n()
  const formats = useFormats()
  const own = useSpokenFor([inspection.unitId]).length > 0
  const [answering, setAnswering] = useState(false)
  return (
    <li data-testid={`finding-${finding.id}`}>
      <p className={styles.text}>{finding.text}</p>
      <p className={styles.review}>
        <Tag color={colours[finding.state]} data-testid={`finding-state-${finding.state}`}>
          {t(`inspection.state.${finding.state}`)}
        </Tag>
        {finding.dueOn && <span>{t('due.by', { date: formats.date(finding.dueOn) })}</span>}
        {finding.closedOn && (
          <span>{t('inspection.closedOn', { date: formats.date(finding.closedOn) })}</span>
        )}
      </p>
      {finding.remedy && finding.remediedOn && (
        <p className={styles.text}>
          {t('inspection.remediedOn', { date: formats.date(finding.remediedOn), text: finding.remedy })}
        </p>
      )}
      {finding.state !== 'CLOSED' && !over && (
        <p className={styles.review}>
          <Lock reason={own ? undefined : t('inspection.lock.unit')}>
            {(locked) => (
              <Button
                size="small"
                disabled={locked}
                onClick={() => setAnswering(true)}
                data-testid="finding-remedy"
              >
                {t(finding.state === 'OPEN' ? 'inspection.remedy' : 'inspection.remedy.again')}
              </Button>
            )}
          </Lock>
          {finding.state === 'REMEDIED' && (
            <Lock reason={lock}>
              {(locked) => <CloseFinding inspection={inspection} finding={finding} locked={locked} />}
            </Lock>
          )}
        </p>
      )}
      {answering && (
        <RemedyForm inspection={inspection} finding={finding} onClose={() => setAnswering(false)} />
      )}
    </li>
  )
}
