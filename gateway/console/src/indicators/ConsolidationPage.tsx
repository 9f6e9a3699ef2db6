import { Alert, Button, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { DataTable } from '../ui/DataTable'
import { Failed } from '../ui/Failed'
import { Nothing } from '../ui/Nothing'
import { PageHeader } from '../ui/PageHeader'
import { ProvenanceMark } from '../ui/Provenance'
import { ClusterPlanOf } from './ClusterPlan'
import { ConsolidatedNumber } from './ConsolidatedNumber'
import styles from './Consolidation.module.css'
import { ConsolidationActions } from './ConsolidationActions'
import { type ConsolidatedRow, type Consolidation, inWords, useConsolidation } from './consolidationQueries'
import { usePeriod } from './reportQueries'
import { useSeason } from './season'
import type { Period, Season } from './types'
import { UsualRules } from './UsualRules'
import { useWritten } from './useAnswers'

const colours = { DRAFT: 'default', SUBMITTED: 'processing', ADOPTED: 'success' } as const

/** So many members without a report are named; the others are counted. */
const NAMED = 12

/** A cluster's own report of a period, each number made of its members'. */
export function ConsolidationPage() {
  const { id = '' } = useParams()
  const found = useConsolidation(id)
  const period = usePeriod(id)
  const season = useSeason(found.data?.seasonId)
  const failure = found.error ?? period.error ?? season.error
  if (!found.data || !period.data || !season.data) {
    return failure ? (
      <Failed
        failure={failure}
        retry={() => {
          found.refetch()
          period.refetch()
          season.refetch()
        }}
      />
    ) : (
      <Skeleton active paragraph={{ rows: 12 }} />
    )
  }
  return <ConsolidationOf query={found} found={found.data} period={period.data} season={season.data} />
}

interface Props {
  query: ReturnType<typeof useConsolidation>
  found: Consolidation
  period: Period
  season: Season
}

function ConsolidationOf({ query, found, period, season }: Props) {
  const { t } = useI18n()
  const formats = useFormats()
  const [params, setParams] = useSearchParams()
  const [opened, setOpened] = useState<string | null>(() => params.get('indicator'))
  const missing = found.members.filter(({ handedIn }) => !handedIn)
  const row = found.rows.find(({ indicatorId }) => indicatorId === opened)
  const open = (indicatorId: string | null) => {
    setOpened(indicatorId)
    setParams(indicatorId ? { indicator: indicatorId } : {}, { replace: true })
  }
  return (
    <>
      <PageHeader
        title={t('consolidation.title')}
        above={
          <>
            <Link to={`/seasons/${season.id}/reports`}>
              {season.clusterName} · {t('season.name', { name: season.name })}
            </Link>{' '}
            <ProvenanceMark provenance={season.provenance} source={season.source} small />
          </>
        }
        lead={
          <span>
            {period.name}{' '}
            <Tag color={colours[found.status]} data-testid={`consolidation-${found.status}`}>
              {t(`consolidation.status.${found.status}`)}
            </Tag>
            {found.status !== 'DRAFT' && (found.adoptedAt ?? found.submittedAt) && (
              <span className={styles.quiet}>
                {formats.instant((found.adoptedAt ?? found.submittedAt) as string)}
              </span>
            )}
          </span>
        }
        actions={<ConsolidationActions found={found} missing={missing.length} />}
      />
      {found.status === 'DRAFT' && found.returnedBecause && (
        <Alert
          type="warning"
          showIcon
          className={styles.note}
          title={t('consolidation.returned', { reason: found.returnedBecause })}
        />
      )}
      <div className={styles.lead}>
        <p>{t('consolidation.lead')}</p>
        <p data-testid="consolidation-members">
          <strong>
            {t('consolidation.members', {
              n: found.members.length - missing.length,
              m: found.members.length,
            })}
          </strong>
          {missing.length > 0 && (
            <>
              {'. '}
              {t('consolidation.missing', {
                units: missing
                  .slice(0, NAMED)
                  .map(({ unitName, unitCode }) => unitName ?? unitCode ?? '…')
                  .join(', '),
              })}
              {missing.length > NAMED && ` ${t('consolidation.missing.more', { n: missing.length - NAMED })}`}
            </>
          )}
        </p>
      </div>
      <UsualRules rows={found.rows} />
      {found.rows.length === 0 ? (
        <Nothing title={t('consolidation.empty')} />
      ) : (
        <DataTable<ConsolidatedRow>
          list={{
            rows: found.rows,
            failure: query.error,
            loadedAt: query.dataUpdatedAt,
            retry: () => query.refetch(),
          }}
          label={t('consolidation.title')}
          testId="consolidation-table"
          rowKey={(one) => one.indicatorId}
          rowTestId={(one) => `consolidated-${one.code}`}
          empty={{ title: t('consolidation.empty') }}
          columns={[
            {
              key: 'indicator',
              title: t('targets.indicator'),
              phone: 'heading',
              show: (one) => (
                <>
                  <Button
                    type="link"
                    className={styles.name}
                    onClick={() => open(one.indicatorId)}
                    data-testid={`consolidated-open-${one.code}`}
                  >
                    {one.name}
                  </Button>
                  <div className={styles.quiet}>
                    {one.code} · {one.unitOfMeasure}
                  </div>
                </>
              ),
            },
            { key: 'rule', title: t('consolidation.rule'), show: (one) => <RuleOf row={one} /> },
            {
              key: 'coverage',
              title: t('consolidation.coverage'),
              show: (one) => <CoverageOf row={one} />,
            },
            {
              key: 'value',
              title: t('consolidation.value'),
              align: 'right',
              show: (one) => <NumberOf row={one} />,
            },
            {
              key: 'plan',
              title: t('consolidation.plan'),
              align: 'right',
              show: (one) => <ClusterPlanOf row={one} />,
            },
          ]}
        />
      )}
      {row && <ConsolidatedNumber found={found} row={row} onClose={() => open(null)} />}
    </>
  )
}

function RuleOf({ row }: { row: ConsolidatedRow }) {
  const { t } = useI18n()
  if (row.rule === null) {
    return (
      <div className={styles.moved} data-testid={`consolidated-${row.code}-unsaid`}>
        {t('consolidation.rule.unsaid', { rule: t(`consolidation.rule.${row.suggested}`) })}
      </div>
    )
  }
  const rule = t(`consolidation.rule.${row.rule}`)
  return row.weightCode ? t('consolidation.rule.by', { rule, code: row.weightCode }) : rule
}

function CoverageOf({ row }: { row: ConsolidatedRow }) {
  const { t } = useI18n()
  return (
    <>
      {t('consolidation.coverage.of', { n: row.known, m: row.expected })}
      {row.missing > 0 && (
        <Tag color="warning" className={styles.tag}>
          {t('consolidation.coverage.missing', { n: row.missing })}
        </Tag>
      )}
      {row.notApplicableMembers > 0 && (
        <span className={styles.quiet}>
          {' '}
          {t('consolidation.coverage.notApplicable', { n: row.notApplicableMembers })}
        </span>
      )}
    </>
  )
}

function NumberOf({ row }: { row: ConsolidatedRow }) {
  const { t } = useI18n()
  const written = useWritten()
  const number = (value: number | null) =>
    value === null ? t('consolidation.notKnown') : written(value, inWords(row))
  return (
    <>
      <strong data-testid={`consolidated-${row.code}-value`}>
        {row.approximate && '≈ '}
        {row.notApplicable && row.adjusted === null ? t('consolidation.concernsNobody') : number(row.value)}
      </strong>
      {row.adjusted !== null && (
        <div className={styles.quiet} data-testid={`consolidated-${row.code}-adjusted`}>
          {t('consolidation.adjustedFrom', { value: number(row.computed), reason: row.reason ?? '' })}
        </div>
      )}
      {row.overtaken && <div className={styles.moved}>{t('consolidation.overtaken')}</div>}
      {row.now && (
        <div className={styles.moved}>{t('consolidation.moved', { value: number(row.now.computed) })}</div>
      )}
      {row.explanation && <div className={styles.quiet}>{row.explanation}</div>}
    </>
  )
}
