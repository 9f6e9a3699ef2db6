import { useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { content, ifMatch, indicator } from '../api/client'
import { useI18n } from '../app/i18n'
import { FormDrawer } from '../ui/FormDrawer'
import { Lock } from '../ui/ReasonOfLock'
import { ApproveAgreements } from './ApproveAgreements'
import { type Act, actsOn, type Speaks } from './agreements'
import type { Agreement, Season } from './types'

interface Props {
  season: Season
  agreement: Agreement
  speaks: Speaks
  unsaved: number
}

const ONWARD: Act[] = ['proposal', 'consent', 'approval']

/** What the person may do next about one member's targets. */
export function AgreementActs({ season, agreement, speaks, unsaved }: Props) {
  const { t } = useI18n()
  const [act, setAct] = useState<Act | null>(null)
  // What is being typed is not on the table yet.
  const waiting = (one: Act) => ONWARD.includes(one) && unsaved > 0
  const name = (one: Act) =>
    t(
      one === 'reopening' && agreement.status === 'NEGOTIATED'
        ? 'agreements.act.return'
        : `agreements.act.${one}`,
    )
  return (
    <>
      {actsOn(agreement, speaks).map(({ act: one, why }) => (
        <Lock
          key={one}
          reason={
            why
              ? t(`agreements.why.${why}`)
              : waiting(one)
                ? t('agreements.why.unsaved', { n: unsaved })
                : undefined
          }
        >
          {(locked) => (
            <Button
              type={ONWARD.includes(one) ? 'primary' : 'default'}
              disabled={locked}
              onClick={() => setAct(one)}
              data-testid={`agreement-${one}`}
            >
              {name(one)}
            </Button>
          )}
        </Lock>
      ))}
      {act === 'approval' && (
        <ApproveAgreements season={season} agreed={[agreement]} onClose={() => setAct(null)} />
      )}
      {act !== null && act !== 'approval' && (
        <SayStep
          season={season}
          agreement={agreement}
          act={act}
          title={`${name(act)}: ${agreement.unitName ?? ''}`}
          label={name(act)}
          onClose={() => setAct(null)}
        />
      )}
    </>
  )
}

interface StepProps {
  season: Season
  agreement: Agreement
  act: Exclude<Act, 'approval'>
  title: string
  label: string
  onClose(): void
}

/** One step with a few words; to send something back they are due. It is about what the person saw when it was opened. */
function SayStep({ season, agreement, act, title, label, onClose }: StepProps) {
  const { t } = useI18n()
  const queries = useQueryClient()
  const [seen] = useState(agreement)
  const due = act === 'return' || act === 'reopening'
  return (
    <FormDrawer<{ words: string }>
      title={title}
      lead={<p>{t(`agreements.act.${act}.text`)}</p>}
      source={{ version: seen.version, values: { words: '' } }}
      saveLabel={label}
      danger={due}
      onClose={onClose}
      send={async (typed, version, idempotency) => {
        const words = typed.words.trim()
        const params = { path: { seasonId: season.id, unitId: seen.unitId } }
        const headers = { ...idempotency, ...ifMatch(version ?? 0) }
        try {
          await content(
            act === 'return' || act === 'reopening'
              ? indicator.POST(`/api/v1/targets/{seasonId}/agreements/{unitId}/${act}`, {
                  params,
                  body: { reason: words },
                  headers,
                })
              : act === 'withdrawal'
                ? indicator.POST('/api/v1/targets/{seasonId}/agreements/{unitId}/withdrawal', {
                    params,
                    body: { note: words || null },
                    headers,
                  })
                : indicator.POST(`/api/v1/targets/{seasonId}/agreements/{unitId}/${act}`, {
                    params,
                    body: { targetsSha256: seen.targetsSha256, note: words || null },
                    headers,
                  }),
          )
        } finally {
          // Refused because the numbers are others now: the page behind shows those.
          queries.invalidateQueries({ queryKey: ['targets'] })
        }
      }}
    >
      {() => (
        <Form.Item
          name="words"
          label={t(due ? 'form.reason' : 'agreements.words')}
          rules={due ? [{ required: true, whitespace: true, message: t('form.required') }] : []}
        >
          <Input.TextArea rows={3} maxLength={1000} data-testid="reason-input" />
        </Form.Item>
      )}
    </FormDrawer>
  )
}
