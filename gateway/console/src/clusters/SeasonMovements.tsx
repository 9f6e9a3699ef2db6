import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { Season } from '../api/types'
import { useI18n } from '../app/i18n'
import { MovementForm } from '../movements/MovementForm'
import { ReasonOfLock } from '../ui/ReasonOfLock'
import styles from './Clusters.module.css'
import { MovementTable } from './Movements'

export function SeasonMovements({ season }: { season: Season }) {
  const { t } = useI18n()
  const [adding, setAdding] = useState(false)
  return (
    <>
      <div className={styles.links}>
        <ReasonOfLock ability="MOVEMENTS_WRITE">
          {(locked) => (
            <Button
              icon={<PlusOutlined />}
              disabled={locked}
              onClick={() => setAdding(true)}
              data-testid="movement-create"
            >
              {t('movements.create')}
            </Button>
          )}
        </ReasonOfLock>
      </div>
      <MovementTable filter={{ seasonId: season.id }} />
      {adding && <MovementForm season={season} onClose={() => setAdding(false)} />}
    </>
  )
}
