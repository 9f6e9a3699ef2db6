import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input } from 'antd'
import { useRef, useState } from 'react'
import { cluster, content } from '../api/client'
import { Intention } from '../api/intention'
import type { Election, Season } from '../api/types'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { FormDrawer } from '../ui/FormDrawer'
import { ProblemAlert } from '../ui/ProblemAlert'
import { Lock } from '../ui/ReasonOfLock'
import styles from './Clusters.module.css'
import { refresh } from './queries'
import { useElectionLock } from './rights'

interface Props {
  election: Election
  season: Season
  name(unitId: string): string
}

/** Opening, closing and voiding: each asked twice, for none of them can be undone. */
export function ElectionActions({ election, season, name }: Props) {
  const { t } = useI18n()
  const { modal } = App.useApp()
  const formats = useFormats()
  const queries = useQueryClient()
  const lock = useElectionLock([season])
  const intention = useRef(new Intention())
  const [failure, setFailure] = useState<unknown>(null)
  const [voiding, setVoiding] = useState(false)
  const way = election.status === 'DRAFT' ? 'opening' : election.status === 'OPEN' ? 'closing' : null
  if (!way) return null

  async function go(next: 'opening' | 'closing') {
    setFailure(null)
    try {
      await content(
        cluster.POST(`/api/v1/elections/{id}/${next}`, {
          params: { path: { id: election.id } },
          headers: intention.current.headersFor([next, election.id]),
        }),
      )
      intention.current.fulfilled()
      refresh(queries)
    } catch (error) {
      setFailure(error)
    }
  }

  const waiting = election.voters.filter((voter) => !voter.voted).map((voter) => name(voter.unitId))
  const ask = (next: 'opening' | 'closing') =>
    modal.confirm({
      title: t(`elections.${next}.title`),
      content:
        next === 'closing' && waiting.length > 0
          ? t('elections.closing.waiting', { n: formats.number(waiting.length), units: waiting.join(', ') })
          : t(`elections.${next}.text`),
      okText: t(`elections.${next}`),
      okButtonProps: { 'data-testid': `election-${next}-confirm` },
      cancelText: t('action.cancel'),
      onOk: () => go(next),
    })
  return (
    <div>
      <div className={styles.marks}>
        <Lock reason={lock}>
          {(locked) => (
            <Button
              type={way === 'opening' ? 'primary' : 'default'}
              disabled={locked}
              onClick={() => ask(way)}
              data-testid={`election-${way}`}
            >
              {t(`elections.${way}`)}
            </Button>
          )}
        </Lock>
        {!lock && (
          <Button type="text" danger onClick={() => setVoiding(true)} data-testid="election-void">
            {t('elections.voiding')}
          </Button>
        )}
      </div>
      <ProblemAlert failure={failure} />
      {voiding && <VoidElection election={election} onClose={() => setVoiding(false)} />}
    </div>
  )
}

function VoidElection({ election, onClose }: { election: Election; onClose(): void }) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  return (
    <FormDrawer<{ reason: string }>
      title={t('elections.voiding')}
      lead={<p>{t('elections.voiding.text')}</p>}
      source={{ version: null, values: { reason: '' } }}
      danger
      saveLabel={t('elections.voiding')}
      onClose={onClose}
      send={async (typed, _, headers) => {
        await content(
          cluster.POST('/api/v1/elections/{id}/voiding', {
            params: { path: { id: election.id } },
            body: { reason: typed.reason.trim() },
            headers,
          }),
        )
        refresh(queries)
        message.success(t('elections.voided'))
      }}
    >
      {() => (
        <Form.Item
          name="reason"
          label={t('form.reason')}
          extra={t('form.reason.help')}
          rules={[{ required: true, whitespace: true, message: t('form.required') }]}
        >
          <Input.TextArea rows={3} maxLength={1000} data-testid="reason-input" />
        </Form.Item>
      )}
    </FormDrawer>
  )
}
