import { EditOutlined, PlusOutlined } from '@ant-design/icons'
import { Alert, Button, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Compact, Season } from '../api/types'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { SignedFiles } from '../signedfiles/SignedFiles'
import { Panel } from '../ui/Facts'
import { Failed } from '../ui/Failed'
import { Nothing } from '../ui/Nothing'
import { ProvenanceMark } from '../ui/Provenance'
import { Lock } from '../ui/ReasonOfLock'
import clusters from './Clusters.module.css'
import { CompactBoard } from './CompactBoard'
import { AmendCompact, DraftCompact, WithdrawCompact } from './CompactForms'
import styles from './CompactPanel.module.css'
import { CompactText } from './CompactText'
import { compactColours } from './kinds'
import { useCompact, useOneCompact } from './queries'
import { useLedAmong, useSeasonLock } from './rights'
import { SignCompact } from './SignCompact'

/** The season's compact: what is promised, word for word, and who has signed it. */
export function CompactPanel({ season }: { season: Season }) {
  const { t } = useI18n()
  const lock = useSeasonLock(season)
  const [drafting, setDrafting] = useState(false)
  const { data: compact, error, refetch } = useCompact(season.id)
  if (compact === undefined) {
    return error ? (
      <Panel>
        <Failed failure={error} retry={() => refetch()} />
      </Panel>
    ) : (
      <Skeleton active />
    )
  }
  const draft = (
    <Lock reason={lock}>
      {(locked) => (
        <Button
          type="primary"
          icon={<PlusOutlined />}
          disabled={locked}
          onClick={() => setDrafting(true)}
          data-testid="compact-draft"
        >
          {t(season.mode === 'LIVE' ? 'compact.draft' : 'compact.record')}
        </Button>
      )}
    </Lock>
  )
  return (
    <div className={clusters.stack}>
      {compact === null ? (
        <Panel testId="compact">
          <Nothing
            title={t('compact.none')}
            text={t(season.mode === 'LIVE' ? 'compact.none.live' : 'compact.none.recorded')}
          >
            {draft}
          </Nothing>
        </Panel>
      ) : (
        <>
          {compact.status === 'WITHDRAWN' && <div>{draft}</div>}
          <Whole compact={compact} season={season} />
        </>
      )}
      {drafting && <DraftCompact season={season} onClose={() => setDrafting(false)} />}
    </div>
  )
}

function Whole({ compact, season }: { compact: Compact; season: Season }) {
  const { t } = useI18n()
  const formats = useFormats()
  const lock = useSeasonLock(season)
  const [withdrawing, setWithdrawing] = useState(false)
  const [amending, setAmending] = useState(false)
  const [signing, setSigning] = useState<string | null>(null)
  const missing = compact.board.filter((one) => !one.signedAt)
  // Who has signed for a unit in one capacity is not called upon again.
  const open = missing.filter((one) => !one.signatories.some((signatory) => signatory.yours))
  const mine = useLedAmong(compact.status === 'SIGNING' ? open.map((one) => one.unitId) : [])
  return (
    <>
      <Panel testId="compact">
        <div className={clusters.between}>
          <div>
            <h2 className={styles.title}>{compact.title}</h2>
            <p className={clusters.marks}>
              <Tag color={compactColours[compact.status]} data-testid={`compact-${compact.status}`}>
                {t(`compact.status.${compact.status}`)}
              </Tag>
              {compact.signedOn && t('compact.signedOn', { date: formats.date(compact.signedOn) })}
              <ProvenanceMark provenance={compact.provenance} source={compact.source} />
              {compact.conferenceId && (
                <Link to={`/conferences/${compact.conferenceId}`}>{t('conferences.at')}</Link>
              )}
            </p>
          </div>
          {compact.mode === 'LIVE' && compact.status === 'SIGNED' && (
            <Lock reason={lock}>
              {(locked) => (
                <Button disabled={locked} onClick={() => setAmending(true)} data-testid="compact-amend">
                  {t('compact.amend')}
                </Button>
              )}
            </Lock>
          )}
          {compact.mode === 'LIVE' && compact.status === 'SIGNING' && (
            <Lock reason={lock}>
              {(locked) => (
                <Button
                  type="text"
                  danger
                  disabled={locked}
                  onClick={() => setWithdrawing(true)}
                  data-testid="compact-withdraw"
                >
                  {t('compact.withdraw')}
                </Button>
              )}
            </Lock>
          )}
        </div>
        {compact.amendsId && (
          <Amended
            id={compact.amendsId}
            reason={compact.amendmentReason ?? ''}
            signing={compact.status === 'SIGNING'}
          />
        )}
        {compact.status === 'SIGNED' && compact.targetsChanged && (
          <Alert
            type="warning"
            showIcon
            title={t('compact.targetsChanged')}
            className={clusters.more}
            data-testid="compact-targets-changed"
          />
        )}
        {compact.withdrawReason && (
          <Alert
            type="warning"
            title={t('compact.withdrawn', { reason: compact.withdrawReason })}
            className={clusters.more}
          />
        )}
        {mine.map((unitId) => {
          const unit = compact.board.find((one) => one.unitId === unitId)
          return (
            <div key={unitId} className={styles.call} data-testid="compact-waits-for-me">
              <span>{t('compact.waits', { unit: unit?.unitName ?? '' })}</span>
              <Button
                type="primary"
                size="large"
                icon={<EditOutlined />}
                onClick={() => setSigning(unitId)}
                data-testid="compact-sign"
              >
                {t('compact.read')}
              </Button>
            </div>
          )
        })}
      </Panel>
      {compact.board.length > 0 && <CompactBoard compact={compact} mayChange={!lock} />}
      {compact.text && <SignedFiles compact={compact} />}
      {compact.text && (
        <Panel title={t('compact.text')}>
          <CompactText text={compact.text} testId="compact-text" />
          <p className={styles.hash}>
            SHA-256 <code data-testid="compact-hash">{compact.textSha256}</code>
          </p>
        </Panel>
      )}
      {amending && <AmendCompact compact={compact} onClose={() => setAmending(false)} />}
      {withdrawing && <WithdrawCompact compact={compact} onClose={() => setWithdrawing(false)} />}
      {signing && <SignCompact compact={compact} unitId={signing} onClose={() => setSigning(null)} />}
    </>
  )
}

/** What this compact amends and why; the words that were signed before stay to be read. */
function Amended({ id, reason, signing }: { id: string; reason: string; signing: boolean }) {
  const { t } = useI18n()
  const [wanted, setWanted] = useState(false)
  const { data, error, refetch } = useOneCompact(id, wanted)
  return (
    <Alert
      type="info"
      className={clusters.more}
      title={t(signing ? 'compact.amends.signing' : 'compact.amends')}
      data-testid="compact-amends"
      description={
        <>
          <p>{t('compact.amends.because', { reason })}</p>
          <details onToggle={(event) => setWanted(event.currentTarget.open)}>
            <summary>{t('compact.amends.before')}</summary>
            {data?.text ? (
              <CompactText text={data.text} testId="compact-text-before" />
            ) : (
              error && <Failed failure={error} retry={() => refetch()} />
            )}
          </details>
        </>
      }
    />
  )
}
