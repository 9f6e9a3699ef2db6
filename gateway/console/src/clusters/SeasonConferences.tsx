import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Season } from '../api/types'
import { useI18n } from '../app/i18n'
import { Lock } from '../ui/ReasonOfLock'
import styles from './Clusters.module.css'
import { ConferenceForm } from './ConferenceForm'
import { ConferenceTable } from './ConferenceTable'
import { useSeasonLock } from './rights'

/** The meetings that serve this season; one meeting may serve others too. */
export function SeasonConferences({ season }: { season: Season }) {
  const { t } = useI18n()
  const navigate = useNavigate()
  const [creating, setCreating] = useState(false)
  const lock = useSeasonLock(season)
  return (
    <>
      <div className={styles.links}>
        <Lock reason={lock}>
          {(locked) => (
            <Button
              icon={<PlusOutlined />}
              disabled={locked}
              onClick={() => setCreating(true)}
              data-testid="conference-create"
            >
              {t('conferences.create')}
            </Button>
          )}
        </Lock>
      </div>
      <ConferenceTable filter={{ seasonId: season.id }} />
      {creating && (
        <ConferenceForm
          clusterId={season.clusterId}
          seasonId={season.id}
          conference={null}
          onClose={() => setCreating(false)}
          onSaved={(saved) => navigate(`/conferences/${saved.id}`)}
        />
      )}
    </>
  )
}
