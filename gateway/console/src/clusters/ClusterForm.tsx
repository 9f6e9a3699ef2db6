import { useQueryClient } from '@tanstack/react-query'
import { Form, Input, Radio } from 'antd'
import { cluster as api, content, ifMatch } from '../api/client'
import type { Cluster } from '../api/types'
import { useI18n } from '../app/i18n'
import { DateField } from '../ui/DateField'
import { FormDrawer, type Source } from '../ui/FormDrawer'
import { type Named, UnitPicker } from '../ui/Picker'
import { CLUSTER_KINDS } from './kinds'
import { type Origin, OriginFields, OWN, originOf } from './OriginFields'
import { getCluster, refresh } from './queries'

interface Values extends Origin {
  code: string
  name: string
  kind: Cluster['kind']
  organiserId: Named | null
  foundedOn: string | null
}

function sourceOf(cluster: Cluster | null): Source<Values> {
  return cluster
    ? {
        version: cluster.version,
        values: { ...cluster, organiserId: { id: cluster.organiserId, name: cluster.organiserName } },
      }
    : {
        version: null,
        values: { code: '', name: '', kind: 'REGIONAL', organiserId: null, foundedOn: null, ...OWN },
      }
}

interface Props {
  /** Null for a new one. */
  cluster: Cluster | null
  onClose(): void
  onSaved(cluster: Cluster): void
}

export function ClusterForm({ cluster, onClose, onSaved }: Props) {
  const { t } = useI18n()
  const queries = useQueryClient()
  const required = [{ required: true, whitespace: true, message: t('form.required') }]
  return (
    <FormDrawer<Values>
      title={t(cluster ? 'clusters.edit' : 'clusters.create')}
      source={sourceOf(cluster)}
      labels={{
        code: t('clusters.code'),
        name: t('clusters.name'),
        kind: t('clusters.kind'),
        foundedOn: t('clusters.foundedOn'),
        provenance: t('form.provenance'),
        source: t('provenance.source'),
      }}
      reload={cluster ? async () => sourceOf(await getCluster(cluster.id)) : undefined}
      onClose={onClose}
      send={async (typed, version, headers) => {
        const body = {
          code: typed.code.trim().toUpperCase(),
          name: typed.name.trim(),
          kind: typed.kind,
          // The form does not submit without one; the empty id is refused by the service like any other.
          organiserId: typed.organiserId?.id ?? '',
          foundedOn: typed.foundedOn ?? null,
          ...originOf(typed),
        }
        const saved = cluster
          ? await content<Cluster>(
              api.PUT('/api/v1/clusters/{id}', {
                params: { path: { id: cluster.id } },
                body,
                headers: { ...headers, ...ifMatch(version ?? cluster.version) },
              }),
            )
          : await content<Cluster>(api.POST('/api/v1/clusters', { body, headers }))
        refresh(queries)
        onSaved(saved)
      }}
    >
      {() => (
        <>
          <Form.Item name="code" label={t('clusters.code')} rules={required}>
            <Input maxLength={35} autoComplete="off" spellCheck={false} data-testid="cluster-code-input" />
          </Form.Item>
          <Form.Item name="name" label={t('clusters.name')} rules={required}>
            <Input.TextArea rows={2} maxLength={300} data-testid="cluster-name-input" />
          </Form.Item>
          <Form.Item name="kind" label={t('clusters.kind')} rules={[{ required: true }]}>
            <Radio.Group
              options={CLUSTER_KINDS.map((value) => ({ value, label: t(`clusters.kind.${value}.long`) }))}
              vertical
              data-testid="cluster-kind"
            />
          </Form.Item>
          {cluster ? null : (
            <Form.Item
              name="organiserId"
              label={t('clusters.organiser')}
              extra={t('clusters.organiser.help')}
              rules={[{ required: true, message: t('form.required') }]}
            >
              <UnitPicker testId="cluster-organiser-picker" />
            </Form.Item>
          )}
          <Form.Item name="foundedOn" label={t('clusters.foundedOn')}>
            <DateField data-testid="cluster-founded-on" />
          </Form.Item>
          <OriginFields />
        </>
      )}
    </FormDrawer>
  )
}
