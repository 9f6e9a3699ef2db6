import { Alert, Button } from 'antd'
import { useRef, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { cluster as api, content } from '../api/client'
import { Intention } from '../api/intention'
import { Guarded } from '../app/Guarded'
import { useI18n } from '../app/i18n'
import { useUnsaved } from '../app/unsaved'
import { Panel } from '../ui/Facts'
import { Nothing } from '../ui/Nothing'
import { PageHeader } from '../ui/PageHeader'
import { ProblemAlert } from '../ui/ProblemAlert'
import { AcceptForm } from './AcceptForm'
import { Board } from './Board'
import { type Draft, draftOf, groupsOf, isReady, type Naming } from './draft'
import styles from './Grouping.module.css'
import type { Proposal, Wish } from './types'
import { WishForm } from './WishForm'

/** Clusters for a new season: proposed by likeness, moved about by the officer, founded at once. */
export function Grouping() {
  return (
    <Guarded ability="CLUSTERS_WRITE">
      <Screen />
    </Guarded>
  )
}

interface Asked {
  wish: Wish
  proposal: Proposal
}

function Screen() {
  const { t } = useI18n()
  const navigate = useNavigate()
  const intention = useRef(new Intention())
  const [asked, setAsked] = useState<Asked | null>(null)
  const [draft, setDraft] = useState<Draft | null>(null)
  const [edited, setEdited] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const [accepting, setAccepting] = useState(false)
  useUnsaved(edited)

  const namingOn =
    (day: string): Naming =>
    (n) => ({
      code: `C${day.slice(0, 4)}-${String(n).padStart(2, '0')}`,
      name: t('grouping.name', { n }),
    })

  async function propose(wish: Wish) {
    setBusy(true)
    setFailure(null)
    try {
      const proposal = await content(
        api.POST('/api/v1/clusters/grouping-proposals', {
          body: wish,
          headers: intention.current.headersFor(wish),
        }),
      )
      // The same wish asked again later may meet other units.
      intention.current.fulfilled()
      setAsked({ wish, proposal })
      setDraft(draftOf(proposal, namingOn(wish.asOf)))
      setEdited(false)
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }

  return (
    <>
      <PageHeader
        above={<Link to="/clusters">{t('nav.clusters')}</Link>}
        title={t('grouping.title')}
        lead={t('grouping.lead')}
      />
      <div className={styles.stack}>
        <WishForm busy={busy} onAsk={propose} />
        <ProblemAlert failure={failure} />
        {asked && draft && (
          <>
            <Notices proposal={asked.proposal} />
            {draft.groups.length === 0 && draft.left.length === 0 ? (
              <Nothing title={t('grouping.nobody')} text={t('grouping.nobody.text')} />
            ) : (
              <>
                <Board
                  draft={draft}
                  min={asked.wish.min}
                  max={asked.wish.max}
                  naming={namingOn(asked.wish.asOf)}
                  onChange={(next) => {
                    setDraft(next)
                    setEdited(true)
                  }}
                />
                <div className={styles.bar}>
                  <Button
                    type="primary"
                    disabled={!isReady(draft)}
                    onClick={() => setAccepting(true)}
                    data-testid="grouping-accept"
                  >
                    {t('grouping.accept')}
                  </Button>
                  <span className={styles.quiet}>{t('grouping.accept.hint')}</span>
                </div>
              </>
            )}
          </>
        )}
      </div>
      {accepting && asked && draft && (
        <AcceptForm
          proposal={asked.proposal}
          groups={groupsOf(draft)}
          onClose={() => setAccepting(false)}
          onFounded={() => {
            setEdited(false)
            navigate(`/clusters?organiserId=${asked.proposal.organiserId}`)
          }}
        />
      )}
    </>
  )
}

/** By what sizes were compared, which pasted codes nobody has, and who would be in two clusters. */
function Notices({ proposal }: { proposal: Proposal }) {
  const { t } = useI18n()
  return (
    <>
      {proposal.sizeIs && <p className={styles.quiet}>{t(`grouping.sizeIs.${proposal.sizeIs}`)}</p>}
      {proposal.unmatched.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('grouping.unmatched', { codes: proposal.unmatched.join(', ') })}
          data-testid="grouping-unmatched"
        />
      )}
      {proposal.inTwo.length > 0 && (
        <Panel title={t('grouping.inTwo')} testId="grouping-in-two">
          <p className={styles.quiet}>{t('grouping.inTwo.text')}</p>
          <ul className={styles.members}>
            {proposal.inTwo.map((one) => (
              <li key={one.unit.unitId} className={styles.member}>
                <span className={styles.unit}>{one.unit.name}</span>
                <span className={styles.quiet}>
                  {one.clusters.map((cluster) => (
                    <span key={cluster.clusterId}>
                      <Link to={`/clusters/${cluster.clusterId}`}>{cluster.clusterName}</Link>
                      {cluster.own
                        ? ` (${t('grouping.inTwo.own')})`
                        : ` (${t('grouping.inTwo.other', { organiser: cluster.organiserName })})`}{' '}
                    </span>
                  ))}
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  )
}
