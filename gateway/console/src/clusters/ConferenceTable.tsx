import { Link, useNavigate } from 'react-router'
import type { Conference } from '../api/types'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { DataTable } from '../ui/DataTable'
import filters from '../ui/Filters.module.css'
import { NotStated, ProvenanceMark } from '../ui/Provenance'
import { wholeList } from '../ui/rows'
import { usePurposes } from './purposes'
import { useConferences } from './queries'

export function ConferenceTable({ filter }: { filter: { clusterId?: string; seasonId?: string } }) {
  const { t } = useI18n()
  const formats = useFormats()
  const navigate = useNavigate()
  const purposes = usePurposes()
  return (
    <DataTable<Conference>
      label={t('conferences.title')}
      testId="conference-table"
      list={wholeList(useConferences(filter))}
      rowKey={(conference) => conference.id}
      rowTestId={(conference) => `conference-row-${conference.heldOn}`}
      onOpen={(conference) => navigate(`/conferences/${conference.id}`)}
      empty={{ title: t('conferences.empty'), text: t('conferences.empty.text') }}
      columns={[
        { key: 'heldOn', title: t('conferences.heldOn'), show: (one) => formats.date(one.heldOn) },
        {
          key: 'title',
          title: t('conferences.one'),
          phone: 'heading',
          wrap: true,
          show: (one) => (
            <span className={filters.pair}>
              <Link to={`/conferences/${one.id}`} className={filters.name}>
                {one.title}
              </Link>
              <span className={filters.small}>{purposes(one.purposes).join(' · ')}</span>
            </span>
          ),
        },
        { key: 'place', title: t('conferences.place'), wrap: true, show: (one) => one.place },
        {
          key: 'host',
          title: t('conferences.host'),
          wrap: true,
          show: (one) => one.hostUnitName ?? <NotStated />,
        },
        {
          key: 'mark',
          title: t('clusters.mark'),
          show: (one) => <ProvenanceMark provenance={one.provenance} source={one.source} />,
        },
      ]}
    />
  )
}
