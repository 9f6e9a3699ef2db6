import { DesktopOutlined, EditOutlined, PlusOutlined } from '@ant-design/icons'
import { App, Button, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { Minutes, Season } from '../api/types'
import { Guarded } from '../app/Guarded'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { Agenda } from '../conference/Agenda'
import { Invitations } from '../conference/Invitations'
import { Resolutions } from '../conference/Resolutions'
import { Drafts } from '../drafts/Drafts'
import { ButtonLink } from '../ui/ButtonLink'
import { Facts, Panel } from '../ui/Facts'
import { Failed } from '../ui/Failed'
import { PageHeader } from '../ui/PageHeader'
import { PaperMenu } from '../ui/PaperMenu'
import { NotStated, ProvenanceMark } from '../ui/Provenance'
import { Lock } from '../ui/ReasonOfLock'
import styles from './Clusters.module.css'
import { ConferenceForm } from './ConferenceForm'
import { AttendanceForm, PaperForm } from './ConferenceLists'
import { Elections } from './Elections'
import { leadersOf } from './overview'
import { usePurposes } from './purposes'
import { useCluster, useMinutes, useSeasons } from './queries'
import { useConferenceLock } from './rights'

export function ConferencePage() {
  const { id = '' } = useParams()
  return (
    <Guarded ability="CLUSTERS_READ">
      <Screen key={id} id={id} />
    </Guarded>
  )
}

function Screen({ id }: { id: string }) {
  const { t } = useI18n()
  const formats = useFormats()
  const { data: conference, error, refetch } = useMinutes(id)
  const cluster = useCluster(conference?.clusterId)
  const seasons = useSeasons(conference?.clusterId)
  if (!conference) {
    return error ? (
      <Panel>
        <Failed failure={error} retry={() => refetch()} />
      </Panel>
    ) : (
      <Skeleton active />
    )
  }
  const served = (seasons.data ?? []).filter((season) =>
    conference.purposes.some((purpose) => purpose.seasonId === season.id),
  )
  return (
    <>
      <PageHeader
        above={
          <Link to={`/clusters/${conference.clusterId}?tab=conferences`}>
            {cluster.data?.name ?? t('nav.clusters')}
          </Link>
        }
        title={conference.title}
        lead={
          <span className={styles.marks}>
            {conference.startsAt && `${conference.startsAt} · `}
            {formats.date(conference.heldOn)} · {conference.place}
            <ProvenanceMark provenance={conference.provenance} source={conference.source} />
          </span>
        }
        actions={
          <>
            <ButtonLink
              icon={<DesktopOutlined />}
              to={`/conferences/${conference.id}/hall`}
              data-testid="conference-hall"
            >
              {t('hall.open')}
            </ButtonLink>
            <PaperMenu
              label={t('conferences.minutes')}
              path={`/api/v1/conferences/${conference.id}/minutes`}
              testId="minutes"
            />
            <Change conference={conference} seasons={served} />
          </>
        }
      />
      <div className={styles.columns}>
        <div className={styles.stack}>
          <Agenda conference={conference} seasons={served} />
          <Drafts conference={conference} seasons={served} />
          <Elections conference={conference} seasons={served} />
          <Resolutions conference={conference} seasons={served} />
          <Papers conference={conference} seasons={served} />
        </div>
        <div className={styles.stack}>
          <About conference={conference} seasons={served} />
          <Invitations conference={conference} seasons={served} />
          <Attendances conference={conference} seasons={served} />
        </div>
      </div>
    </>
  )
}

interface Part {
  conference: Minutes
  /** The seasons the meeting serves. */
  seasons: Season[]
}

function Change({ conference, seasons }: Part) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const [editing, setEditing] = useState(false)
  const lock = useConferenceLock(seasons)
  return (
    <>
      <Lock reason={lock}>
        {(locked) => (
          <Button
            icon={<EditOutlined />}
            disabled={locked}
            onClick={() => setEditing(true)}
            data-testid="conference-edit"
          >
            {t('conferences.edit')}
          </Button>
        )}
      </Lock>
      {editing && (
        <ConferenceForm
          clusterId={conference.clusterId}
          conference={conference}
          onClose={() => setEditing(false)}
          onSaved={() => message.success(t('conferences.changed'))}
        />
      )}
    </>
  )
}

/** Date, place, who hosts, who heads each season the meeting serves: host and head are often not the same. */
function About({ conference, seasons }: Part) {
  const { t } = useI18n()
  const formats = useFormats()
  const purposes = usePurposes()
  return (
    <Panel testId="conference-info">
      <Facts
        items={[
          {
            label: t('conferences.heldOn'),
            value: formats.date(conference.heldOn),
            testId: 'conference-date',
          },
          {
            label: t('conferences.startsAt'),
            value: conference.startsAt ?? <NotStated />,
            testId: 'conference-starts-at',
          },
          { label: t('conferences.place'), value: conference.place },
          {
            label: t('conferences.host'),
            value: conference.hostUnitId ? (
              <Link to={`/units/${conference.hostUnitId}`}>{conference.hostUnitName}</Link>
            ) : (
              <NotStated />
            ),
            testId: 'conference-host',
          },
          ...seasons.map((season) => {
            const { head } = leadersOf(season)
            return {
              label: t('heads.HEAD.of', { season: season.name }),
              value: head ? <Link to={`/units/${head.unitId}`}>{head.unitName}</Link> : <NotStated />,
              testId: `conference-head-${season.name}`,
            }
          }),
        ]}
      />
      <h3 className={styles.heading}>{t('conferences.purposes')}</h3>
      <p className={styles.marks} data-testid="conference-purposes">
        {purposes(conference.purposes).map((purpose) => (
          <Tag key={purpose}>{purpose}</Tag>
        ))}
      </p>
      <h3 className={styles.heading}>{t('seasons.title')}</h3>
      <p className={styles.marks}>
        {seasons.map((season) => (
          <Link key={season.id} to={`/seasons/${season.id}`}>
            {t('seasons.named', { name: season.name })}
          </Link>
        ))}
      </p>
    </Panel>
  )
}

function Add({
  seasons,
  label,
  testId,
  onClick,
}: {
  seasons: Season[]
  label: string
  testId: string
  onClick(): void
}) {
  const lock = useConferenceLock(seasons)
  return (
    <Lock reason={lock}>
      {(locked) => (
        <Button size="small" icon={<PlusOutlined />} disabled={locked} onClick={onClick} data-testid={testId}>
          {label}
        </Button>
      )}
    </Lock>
  )
}

const CAPACITIES = ['SUPERIOR', 'CHAIR', 'MEMBER', 'GUEST'] as const

function Attendances({ conference, seasons }: Part) {
  const { t } = useI18n()
  const formats = useFormats()
  const [adding, setAdding] = useState(false)
  const all = conference.attendances
  return (
    <Panel
      title={t('attendance.title', { n: formats.number(all.length) })}
      testId="attendances"
      aside={
        <Add
          seasons={seasons}
          label={t('attendance.add')}
          testId="attendance-add"
          onClick={() => setAdding(true)}
        />
      }
    >
      {all.length === 0 && <p className={styles.quiet}>{t('attendance.empty')}</p>}
      {CAPACITIES.filter((capacity) => all.some((one) => one.capacity === capacity)).map((capacity) => (
        <div key={capacity} className={styles.group}>
          <h3 className={styles.heading}>{t(`attendance.${capacity}`)}</h3>
          <ul>
            {all
              .filter((one) => one.capacity === capacity)
              .map((one) => (
                <li key={one.id} className={styles.present}>
                  {one.unitId && <Link to={`/units/${one.unitId}`}>{one.unitName}</Link>}
                  {one.name && <span className={styles.strong}>{one.name}</span>}
                  {one.office && <span className={styles.quiet}>{one.office}</span>}
                </li>
              ))}
          </ul>
        </div>
      ))}
      {adding && <AttendanceForm conference={conference} onClose={() => setAdding(false)} />}
    </Panel>
  )
}

function Papers({ conference, seasons }: Part) {
  const { t } = useI18n()
  const formats = useFormats()
  const [adding, setAdding] = useState(false)
  return (
    <Panel
      title={t('papers.title', { n: formats.number(conference.papers.length) })}
      testId="papers"
      aside={
        <Add seasons={seasons} label={t('papers.add')} testId="paper-add" onClick={() => setAdding(true)} />
      }
    >
      {conference.papers.length === 0 ? (
        <p className={styles.quiet}>{t('papers.empty')}</p>
      ) : (
        <ul className={styles.list}>
          {conference.papers.map((paper) => (
            <li key={paper.id}>
              <div className={styles.strong}>{paper.title}</div>
              {paper.unitId && <Link to={`/units/${paper.unitId}`}>{paper.unitName}</Link>}
              {paper.text && (
                <details className={styles.more}>
                  <summary>{t('papers.text')}</summary>
                  <p className={styles.text}>{paper.text}</p>
                </details>
              )}
            </li>
          ))}
        </ul>
      )}
      {adding && <PaperForm conference={conference} onClose={() => setAdding(false)} />}
    </Panel>
  )
}
