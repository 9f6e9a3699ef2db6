import { EditOutlined } from '@ant-design/icons'
import { App, Button, Skeleton, Tabs, Tag } from 'antd'
import { useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import type { Season } from '../api/types'
import { Guarded } from '../app/Guarded'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { useSession } from '../app/session'
import { RegulationTab } from '../deliberations/RegulationTab'
import { AuditTrail } from '../history/AuditTrail'
import { Inspections } from '../inspections/Inspections'
import { Panel } from '../ui/Facts'
import { Failed } from '../ui/Failed'
import { PageHeader } from '../ui/PageHeader'
import { ProvenanceMark, RecordedMark } from '../ui/Provenance'
import { Lock, ReasonOfLock } from '../ui/ReasonOfLock'
import styles from './Clusters.module.css'
import { CompactPanel } from './CompactPanel'
import { CompactSummary } from './CompactSummary'
import { DuePanel } from './DuePanel'
import { KeyTasks } from './KeyTasks'
import { seasonColours } from './kinds'
import { Leads } from './Leads'
import { useSeason } from './queries'
import { RegulationPanel } from './RegulationPanel'
import { useSeasonLock } from './rights'
import { SeasonConferences } from './SeasonConferences'
import { SeasonForm } from './SeasonForm'
import { SeasonMovements } from './SeasonMovements'
import { SeasonNav } from './SeasonNav'
import { MoveSeason } from './SeasonState'

export function SeasonPage() {
  const { id = '' } = useParams()
  return (
    <Guarded ability="CLUSTERS_READ">
      <Screen key={id} id={id} />
    </Guarded>
  )
}

function Screen({ id }: { id: string }) {
  const { t } = useI18n()
  const { data: season, error, refetch } = useSeason(id)
  if (!season) {
    return error ? (
      <Panel>
        <Failed failure={error} retry={() => refetch()} />
      </Panel>
    ) : (
      <Skeleton active />
    )
  }
  return (
    <>
      <PageHeader
        above={<Link to={`/clusters/${season.clusterId}`}>{season.clusterName}</Link>}
        title={t('seasons.named', { name: season.name })}
        lead={<Lead season={season} />}
        actions={<Actions season={season} />}
      />
      <SeasonNav seasonId={id} />
      <Sections season={season} />
    </>
  )
}

function Lead({ season }: { season: Season }) {
  const { t } = useI18n()
  const formats = useFormats()
  return (
    <span className={styles.marks}>
      <span data-testid="season-dates">
        {formats.date(season.from)} – {formats.date(season.to)}
      </span>
      <Tag color={seasonColours[season.state]} data-testid={`season-state-${season.state}`}>
        {t(`seasons.state.${season.state}`)}
      </Tag>
      {season.mode === 'RECORDED' && <RecordedMark />}
      <ProvenanceMark provenance={season.provenance} source={season.source} />
      {season.closeReason && (
        <span className={styles.quiet}>{t('seasons.closedBecause', { reason: season.closeReason })}</span>
      )}
    </span>
  )
}

function Actions({ season }: { season: Season }) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const [form, setForm] = useState<'edit' | 'opening' | 'closing' | null>(null)
  const lock = useSeasonLock(season)
  const next =
    season.mode === 'LIVE' && season.state === 'PLANNED'
      ? 'opening'
      : season.state === 'OPEN'
        ? 'closing'
        : null
  return (
    <>
      <ReasonOfLock ability="CLUSTERS_WRITE">
        {(locked) => (
          <Button
            icon={<EditOutlined />}
            disabled={locked}
            onClick={() => setForm('edit')}
            data-testid="season-edit"
          >
            {t('seasons.edit')}
          </Button>
        )}
      </ReasonOfLock>
      {next && (
        <Lock reason={lock}>
          {(locked) => (
            <Button
              type={next === 'opening' ? 'primary' : 'default'}
              disabled={locked}
              onClick={() => setForm(next)}
              data-testid={`season-${next}`}
            >
              {t(`seasons.${next}`)}
            </Button>
          )}
        </Lock>
      )}
      {form === 'edit' && (
        <SeasonForm
          clusterId={season.clusterId}
          season={season}
          onClose={() => setForm(null)}
          onSaved={() => message.success(t('seasons.changed'))}
        />
      )}
      {(form === 'opening' || form === 'closing') && (
        <MoveSeason season={season} way={form} onClose={() => setForm(null)} />
      )}
    </>
  )
}

function Sections({ season }: { season: Season }) {
  const { t } = useI18n()
  const { may } = useSession()
  const [params, setParams] = useSearchParams()
  return (
    <Tabs
      tabBarGutter={18}
      activeKey={params.get('tab') ?? 'overview'}
      onChange={(key) => setParams(key === 'overview' ? {} : { tab: key }, { replace: true })}
      items={[
        {
          key: 'overview',
          label: tab('overview'),
          children: (
            <div className={styles.columns}>
              <div className={styles.stack}>
                <DuePanel season={season} />
                <RegulationPanel season={season} />
              </div>
              <div className={styles.stack}>
                <Leads season={season} />
                <CompactSummary seasonId={season.id} />
              </div>
            </div>
          ),
        },
        { key: 'compact', label: tab('compact'), children: <CompactPanel season={season} /> },
        { key: 'regulation', label: tab('regulation'), children: <RegulationTab season={season} /> },
        { key: 'tasks', label: tab('tasks'), children: <KeyTasks season={season} /> },
        { key: 'inspections', label: tab('inspections'), children: <Inspections season={season} /> },
        { key: 'conferences', label: tab('conferences'), children: <SeasonConferences season={season} /> },
        { key: 'movements', label: tab('movements'), children: <SeasonMovements season={season} /> },
        ...(may('AUDIT_READ')
          ? [
              {
                key: 'audit',
                label: tab('audit'),
                children: <AuditTrail service="cluster" aggregateId={season.id} />,
              },
            ]
          : []),
      ]}
    />
  )

  function tab(
    key:
      | 'overview'
      | 'compact'
      | 'regulation'
      | 'tasks'
      | 'inspections'
      | 'conferences'
      | 'movements'
      | 'audit',
  ) {
    return <span data-testid={`season-tab-${key}`}>{t(`seasons.tab.${key}`)}</span>
  }
}
