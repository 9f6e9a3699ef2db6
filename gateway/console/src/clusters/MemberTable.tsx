import { PlusOutlined } from '@ant-design/icons'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { Cluster, Member } from '../api/types'
import { useI18n } from '../app/i18n'
import { today } from '../app/i18n/dates'
import { useFormats } from '../app/i18n/useFormats'
import { AsOf } from '../ui/AsOf'
import { DataTable } from '../ui/DataTable'
import { DateField } from '../ui/DateField'
import filters from '../ui/Filters.module.css'
import { ProvenanceMark } from '../ui/Provenance'
import { ReasonOfLock } from '../ui/ReasonOfLock'
import { wholeList } from '../ui/rows'
import { AdmitMember, EndMembership } from './MemberForms'
import { useMembers } from './queries'

/** Everybody who is or was a member, or who was on one day. */
export function MemberTable({ cluster }: { cluster: Cluster }) {
  const { t } = useI18n()
  const formats = useFormats()
  const [params, setParams] = useSearchParams()
  const [admitting, setAdmitting] = useState(false)
  const [leaving, setLeaving] = useState<Member | null>(null)
  const asOf = params.get('asOf')
  const query = useMembers(cluster.id, asOf ?? 'all')
  const setAsOf = (value: string | null) =>
    setParams(
      (old) => {
        if (value) old.set('asOf', value)
        else old.delete('asOf')
        return old
      },
      { replace: true },
    )
  const day = asOf ?? today()
  const stands = (member: Member) =>
    day < member.from ? 'future' : member.to && day > member.to ? 'past' : 'now'
  return (
    <>
      <div className={filters.bar}>
        <div className={filters.narrow}>
          <DateField
            value={asOf}
            onChange={setAsOf}
            placeholder={t('asOf.label')}
            aria-label={t('asOf.label')}
            data-testid="member-as-of"
          />
        </div>
        {asOf && <AsOf date={asOf} onClear={() => setAsOf(null)} />}
        <span className={filters.search} />
        <ReasonOfLock ability="CLUSTERS_WRITE">
          {(locked) => (
            <Button
              icon={<PlusOutlined />}
              disabled={locked}
              onClick={() => setAdmitting(true)}
              data-testid="member-admit"
            >
              {t('members.admit')}
            </Button>
          )}
        </ReasonOfLock>
      </div>
      <DataTable<Member>
        label={t('clusters.members')}
        testId="member-table"
        list={wholeList(query)}
        rowKey={(member) => member.id}
        rowTestId={(member) => `member-row-${member.unitCode}`}
        empty={{ title: t('members.empty'), text: t('members.empty.text') }}
        columns={[
          {
            key: 'unit',
            title: t('members.unit'),
            phone: 'heading',
            wrap: true,
            show: (member) => (
              <Link to={`/units/${member.unitId}`} className={filters.name}>
                {member.unitName}
              </Link>
            ),
          },
          { key: 'from', title: t('members.from'), show: (member) => formats.date(member.from) },
          {
            key: 'to',
            title: t('members.to'),
            show: (member) => (member.to ? formats.date(member.to) : t('mandate.openEnd')),
          },
          {
            key: 'state',
            title: t('mandate.state'),
            show: (member) => {
              const now = stands(member)
              return <Tag color={now === 'now' ? 'success' : 'default'}>{t(`members.state.${now}`)}</Tag>
            },
          },
          {
            key: 'mark',
            title: t('clusters.mark'),
            show: (member) => <ProvenanceMark provenance={member.provenance} source={member.source} />,
          },
          {
            key: 'leaving',
            title: t('members.leaving'),
            align: 'right',
            wrap: true,
            show: (member) =>
              member.leaveReason ??
              (stands(member) === 'past' ? (
                '—'
              ) : (
                <ReasonOfLock ability="CLUSTERS_WRITE">
                  {(locked) => (
                    <Button
                      size="small"
                      type="text"
                      danger
                      disabled={locked}
                      onClick={() => setLeaving(member)}
                      data-testid={`member-leave-${member.unitCode}`}
                    >
                      {t('members.leave')}
                    </Button>
                  )}
                </ReasonOfLock>
              )),
          },
        ]}
      />
      {admitting && <AdmitMember clusterId={cluster.id} onClose={() => setAdmitting(false)} />}
      {leaving && <EndMembership member={leaving} onClose={() => setLeaving(null)} />}
    </>
  )
}
