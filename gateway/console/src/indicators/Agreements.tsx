import { CheckOutlined, HistoryOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { Panel } from '../ui/Facts'
import { RoleLock } from '../ui/RoleLock'
import { AgreementActs } from './AgreementActs'
import { AgreementState } from './AgreementState'
import { AgreementSteps } from './AgreementSteps'
import { ApproveAgreements } from './ApproveAgreements'
import { openOnes, speaksFor } from './agreements'
import type { SeasonRights } from './season'
import styles from './Targets.module.css'
import type { Agreement, Season } from './types'

interface Props {
  season: Season
  /** Those to be shown, of all of them. */
  shown: Agreement[]
  all: Agreement[]
  rights: SeasonRights
  /** Cells typed but not on the server: they would not be in what is proposed. */
  unsaved: number
  /** Why nothing goes on, if nothing does. */
  lock: string | null
}

/** What each member is to reach, on its way from proposed to approved: where it stands, since when, and what comes next. */
export function Agreements({ season, shown, all, rights, unsaved, lock }: Props) {
  const { t } = useI18n()
  const formats = useFormats()
  const [approving, setApproving] = useState(false)
  const [history, setHistory] = useState<Agreement | null>(null)
  const agreed = all.filter((one) => one.status === 'NEGOTIATED')
  return (
    <Panel
      title={t('agreements.title')}
      testId="agreements"
      aside={
        <RoleLock
          roles={['STANDING_OFFICER', 'ADMINISTRATOR']}
          because={lock ?? (agreed.length === 0 && t('agreements.approveAll.none'))}
        >
          {(locked) => (
            <Button
              icon={<CheckOutlined />}
              disabled={locked}
              onClick={() => setApproving(true)}
              data-testid="agreements-approve-all"
            >
              {t('agreements.approveAll', { n: agreed.length })}
            </Button>
          )}
        </RoleLock>
      }
    >
      {lock === null && (
        <p className={`${styles.quiet} ${styles.lead}`}>
          {t('agreements.lead', { open: openOnes(all).length, units: all.length })}
        </p>
      )}
      <ul className={styles.amendments}>
        {shown.map((one) => (
          <li key={one.unitId} data-testid={`agreement-${one.status}`}>
            <strong>{one.unitName ?? '…'}</strong>
            <div>
              <AgreementState agreement={one} />
              {one.since && <span className={styles.quiet}>{formats.instant(one.since)}</span>}
              {one.note && (
                <p>
                  {t(
                    one.last === 'RETURNED' || one.last === 'REOPENED'
                      ? 'agreements.reason'
                      : 'agreements.note',
                    { note: one.note },
                  )}
                </p>
              )}
              {one.turn && lock === null && (
                <p className={styles.quiet}>{t(`agreements.turn.${one.turn}`)}</p>
              )}
            </div>
            <div className={styles.decide}>
              {lock === null && (
                <AgreementActs
                  season={season}
                  agreement={one}
                  speaks={speaksFor(rights, season.headships, one.unitId)}
                  unsaved={unsaved}
                />
              )}
              {one.version > 0 && (
                <Button
                  icon={<HistoryOutlined />}
                  aria-label={t('agreements.history.of', { unit: one.unitName ?? '' })}
                  title={t('agreements.history')}
                  onClick={() => setHistory(one)}
                  data-testid="agreement-history"
                />
              )}
            </div>
          </li>
        ))}
      </ul>
      {approving && <ApproveAgreements season={season} agreed={agreed} onClose={() => setApproving(false)} />}
      {history && <AgreementSteps season={season} agreement={history} onClose={() => setHistory(null)} />}
    </Panel>
  )
}
