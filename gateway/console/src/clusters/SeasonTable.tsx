import { Tag } from 'antd'
import { Link, useNavigate } from 'react-router'
import type { Season } from '../api/types'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { DataTable } from '../ui/DataTable'
import filters from '../ui/Filters.module.css'
import { NotStated, RecordedMark } from '../ui/Provenance'
import { wholeList } from '../ui/rows'
import { seasonColours } from './kinds'
import { leadersOf } from './overview'
import { useSeasons } from './queries'

export function SeasonTable({ clusterId }: { clusterId: string }) {
  const { t } = useI18n()
  const formats = useFormats()
  const navigate = useNavigate()
  return (
    <DataTable<Season>
      label={t('seasons.title')}
      testId="season-table"
      list={wholeList(useSeasons(clusterId))}
      rowKey={(season) => season.id}
      rowTestId={(season) => `season-row-${season.name}`}
      onOpen={(season) => navigate(`/seasons/${season.id}`)}
      empty={{ title: t('seasons.empty'), text: t('seasons.empty.text') }}
      columns={[
        {
          key: 'name',
          title: t('seasons.name'),
          phone: 'heading',
          show: (season) => (
            <Link to={`/seasons/${season.id}`} className={filters.name}>
              {t('seasons.named', { name: season.name })}
            </Link>
          ),
        },
        {
          key: 'dates',
          title: t('seasons.dates'),
          show: (season) => `${formats.date(season.from)} – ${formats.date(season.to)}`,
        },
        {
          key: 'head',
          title: t('heads.HEAD'),
          wrap: true,
          show: (season) => leadersOf(season).head?.unitName ?? <NotStated />,
        },
        {
          key: 'deputies',
          title: t('heads.DEPUTY'),
          wrap: true,
          show: (season) =>
            leadersOf(season)
              .deputies.map((deputy) => deputy.unitName)
              .join(', ') || '—',
        },
        {
          key: 'state',
          title: t('mandate.state'),
          show: (season) => (
            <>
              <Tag color={seasonColours[season.state]}>{t(`seasons.state.${season.state}`)}</Tag>
              {season.mode === 'RECORDED' && <RecordedMark />}
            </>
          ),
        },
      ]}
    />
  )
}
