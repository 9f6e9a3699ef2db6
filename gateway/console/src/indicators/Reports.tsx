import { PlusOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useI18n } from '../app/i18n'
import { Failed } from '../ui/Failed'
import filters from '../ui/Filters.module.css'
import { Nothing } from '../ui/Nothing'
import { RoleLock } from '../ui/RoleLock'
import { PeriodBoard } from './PeriodBoard'
import { PeriodForm } from './PeriodForm'
import styles from './Reports.module.css'
import { usePeriods } from './reportQueries'
import { SeasonFrame } from './SeasonFrame'
import { useSeasonRights } from './season'
import type { Period, Season } from './types'

export function Reports() {
  return <SeasonFrame section="reports">{(season) => <Board key={season.id} season={season} />}</SeasonFrame>
}

const TURN = { OPEN: 0, GRACE: 0, UPCOMING: 1, CLOSED: 2 }

/** The one that was asked for comes first, then what can be worked on. */
const inTurn = (periods: Period[], asked: string | null) =>
  periods.toSorted((a, b) => Number(b.id === asked) - Number(a.id === asked) || TURN[a.state] - TURN[b.state])

/** Every period of a season with its window, and how far every member is. */
function Board({ season }: { season: Season }) {
  const { t } = useI18n()
  const rights = useSeasonRights(season)
  const periods = usePeriods(season.id)
  const asked = useSearchParams()[0].get('period')
  const [open, setOpen] = useState<Period | 'new' | null>(null)
  const lock =
    season.mode === 'RECORDED' ? t('mode.RECORDED.means') : !rights.whole && t('targets.lock.whole')
  if (!periods.data) {
    return periods.error ? (
      <Failed failure={periods.error} retry={() => periods.refetch()} />
    ) : (
      <Skeleton active />
    )
  }
  const someOpen = periods.data.some(({ state }) => TURN[state] === TURN.OPEN)
  return (
    <>
      <div className={filters.bar}>
        <p className={styles.lead}>{t('reports.lead')}</p>
        <RoleLock roles={['STANDING_OFFICER', 'ADMINISTRATOR', 'UNIT_OFFICER', 'UNIT_LEADER']} because={lock}>
          {(locked) => (
            <Button
              icon={<PlusOutlined />}
              disabled={locked}
              onClick={() => setOpen('new')}
              data-testid="period-create"
            >
              {t('reports.period.create')}
            </Button>
          )}
        </RoleLock>
      </div>
      {periods.data.length === 0 && <Nothing title={t('reports.empty')} text={t('reports.empty.text')} />}
      {inTurn(periods.data, asked).map((period) => (
        <PeriodBoard
          key={period.id}
          period={period}
          season={season}
          told={periods.dataUpdatedAt}
          lock={lock || null}
          folded={period.state === 'CLOSED' && someOpen && period.id !== asked}
          onMove={() => setOpen(period)}
        />
      ))}
      {open && (
        <PeriodForm season={season} period={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      )}
    </>
  )
}
