import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import type { CSSProperties } from 'react'
import { useState } from 'react'
import { Link } from 'react-router'
import { cluster, content } from '../api/client'
import type { Election } from '../api/types'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { Failed } from '../ui/Failed'
import clusters from './Clusters.module.css'
import styles from './Election.module.css'

interface Props {
  election: Election
  name(unitId: string): string
}

/** What was decided, or why nothing was, with the numbers it follows from. */
export function ElectionResult({ election, name }: Props) {
  const { t } = useI18n()
  const formats = useFormats()
  const { result } = election
  const cast = election.cast ?? 0
  const eligible = election.eligible ?? 0
  const base = election.base === 'PRESENT' ? cast : eligible
  const ordered = [...election.candidates].sort(
    (a, b) => (b.votes ?? 0) - (a.votes ?? 0) || name(a.unitId).localeCompare(name(b.unitId), 'vi'),
  )
  const rows = [
    ...ordered.map((one) => ({
      key: one.unitId,
      label: name(one.unitId),
      votes: one.votes ?? 0,
      elected: one.unitId === result?.electedUnitId,
    })),
    { key: 'blank', label: t('ballot.blank'), votes: election.blank ?? 0, elected: false },
    ...(election.onPaper
      ? [{ key: 'invalid', label: t('paper.invalid'), votes: election.invalid ?? 0, elected: false }]
      : []),
  ]
  const numbers = {
    cast: formats.number(cast),
    eligible: formats.number(eligible),
    share: `${formats.number(election.threshold.numerator)}/${formats.number(election.threshold.denominator)}`,
    quorum: `${formats.number(election.quorum.numerator)}/${formats.number(election.quorum.denominator)}`,
    most: formats.number(ordered[0]?.votes ?? 0),
    base: formats.number(base),
  }
  return (
    <>
      <div className={styles.result} data-testid="election-result" data-outcome={result?.outcome}>
        {result?.electedUnitId ? (
          <>
            <div className={clusters.quiet}>{t('elections.elected')}</div>
            <Link to={`/units/${result.electedUnitId}`} className={styles.elected} data-testid="elected-unit">
              {name(result.electedUnitId)}
            </Link>
            <p>{t('elections.because.ELECTED', numbers)}</p>
          </>
        ) : (
          <>
            <div className={styles.elected}>{t('elections.undecided')}</div>
            {result && result.outcome !== 'ELECTED' && (
              <p data-testid="election-reason">{t(`elections.because.${result.outcome}`, numbers)}</p>
            )}
          </>
        )}
      </div>
      <ul className={styles.counts}>
        {rows.map((row) => (
          <li
            key={row.key}
            className={styles.count}
            data-elected={row.elected}
            data-testid={`votes-${row.key === 'blank' || row.key === 'invalid' ? row.key : row.label}`}
          >
            <span>{row.label}</span>
            <span>{t('elections.votes', { n: formats.number(row.votes) })}</span>
            <div className={styles.bar} aria-hidden="true">
              <span style={{ '--share': cast ? (row.votes / cast) * 100 : 0 } as CSSProperties} />
            </div>
          </li>
        ))}
      </ul>
      {!election.onPaper && (
        <>
          <Choices election={election} name={name} />
          <p className={clusters.quiet} data-testid="key-destroyed">
            {election.keyDestroyedAt
              ? t('elections.keyGone', { time: formats.instant(election.keyDestroyedAt) })
              : t('elections.keyGoing')}
          </p>
        </>
      )}
    </>
  )
}

/** Every ballot as it was cast, in an order drawn by lot: anyone can count again, nobody can tell whose is whose. */
function Choices({ election, name }: Props) {
  const { t } = useI18n()
  const formats = useFormats()
  const [open, setOpen] = useState(false)
  const { data, error, refetch } = useQuery({
    queryKey: ['conferences', 'choices', election.id],
    queryFn: () =>
      content(cluster.GET('/api/v1/elections/{id}/ballots', { params: { path: { id: election.id } } })),
    enabled: open,
  })
  return (
    <details
      className={clusters.more}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      data-testid="published-choices"
    >
      <summary>{t('elections.published', { n: formats.number(election.cast ?? 0) })}</summary>
      {data ? (
        <ol className={styles.shuffled}>
          {data.items.map((one) => (
            <li key={one.number}>
              <span className={styles.number}>{formats.number(one.number)}</span>
              {one.choice ? name(one.choice) : t('ballot.blank')}
            </li>
          ))}
        </ol>
      ) : error ? (
        <Failed failure={error} retry={() => refetch()} />
      ) : (
        open && <Skeleton active title={false} />
      )}
    </details>
  )
}
