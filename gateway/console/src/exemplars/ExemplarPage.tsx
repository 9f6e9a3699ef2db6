import { EditOutlined } from '@ant-design/icons'
import { App, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { Exemplar } from '../api/types'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { useSession } from '../app/session'
import clusters from '../clusters/Clusters.module.css'
import { AuditTrail } from '../history/AuditTrail'
import { Facts, Panel } from '../ui/Facts'
import { Failed } from '../ui/Failed'
import { PageHeader } from '../ui/PageHeader'
import { ReasonOfLock } from '../ui/ReasonOfLock'
import { ExemplarForm } from './ExemplarForm'
import styles from './Exemplars.module.css'
import { NextStep } from './NextStep'
import { pictureAddress } from './picture'
import { useExemplar } from './queries'
import { Replications } from './Replications'
import { ExemplarState } from './State'
import { paragraphsOf } from './steps'

export function ExemplarPage() {
  const { id = '' } = useParams()
  return <Screen key={id} id={id} />
}

function Screen({ id }: { id: string }) {
  const { t } = useI18n()
  const { may } = useSession()
  const { data: exemplar, error, refetch } = useExemplar(id)
  if (!exemplar) {
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
        above={<Link to="/exemplars">{t('exemplars.title')}</Link>}
        title={exemplar.title ?? t('exemplars.gone')}
        lead={
          <span className={clusters.marks}>
            <Link to={`/units/${exemplar.unitId}`}>{exemplar.unitName}</Link>
            <ExemplarState state={exemplar.state} />
          </span>
        }
        actions={exemplar.state === 'PROPOSED' && <Edit exemplar={exemplar} />}
      />
      <div className={clusters.columns}>
        <div className={clusters.stack}>
          <NextStep exemplar={exemplar} />
          <Story exemplar={exemplar} />
          {exemplar.state === 'PUBLISHED' && <Replications exemplar={exemplar} />}
        </div>
        <div className={clusters.stack}>
          <About exemplar={exemplar} />
          {may('AUDIT_READ') && <AuditTrail service="cluster" aggregateId={id} />}
        </div>
      </div>
    </>
  )
}

function Edit({ exemplar }: { exemplar: Exemplar }) {
  const { t } = useI18n()
  const { me } = useSession()
  const { message } = App.useApp()
  const [editing, setEditing] = useState(false)
  return (
    <>
      <ReasonOfLock
        ability="EXEMPLARS_WRITE"
        because={me.personId === exemplar.proposedById ? undefined : t('exemplars.notProposer')}
      >
        {(locked) => (
          <Button
            icon={<EditOutlined />}
            disabled={locked}
            onClick={() => setEditing(true)}
            data-testid="exemplar-edit"
          >
            {t('action.edit')}
          </Button>
        )}
      </ReasonOfLock>
      {editing && (
        <ExemplarForm
          exemplar={exemplar}
          onClose={() => setEditing(false)}
          onSaved={() => message.success(t('exemplars.changed'))}
        />
      )}
    </>
  )
}

function Story({ exemplar }: { exemplar: Exemplar }) {
  const { t } = useI18n()
  if (!exemplar.story) return null
  return (
    <Panel testId="exemplar-story-panel">
      {exemplar.pictureId && (
        <img
          className={styles.portrait}
          src={pictureAddress(exemplar.pictureId)}
          alt={t('exemplars.picture.of', { title: exemplar.title ?? '' })}
          data-testid="exemplar-picture"
        />
      )}
      <div className={styles.story} data-testid="exemplar-words">
        {paragraphsOf(exemplar.story).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
    </Panel>
  )
}

function About({ exemplar }: { exemplar: Exemplar }) {
  const { t } = useI18n()
  const formats = useFormats()
  const { consent } = exemplar
  const acts = (['proposed', 'judged', 'published', 'withdrawn'] as const).flatMap((what) => {
    const act = exemplar[what]
    return act
      ? [
          {
            label: t(`exemplars.act.${what}`),
            value: t('exemplars.by', {
              name: act.by ?? t('person.erased'),
              time: formats.instant(act.at),
            }),
            testId: `exemplar-${what}`,
          },
        ]
      : []
  })
  return (
    <Panel title={t('exemplars.facts')} testId="exemplar-info">
      <Facts
        items={[
          {
            label: t(`exemplars.subject.${exemplar.subject}`),
            value: exemplar.name,
            testId: 'exemplar-of',
          },
          ...(exemplar.place ? [{ label: t('exemplars.place'), value: exemplar.place }] : []),
          { label: t('exemplars.field'), value: exemplar.field },
          { label: t('exemplars.level'), value: t(`exemplars.level.${exemplar.level}`) },
          { label: t('exemplars.year'), value: String(exemplar.year) },
          { label: t('exemplars.movement'), value: exemplar.movementName },
          ...acts,
          ...(consent
            ? [
                {
                  label: t('exemplars.act.consent'),
                  value: t('exemplars.consent.by', {
                    name: consent.obtainedBy ?? t('person.erased'),
                    day: formats.date(consent.day),
                  }),
                  testId: 'exemplar-consent-given',
                },
              ]
            : []),
        ]}
      />
    </Panel>
  )
}
