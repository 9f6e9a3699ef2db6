import { EditOutlined, PlusOutlined } from '@ant-design/icons'
import { App, Button, Skeleton, Tabs } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import type { Cluster } from '../api/types'
import { Guarded } from '../app/Guarded'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { useSession } from '../app/session'
import { FoundingPanel } from '../founding/FoundingPanel'
import { AuditTrail } from '../history/AuditTrail'
import { Facts, Panel } from '../ui/Facts'
import { Failed } from '../ui/Failed'
import { PageHeader } from '../ui/PageHeader'
import { NotStated, ProvenanceMark } from '../ui/Provenance'
import { ReasonOfLock } from '../ui/ReasonOfLock'
import { ClusterForm } from './ClusterForm'
import styles from './Clusters.module.css'
import { ClusterTimeline } from './ClusterTimeline'
import { ConferenceTable } from './ConferenceTable'
import { MemberTable } from './MemberTable'
import { MovementTable } from './Movements'
import { useCluster } from './queries'
import { SeasonForm } from './SeasonForm'
import { SeasonTable } from './SeasonTable'

export function ClusterPage() {
  const { id = '' } = useParams()
  return (
    <Guarded ability="CLUSTERS_READ">
      <Screen key={id} id={id} />
    </Guarded>
  )
}

function Screen({ id }: { id: string }) {
  const { t } = useI18n()
  const { may } = useSession()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const [params, setParams] = useSearchParams()
  const [form, setForm] = useState<'change' | 'season' | null>(null)
  const { data: cluster, error, refetch } = useCluster(id)
  if (!cluster) {
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
        above={<Link to="/clusters">{t('nav.clusters')}</Link>}
        title={cluster.name}
        lead={
          <span className={styles.marks}>
            {t(`clusters.kind.${cluster.kind}`)} · <code>{cluster.code}</code>
            <ProvenanceMark provenance={cluster.provenance} source={cluster.source} />
          </span>
        }
        actions={
          <>
            <ReasonOfLock ability="CLUSTERS_WRITE">
              {(locked) => (
                <Button
                  icon={<EditOutlined />}
                  disabled={locked}
                  onClick={() => setForm('change')}
                  data-testid="cluster-edit"
                >
                  {t('clusters.edit')}
                </Button>
              )}
            </ReasonOfLock>
            <ReasonOfLock ability="CLUSTERS_WRITE">
              {(locked) => (
                <Button
                  type="primary"
                  icon={<PlusOutlined />}
                  disabled={locked}
                  onClick={() => setForm('season')}
                  data-testid="season-create"
                >
                  {t('seasons.create')}
                </Button>
              )}
            </ReasonOfLock>
          </>
        }
      />
      <Tabs
        tabBarGutter={18}
        activeKey={params.get('tab') ?? 'overview'}
        onChange={(key) => setParams(key === 'overview' ? {} : { tab: key }, { replace: true })}
        items={[
          { key: 'overview', label: tab('overview'), children: <Overview cluster={cluster} /> },
          { key: 'members', label: tab('members'), children: <MemberTable cluster={cluster} /> },
          { key: 'seasons', label: tab('seasons'), children: <SeasonTable clusterId={id} /> },
          {
            key: 'conferences',
            label: tab('conferences'),
            children: <ConferenceTable filter={{ clusterId: id }} />,
          },
          {
            key: 'movements',
            label: tab('movements'),
            children: <MovementTable filter={{ clusterId: id }} />,
          },
          ...(may('AUDIT_READ')
            ? [
                {
                  key: 'audit',
                  label: tab('audit'),
                  children: <AuditTrail service="cluster" aggregateId={id} />,
                },
              ]
            : []),
        ]}
      />
      {form === 'change' && (
        <ClusterForm
          cluster={cluster}
          onClose={() => setForm(null)}
          onSaved={(saved) => message.success(t('clusters.changed', { name: saved.name }))}
        />
      )}
      {form === 'season' && (
        <SeasonForm
          clusterId={id}
          season={null}
          onClose={() => setForm(null)}
          onSaved={(season) => navigate(`/seasons/${season.id}`)}
        />
      )}
    </>
  )

  function tab(key: 'overview' | 'members' | 'seasons' | 'conferences' | 'movements' | 'audit') {
    return <span data-testid={`cluster-tab-${key}`}>{t(`clusters.tab.${key}`)}</span>
  }
}

function Overview({ cluster }: { cluster: Cluster }) {
  const { t } = useI18n()
  const formats = useFormats()
  return (
    <div className={styles.stack}>
      <ClusterTimeline id={cluster.id} />
      <Panel testId="cluster-info">
        <Facts
          items={[
            {
              label: t('clusters.organiser'),
              value: <Link to={`/units/${cluster.organiserId}`}>{cluster.organiserName}</Link>,
              testId: 'cluster-organiser',
            },
            { label: t('clusters.kind'), value: t(`clusters.kind.${cluster.kind}.long`) },
            {
              label: t('clusters.membersToday'),
              value: formats.number(cluster.members),
              testId: 'cluster-members',
            },
            {
              label: t('clusters.foundedOn'),
              value: cluster.foundedOn ? formats.date(cluster.foundedOn) : <NotStated />,
            },
            { label: t('provenance.source'), value: cluster.source ?? t('provenance.LIVE') },
          ]}
        />
      </Panel>
      <FoundingPanel clusterId={cluster.id} />
    </div>
  )
}
