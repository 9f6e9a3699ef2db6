import { CommentOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import type { Season } from '../api/types'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import clusters from '../clusters/Clusters.module.css'
import { useRegulation } from '../clusters/queries'
import { RegulationPanel } from '../clusters/RegulationPanel'
import { useSeasonLock } from '../clusters/rights'
import { Panel } from '../ui/Facts'
import { Failed } from '../ui/Failed'
import { Nothing } from '../ui/Nothing'
import { Lock } from '../ui/ReasonOfLock'
import { DeliberationPanel } from './DeliberationPanel'
import { BeginForm } from './Forms'
import { useDeliberations } from './queries'

/** The season's regulation, and how its drafts went through comments and vote. */
export function RegulationTab({ season }: { season: Season }) {
  return (
    <div className={clusters.stack}>
      <RegulationPanel season={season} />
      {season.mode === 'LIVE' && <Deliberations season={season} />}
    </div>
  )
}

function Deliberations({ season }: { season: Season }) {
  const { t } = useI18n()
  const formats = useFormats()
  const lock = useSeasonLock(season)
  const [beginning, setBeginning] = useState(false)
  const regulation = useRegulation(season.id)
  const { data, error, refetch } = useDeliberations(season.id)
  if (!data) {
    return (
      <Panel title={t('deliberation.title')}>
        {error ? <Failed failure={error} retry={() => refetch()} /> : <Skeleton active title={false} />}
      </Panel>
    )
  }
  const [newest, ...earlier] = data
  const underWay = newest?.status === 'COMMENTING' || newest?.status === 'VOTING'
  const draft = regulation.data
  const ready = draft?.status === 'DRAFT' && draft.text !== null && season.state !== 'CLOSED'
  return (
    <>
      {!underWay && (
        <Panel title={t('deliberation.title')} testId="deliberation-begin-panel">
          {ready ? (
            <Lock reason={lock}>
              {(locked) => (
                <Button
                  type="primary"
                  icon={<CommentOutlined />}
                  disabled={locked}
                  onClick={() => setBeginning(true)}
                  data-testid="deliberation-begin"
                >
                  {t('deliberation.begin')}
                </Button>
              )}
            </Lock>
          ) : (
            !newest && <Nothing title={t('deliberation.none')} text={t('deliberation.none.how')} />
          )}
        </Panel>
      )}
      {newest && <DeliberationPanel deliberation={newest} season={season} newestDraft={draft ?? null} />}
      {earlier.map((one) => (
        <details key={one.id} className={clusters.more}>
          <summary>
            {t('deliberation.earlier', {
              status: t(`deliberation.status.${one.status}`),
              n: formats.number(one.put ?? one.draft),
            })}
          </summary>
          <DeliberationPanel deliberation={one} season={season} newestDraft={null} />
        </details>
      ))}
      {beginning && draft && (
        <BeginForm season={season} draft={draft.number} onClose={() => setBeginning(false)} />
      )}
    </>
  )
}
