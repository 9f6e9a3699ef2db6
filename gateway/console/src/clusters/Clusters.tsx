import { GroupOutlined, PlusOutlined, SearchOutlined } from '@ant-design/icons'
import { App, Button, Input } from 'antd'
import { useEffect, useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { Cluster } from '../api/types'
import { Guarded } from '../app/Guarded'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { AsOf } from '../ui/AsOf'
import { ButtonLink } from '../ui/ButtonLink'
import { DataTable } from '../ui/DataTable'
import { DateField } from '../ui/DateField'
import filters from '../ui/Filters.module.css'
import { PageHeader } from '../ui/PageHeader'
import { ProvenanceMark } from '../ui/Provenance'
import { ReasonOfLock } from '../ui/ReasonOfLock'
import { rowsOf } from '../ui/rows'
import { UnitFilter } from '../ui/UnitFilter'
import { useDebounced } from '../ui/useDebounced'
import { ClusterForm } from './ClusterForm'
import { useClusters } from './queries'

export function Clusters() {
  return (
    <Guarded ability="CLUSTERS_READ">
      <Screen />
    </Guarded>
  )
}

function Screen() {
  const { t } = useI18n()
  const formats = useFormats()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [params, setParams] = useSearchParams()
  const [creating, setCreating] = useState(false)
  const [words, setWords] = useState(params.get('q') ?? '')
  const settled = useDebounced(words.trim())

  const set = (name: string, value: string | null | undefined) =>
    setParams(
      (old) => {
        if (value) old.set(name, value)
        else old.delete(name)
        return old
      },
      { replace: true },
    )
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the settled words move the address
  useEffect(() => set('q', settled), [settled])

  const asOf = params.get('asOf') ?? undefined
  const query = useClusters({
    q: settled || undefined,
    organiserId: params.get('organiserId') ?? undefined,
    memberId: params.get('memberId') ?? undefined,
    asOf,
  })
  return (
    <>
      <PageHeader
        title={t('clusters.title')}
        lead={t('clusters.lead')}
        actions={
          <>
            <ReasonOfLock ability="CLUSTERS_WRITE">
              {(locked) => (
                <ButtonLink
                  to="/clusters/grouping"
                  icon={<GroupOutlined />}
                  disabled={locked}
                  data-testid="grouping-open"
                >
                  {t('grouping.open')}
                </ButtonLink>
              )}
            </ReasonOfLock>
            <ReasonOfLock ability="CLUSTERS_WRITE">
              {(locked) => (
                <Button
                  type="primary"
                  icon={<PlusOutlined />}
                  disabled={locked}
                  onClick={() => setCreating(true)}
                  data-testid="cluster-create"
                >
                  {t('clusters.create')}
                </Button>
              )}
            </ReasonOfLock>
          </>
        }
      />
      <div className={filters.bar}>
        <Input
          className={filters.search}
          prefix={<SearchOutlined />}
          allowClear
          placeholder={t('clusters.search')}
          aria-label={t('clusters.search')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          data-testid="cluster-search"
        />
        <div className={filters.wide}>
          <UnitFilter
            id={params.get('organiserId')}
            label={t('clusters.organiser')}
            testId="cluster-organiser-filter"
            onChange={(id) => set('organiserId', id)}
          />
        </div>
        <div className={filters.wide}>
          <UnitFilter
            id={params.get('memberId')}
            label={t('clusters.member')}
            testId="cluster-member-filter"
            onChange={(id) => set('memberId', id)}
          />
        </div>
        <div className={filters.narrow}>
          <DateField
            value={asOf}
            onChange={(value) => set('asOf', value)}
            placeholder={t('asOf.label')}
            aria-label={t('asOf.label')}
            data-testid="cluster-as-of"
          />
        </div>
      </div>
      {asOf && (
        <p className={filters.bar}>
          <AsOf date={asOf} onClear={() => set('asOf', null)} />
        </p>
      )}
      <DataTable<Cluster>
        label={t('clusters.title')}
        testId="cluster-table"
        list={rowsOf(query)}
        rowKey={(cluster) => cluster.id}
        rowTestId={(cluster) => `cluster-row-${cluster.code}`}
        onOpen={(cluster) => navigate(`/clusters/${cluster.id}`)}
        empty={{ title: t('clusters.empty'), text: t('clusters.empty.text') }}
        columns={[
          {
            key: 'name',
            title: t('clusters.name'),
            phone: 'heading',
            wrap: true,
            show: (cluster) => (
              <Link to={`/clusters/${cluster.id}`} className={filters.name}>
                {cluster.name}
              </Link>
            ),
          },
          { key: 'kind', title: t('clusters.kind'), show: (cluster) => t(`clusters.kind.${cluster.kind}`) },
          {
            key: 'organiser',
            title: t('clusters.organiser'),
            wrap: true,
            show: (cluster) => cluster.organiserName,
          },
          {
            key: 'members',
            title: t('clusters.members'),
            align: 'right',
            show: (cluster) => formats.number(cluster.members),
          },
          {
            key: 'mark',
            title: t('clusters.mark'),
            show: (cluster) => <ProvenanceMark provenance={cluster.provenance} source={cluster.source} />,
          },
        ]}
      />
      {creating && (
        <ClusterForm
          cluster={null}
          onClose={() => setCreating(false)}
          onSaved={(made) => {
            message.success(t('clusters.created', { name: made.name }))
            navigate(`/clusters/${made.id}`)
          }}
        />
      )}
    </>
  )
}
