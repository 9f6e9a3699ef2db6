import { EditOutlined } from '@ant-design/icons'
import { Button, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Season } from '../api/types'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { Facts, Panel } from '../ui/Facts'
import { Failed } from '../ui/Failed'
import { NotStated, ProvenanceMark } from '../ui/Provenance'
import { Lock } from '../ui/ReasonOfLock'
import styles from './Clusters.module.css'
import { useRegulation } from './queries'
import { RegulationForm } from './RegulationForm'
import { useSeasonLock } from './rights'

/** The rules the cluster gave itself: who may be nominated as leader, what a tie means, who sees what. */
export function RegulationPanel({ season }: { season: Season }) {
  const { t } = useI18n()
  const formats = useFormats()
  const [editing, setEditing] = useState(false)
  const lock = useSeasonLock(season)
  const { data: regulation, error, refetch } = useRegulation(season.id)
  return (
    <Panel
      title={t('regulation.title')}
      testId="season-regulation"
      aside={
        <Lock reason={lock}>
          {(locked) => (
            <Button
              size="small"
              icon={<EditOutlined />}
              disabled={locked || regulation === undefined}
              onClick={() => setEditing(true)}
              data-testid="regulation-edit"
            >
              {t(regulation ? 'regulation.newVersion' : 'regulation.add')}
            </Button>
          )}
        </Lock>
      }
    >
      {regulation === undefined ? (
        error ? (
          <Failed failure={error} retry={() => refetch()} />
        ) : (
          <Skeleton active title={false} />
        )
      ) : regulation === null ? (
        <p className={styles.quiet} data-testid="regulation-none">
          {season.mode === 'RECORDED' ? <NotStated /> : t('regulation.none')}
        </p>
      ) : (
        <>
          <p className={styles.marks}>
            <strong>{regulation.title}</strong>
            <Tag
              color={regulation.status === 'ADOPTED' ? 'success' : 'warning'}
              data-testid={`regulation-${regulation.status}`}
            >
              {t(`regulation.${regulation.status}`)}
            </Tag>
            <ProvenanceMark provenance={regulation.provenance} source={regulation.source} />
          </p>
          <div className={styles.heading} />
          <Facts
            items={[
              {
                label: t('regulation.candidateRule'),
                value: t(`regulation.candidateRule.${regulation.candidateRule}`),
                testId: 'candidate-rule',
              },
              {
                label: t('regulation.tieRule'),
                value: t(`regulation.tieRule.${regulation.tieRule}`),
                testId: 'tie-rule',
              },
              {
                label: t('regulation.figuresRule'),
                value: t(`regulation.figuresRule.${regulation.figuresRule}`),
                testId: 'figures-rule',
              },
              {
                label: t('regulation.resultsRule'),
                value: t(`regulation.resultsRule.${regulation.resultsRule}`),
                testId: 'results-rule',
              },
              {
                label: t('regulation.adoptedOn'),
                value: regulation.adoptedOn ? formats.date(regulation.adoptedOn) : <NotStated />,
              },
              ...(regulation.conferenceId
                ? [
                    {
                      label: t('conferences.one'),
                      value: (
                        <Link to={`/conferences/${regulation.conferenceId}`}>{t('conferences.at')}</Link>
                      ),
                    },
                  ]
                : []),
              { label: t('regulation.version'), value: formats.number(regulation.number) },
            ]}
          />
          {regulation.text && (
            <details className={styles.more}>
              <summary>{t('regulation.text')}</summary>
              <p className={styles.text}>{regulation.text}</p>
            </details>
          )}
        </>
      )}
      {editing && (
        <RegulationForm season={season} regulation={regulation ?? null} onClose={() => setEditing(false)} />
      )}
    </Panel>
  )
}
