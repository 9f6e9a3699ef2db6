import { PlusOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import type { Minutes, Season } from '../api/types'
import { useI18n } from '../app/i18n'
import { Panel } from '../ui/Facts'
import { Failed } from '../ui/Failed'
import { Lock } from '../ui/ReasonOfLock'
import styles from './Clusters.module.css'
import { ElectionForm } from './ElectionForm'
import { ElectionPanel } from './ElectionPanel'
import { useElections } from './queries'
import { useElectionLock } from './rights'

/** The elections held at the meeting. */
export function Elections({ conference, seasons }: { conference: Minutes; seasons: Season[] }) {
  const { t } = useI18n()
  const [drawing, setDrawing] = useState(false)
  const lock = useElectionLock(seasons)
  const { data, error, refetch } = useElections({ conferenceId: conference.id })
  const live = seasons.some((season) => season.mode === 'LIVE')
  return (
    <>
      {data ? (
        data.map((election) => (
          <ElectionPanel
            key={election.id}
            election={election}
            season={seasons.find((season) => season.id === election.seasonId)}
          />
        ))
      ) : error ? (
        <Panel title={t('elections.title')}>
          <Failed failure={error} retry={() => refetch()} />
        </Panel>
      ) : (
        <Skeleton active />
      )}
      {data && live && (data.length === 0 || !lock) && (
        <Panel title={data.length === 0 ? t('elections.title') : undefined} testId="elections">
          {data.length === 0 && <p className={styles.quiet}>{t('elections.none')}</p>}
          <div className={data.length === 0 ? styles.foot : undefined}>
            <Lock reason={lock}>
              {(locked) => (
                <Button
                  icon={<PlusOutlined />}
                  disabled={locked}
                  onClick={() => setDrawing(true)}
                  data-testid="election-create"
                >
                  {t('elections.create')}
                </Button>
              )}
            </Lock>
          </div>
        </Panel>
      )}
      {drawing && (
        <ElectionForm
          conference={conference}
          seasons={seasons.filter((season) => season.mode === 'LIVE')}
          onClose={() => setDrawing(false)}
        />
      )}
    </>
  )
}
