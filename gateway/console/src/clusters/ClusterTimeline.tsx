import { Skeleton } from 'antd'
import { useMemo } from 'react'
import { Link } from 'react-router'
import type { Headship, Season } from '../api/types'
import { useI18n } from '../app/i18n'
import { tag, today } from '../app/i18n/dates'
import { Panel } from '../ui/Facts'
import { Failed } from '../ui/Failed'
import { Nothing } from '../ui/Nothing'
import { ProvenanceMark } from '../ui/Provenance'
import { type Bar, type Row, Timeline } from '../ui/Timeline'
import { rangeOf } from '../ui/timeline'
import styles from './Clusters.module.css'
import { leadersOf, standings } from './overview'
import { useHeadships, useMembers, useSeasons } from './queries'

/** Seasons, members and who led when, on one line of time. */
export function ClusterTimeline({ id }: { id: string }) {
  const { t, language } = useI18n()
  const seasons = useSeasons(id)
  const members = useMembers(id, 'all')
  const headships = useHeadships(id)
  const collator = useMemo(() => new Intl.Collator(tag[language]), [language])
  const failed = [seasons, members, headships].find((query) => query.error && !query.data)
  if (failed) {
    return (
      <Panel>
        <Failed failure={failed.error} retry={() => failed.refetch()} />
      </Panel>
    )
  }
  if (!seasons.data || !members.data || !headships.data) return <Skeleton active />
  if (seasons.data.length === 0 && members.data.length === 0) {
    return (
      <Panel>
        <Nothing title={t('clusters.timeline.empty')} text={t('clusters.timeline.empty.text')} />
      </Panel>
    )
  }
  const rows: Row[] = [
    ...seasons.data
      .slice()
      .sort((a, b) => a.from.localeCompare(b.from))
      .map((season, i) => ({
        key: season.id,
        group: i === 0 ? t('seasons.title') : undefined,
        testId: `timeline-season-${season.name}`,
        name: <Link to={`/seasons/${season.id}`}>{t('seasons.named', { name: season.name })}</Link>,
        bars: [seasonBar(season)],
      })),
    ...standings(members.data, headships.data, collator).map((standing, i) => ({
      key: standing.unitId,
      group: i === 0 ? t('clusters.members') : undefined,
      testId: `timeline-unit-${standing.unitName}`,
      name: (
        <>
          <Link to={`/units/${standing.unitId}`}>{standing.unitName}</Link>
          {standing.memberships.slice(0, 1).map((member) => (
            <ProvenanceMark key={member.id} small provenance={member.provenance} source={member.source} />
          ))}
        </>
      ),
      bars: [
        ...standing.offices.map(officeBar),
        ...standing.memberships.map(
          (member): Bar => ({
            key: member.id,
            from: member.from,
            to: member.to,
            tone: 'member',
            label: t('clusters.member'),
            detail: (
              <>
                {member.leaveReason && <div>{t('clusters.left', { reason: member.leaveReason })}</div>}
                <ProvenanceMark provenance={member.provenance} source={member.source} />
                {member.source && <div className={styles.quiet}>{member.source}</div>}
              </>
            ),
          }),
        ),
      ],
    })),
  ]

  function seasonBar(season: Season): Bar {
    const { head, deputies } = leadersOf(season)
    return {
      key: season.id,
      from: season.from,
      to: season.to,
      tone: 'season',
      label: head ? t('seasons.headed', { unit: head.unitName }) : t('seasons.headUnknown'),
      testId: `bar-season-${season.name}`,
      detail: (
        <>
          {deputies.length > 0 && (
            <div>
              {t('seasons.deputies', { units: deputies.map((deputy) => deputy.unitName).join(', ') })}
            </div>
          )}
          <div>
            {t(`mode.${season.mode}`)} · {t(`seasons.state.${season.state}`)}
          </div>
          <Link to={`/seasons/${season.id}`}>{t('seasons.open')}</Link>
        </>
      ),
    }
  }

  function officeBar(office: Headship): Bar {
    return {
      key: office.id,
      from: office.from,
      to: office.to,
      tone: office.role === 'HEAD' ? 'head' : 'deputy',
      label: t(`heads.${office.role}.season`, { season: office.seasonName }),
      testId: `bar-${office.role}-${office.seasonName}-${office.unitName}`,
      detail: (
        <>
          <div>{t(`heads.how.${office.how}`)}</div>
          {office.representative && <div>{office.representative}</div>}
          {office.source && <div className={styles.quiet}>{office.source}</div>}
        </>
      ),
    }
  }

  return (
    <Timeline
      label={t('clusters.timeline')}
      testId="cluster-timeline"
      rows={rows}
      range={rangeOf(seasons.data, members.data, today())}
      legend={[
        { tone: 'season', label: t('seasons.one') },
        { tone: 'head', label: t('heads.HEAD') },
        { tone: 'deputy', label: t('heads.DEPUTY') },
        { tone: 'member', label: t('clusters.member') },
      ]}
    />
  )
}
