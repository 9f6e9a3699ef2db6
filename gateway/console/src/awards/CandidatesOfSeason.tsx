import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { useI18n } from '../app/i18n'
import { Panel } from '../ui/Facts'
import { Failed } from '../ui/Failed'
import filters from '../ui/Filters.module.css'
import { Nothing } from '../ui/Nothing'
import { RoleLock } from '../ui/RoleLock'
import { UnitName } from '../ui/UnitName'
import styles from './Awards.module.css'
import { NominateForm } from './NominateForm'
import { useCandidates } from './queries'
import { SeasonPicker } from './SeasonPicker'

/** Who may be nominated as leader of a season, how that came about, and the way to the nomination. */
export function CandidatesOfSeason() {
  const { t } = useI18n()
  const [params, setParams] = useSearchParams()
  const seasonId = params.get('seasonId')
  const candidates = useCandidates(seasonId)
  const [open, setOpen] = useState<{ unitId: string | null } | null>(null)
  const { data, error } = candidates
  return (
    <>
      <div className={filters.bar}>
        <div className={filters.search}>
          <SeasonPicker
            value={seasonId}
            testId="candidates-season"
            onChange={(id) => {
              if (id) params.set('seasonId', id)
              else params.delete('seasonId')
              setParams(params, { replace: true })
            }}
          />
        </div>
        {seasonId && (
          <RoleLock roles={['STANDING_OFFICER', 'UNIT_OFFICER', 'UNIT_LEADER']}>
            {(locked) => (
              <Button
                disabled={locked}
                onClick={() => setOpen({ unitId: null })}
                data-testid="nominate-other"
              >
                {t('candidates.other')}
              </Button>
            )}
          </RoleLock>
        )}
      </div>
      {!seasonId ? (
        <Nothing title={t('candidates.pick')} text={t('candidates.pick.text')} />
      ) : !data ? (
        error ? (
          <Failed failure={error} retry={() => candidates.refetch()} />
        ) : (
          <Skeleton active />
        )
      ) : (
        <Panel
          title={t('candidates.title')}
          aside={<span className={styles.quiet}>{t(`candidates.rule.${data.rule}`)}</span>}
          testId="candidates"
        >
          <div className={styles.candidates}>
            <p data-testid="candidates-why">{t(`candidates.why.${data.why}`)}</p>
            {data.items.map((one) => (
              <div key={one.unitId} className={styles.candidate} data-testid={`candidate-${one.unitId}`}>
                <strong>{one.unitName ?? <UnitName id={one.unitId} />}</strong>
                <RoleLock roles={['STANDING_OFFICER', 'UNIT_OFFICER', 'UNIT_LEADER']}>
                  {(locked) => (
                    <Button
                      type="primary"
                      disabled={locked}
                      onClick={() => setOpen({ unitId: one.unitId })}
                      data-testid={`nominate-${one.unitId}`}
                    >
                      {t('candidates.nominate')}
                    </Button>
                  )}
                </RoleLock>
              </div>
            ))}
            {data.rankingId && <Link to={`/seasons/${seasonId}/ranking`}>{t('candidates.toRanking')}</Link>}
          </div>
        </Panel>
      )}
      {open && seasonId && (
        <NominateForm seasonId={seasonId} unitId={open.unitId} onClose={() => setOpen(null)} />
      )}
    </>
  )
}
