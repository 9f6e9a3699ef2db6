import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input } from 'antd'
import { useRef, useState } from 'react'
import { content, indicator } from '../api/client'
import { Intention } from '../api/intention'
import { useI18n } from '../app/i18n'
import { FormDrawer } from '../ui/FormDrawer'
import { ProblemAlert } from '../ui/ProblemAlert'
import { Lock } from '../ui/ReasonOfLock'
import type { Consolidation } from './consolidationQueries'

/** Hands the cluster's own report in, adopts it, or gives it back. */
export function ConsolidationActions({ found, missing }: { found: Consolidation; missing: number }) {
  const { t } = useI18n()
  const { modal } = App.useApp()
  const queries = useQueryClient()
  const intention = useRef(new Intention())
  const [returning, setReturning] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const path = { id: found.periodId }
  const changed = () => queries.invalidateQueries({ queryKey: ['reports', 'consolidation'] })

  async function send(act: 'submission' | 'adoption') {
    setFailure(null)
    try {
      await content(
        indicator.POST(`/api/v1/periods/{id}/consolidation/${act}`, {
          params: { path },
          headers: intention.current.headersFor([act, found.version]),
        }),
      )
      intention.current.fulfilled()
      changed()
      if (act === 'adoption') queries.invalidateQueries({ queryKey: ['digests'] })
    } catch (error) {
      setFailure(error)
    }
  }

  const ask = (act: 'submission' | 'adoption', text: string) =>
    modal.confirm({
      title: t(act === 'submission' ? 'consolidation.submit' : 'consolidation.adopt'),
      content: text,
      okText: t(act === 'submission' ? 'consolidation.submit' : 'consolidation.adopt'),
      okButtonProps: { 'data-testid': 'confirm-button' },
      cancelText: t('action.cancel'),
      onOk: () => send(act),
    })

  return (
    <>
      {found.status === 'DRAFT' ? (
        <Lock reason={found.mayPrepare ? undefined : t('consolidation.lock.prepare')}>
          {(locked) => (
            <Button
              type="primary"
              disabled={locked}
              onClick={() =>
                ask(
                  'submission',
                  [
                    missing > 0 && t('consolidation.submit.missing', { n: missing }),
                    t('consolidation.submit.text'),
                  ]
                    .filter(Boolean)
                    .join(' '),
                )
              }
              data-testid="consolidation-submit"
            >
              {t('consolidation.submit')}
            </Button>
          )}
        </Lock>
      ) : (
        <Lock reason={found.mayAdopt ? undefined : t('consolidation.lock.adopt')}>
          {(locked) => (
            <Button disabled={locked} onClick={() => setReturning(true)} data-testid="consolidation-return">
              {t('consolidation.return')}
            </Button>
          )}
        </Lock>
      )}
      {found.status === 'SUBMITTED' && (
        <Lock
          reason={
            !found.mayAdopt
              ? t('consolidation.lock.adopt')
              : found.submittedByCaller
                ? t('consolidation.lock.own')
                : undefined
          }
        >
          {(locked) => (
            <Button
              type="primary"
              disabled={locked}
              onClick={() => ask('adoption', t('consolidation.adopt.text'))}
              data-testid="consolidation-adopt"
            >
              {t('consolidation.adopt')}
            </Button>
          )}
        </Lock>
      )}
      <ProblemAlert failure={failure} />
      {returning && (
        <FormDrawer<{ reason: string }>
          title={t('consolidation.return')}
          source={{ version: null, values: { reason: '' } }}
          saveLabel={t('consolidation.return')}
          danger
          onClose={() => setReturning(false)}
          send={async (typed, _, headers) => {
            await content(
              indicator.POST('/api/v1/periods/{id}/consolidation/return', {
                params: { path },
                body: { reason: typed.reason.trim() },
                headers,
              }),
            )
            changed()
          }}
        >
          {() => (
            <Form.Item
              name="reason"
              label={t('form.reason')}
              rules={[{ required: true, whitespace: true, message: t('form.required') }]}
            >
              <Input.TextArea rows={3} maxLength={2000} data-testid="reason-input" />
            </Form.Item>
          )}
        </FormDrawer>
      )}
    </>
  )
}
