import {
  CheckCircleFilled,
  CloseCircleFilled,
  MinusCircleOutlined,
  PauseCircleFilled,
} from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Tag } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import { cluster, content } from '../api/client'
import { Intention } from '../api/intention'
import type { Deliberation } from '../api/types'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import clusters from '../clusters/Clusters.module.css'
import { refresh } from '../clusters/queries'
import { useLedAmong } from '../clusters/rights'
import { PaperCounts } from '../papercounts/PaperCounts'
import { Panel } from '../ui/Facts'
import { ProblemAlert } from '../ui/ProblemAlert'
import styles from './Deliberation.module.css'

type Voter = Deliberation['voters'][number]
type Choice = NonNullable<Voter['choice']>

const CHOICES: Choice[] = ['FOR', 'AGAINST', 'ABSTAIN']
const signs: Record<Choice, ReactNode> = {
  FOR: <CheckCircleFilled aria-hidden />,
  AGAINST: <CloseCircleFilled aria-hidden />,
  ABSTAIN: <PauseCircleFilled aria-hidden />,
}

/** An open vote: who said what, who has not yet, and what it came to. */
export function Votes({ deliberation }: { deliberation: Deliberation }) {
  const { t } = useI18n()
  const formats = useFormats()
  const { voters, quorum, threshold, base } = deliberation
  const cast = voters.filter((voter) => voter.choice)
  const order = [...voters].sort((a, b) => Number(a.choice !== null) - Number(b.choice !== null))
  return (
    <Panel
      title={t('deliberation.board')}
      testId="deliberation-votes"
      aside={
        deliberation.onPaper ? (
          <Tag data-testid="deliberation-on-paper">{t('paper.mark')}</Tag>
        ) : (
          <span data-testid="deliberation-progress">
            {t('deliberation.progress', {
              cast: formats.number(cast.length),
              all: formats.number(voters.length),
            })}
          </span>
        )
      }
    >
      <Outcome deliberation={deliberation} cast={cast.length} />
      {deliberation.status === 'VOTING' && <Calls deliberation={deliberation} />}
      {quorum && threshold && base && (
        <p className={clusters.quiet}>
          {t(`deliberation.rules.${base}`, {
            quorum: `${formats.number(quorum.numerator)}/${formats.number(quorum.denominator)}`,
            threshold: `${formats.number(threshold.numerator)}/${formats.number(threshold.denominator)}`,
          })}
        </p>
      )}
      <PaperCounts
        kind="DELIBERATION"
        pollId={deliberation.id}
        options={CHOICES.map((choice) => ({ option: choice, label: t(`deliberation.choice.${choice}`) }))}
        open={deliberation.status === 'VOTING' && cast.length === 0}
      />
      {!deliberation.onPaper && (
        <ul className={styles.board}>
          {order.map((voter) => (
            <li key={voter.unitId} data-choice={voter.choice} data-testid={`vote-${voter.unitName}`}>
              {voter.choice ? signs[voter.choice] : <MinusCircleOutlined aria-hidden />}
              <div>
                <div className={clusters.strong}>{voter.unitName}</div>
                <div className={clusters.quiet}>
                  {voter.choice ? t(`deliberation.choice.${voter.choice}`) : t('deliberation.choice.none')}
                  {voter.votedAt &&
                    ` · ${t('deliberation.answer.by', {
                      name: voter.votedBy ?? t('person.erased'),
                      time: formats.instant(voter.votedAt),
                    })}`}
                </div>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

function Outcome({ deliberation, cast }: { deliberation: Deliberation; cast: number }) {
  const { t } = useI18n()
  const formats = useFormats()
  const { result } = deliberation
  if (!result) return null
  const numbers = {
    for: formats.number(deliberation.votesFor ?? 0),
    against: formats.number(deliberation.votesAgainst ?? 0),
    abstained: formats.number(deliberation.votesAbstained ?? 0),
  }
  const spoilt = deliberation.votesSpoilt ?? 0
  const votes =
    cast ||
    (deliberation.votesFor ?? 0) +
      (deliberation.votesAgainst ?? 0) +
      (deliberation.votesAbstained ?? 0) +
      spoilt
  const words =
    result === 'ADOPTED'
      ? t('deliberation.result.ADOPTED', {
          ...numbers,
          n: formats.number(deliberation.adopted ?? 0),
          date: deliberation.closedAt ? formats.instant(deliberation.closedAt) : '',
        })
      : result === 'BELOW_QUORUM'
        ? t('deliberation.result.BELOW_QUORUM', {
            cast: formats.number(votes),
            all: formats.number(deliberation.voters.length),
          })
        : t('deliberation.result.BELOW_THRESHOLD', numbers)
  return (
    <Alert
      type={result === 'ADOPTED' ? 'success' : 'warning'}
      showIcon
      className={styles.block}
      title={
        <span data-testid="deliberation-result">
          {words} {spoilt > 0 && t('paper.spoilt', { n: formats.number(spoilt) })}
        </span>
      }
    />
  )
}

/** For whom the person at the screen may vote: three buttons, each asked twice. */
function Calls({ deliberation }: { deliberation: Deliberation }) {
  const { t } = useI18n()
  const { modal, message } = App.useApp()
  const queries = useQueryClient()
  const intention = useRef(new Intention())
  const [failure, setFailure] = useState<unknown>(null)
  const waiting = deliberation.voters.filter((voter) => !voter.choice)
  const mine = useLedAmong(waiting.map((voter) => voter.unitId))

  async function vote(unitId: string, choice: Choice) {
    setFailure(null)
    const body = { unitId, choice }
    try {
      await content(
        cluster.POST('/api/v1/deliberations/{id}/votes', {
          params: { path: { id: deliberation.id } },
          body,
          headers: intention.current.headersFor([deliberation.id, body]),
        }),
      )
      intention.current.fulfilled()
      refresh(queries)
      message.success(t('deliberation.vote.done'))
    } catch (error) {
      setFailure(error)
    }
  }

  const ask = (unitId: string, unit: string, choice: Choice) =>
    modal.confirm({
      title: t('deliberation.vote.sure', { choice: t(`deliberation.choice.${choice}`), unit }),
      content: t('deliberation.vote.once'),
      okText: t(`deliberation.choice.${choice}`),
      okButtonProps: { 'data-testid': 'vote-confirm' },
      cancelText: t('action.cancel'),
      onOk: () => vote(unitId, choice),
    })
  return (
    <>
      <ProblemAlert failure={failure} />
      {waiting
        .filter((voter) => mine.includes(voter.unitId))
        .map((voter) => (
          <div key={voter.unitId} className={styles.call} data-testid="vote-call">
            <span>{t('deliberation.call', { unit: voter.unitName })}</span>
            <span className={clusters.marks}>
              {CHOICES.map((choice) => (
                <Button
                  key={choice}
                  size="large"
                  icon={signs[choice]}
                  onClick={() => ask(voter.unitId, voter.unitName, choice)}
                  data-testid={`vote-${choice}`}
                >
                  {t(`deliberation.choice.${choice}`)}
                </Button>
              ))}
            </span>
          </div>
        ))}
    </>
  )
}
