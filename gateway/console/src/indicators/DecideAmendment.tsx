import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input } from 'antd'
import { useRef, useState } from 'react'
import { content, indicator } from '../api/client'
import { Intention } from '../api/intention'
import { useI18n } from '../app/i18n'
import { FormDrawer } from '../ui/FormDrawer'
import { ProblemAlert } from '../ui/ProblemAlert'
import { Lock } from '../ui/ReasonOfLock'
import type { SeasonRights } from './season'
import styles from './Targets.module.css'
import type { Amendment } from './types'

/** Approves or refuses; nobody approves what he proposed, but he may take it back. */
export function DecideAmendment({ amendment, rights }: { amendment: Amendment; rights: SeasonRights }) {
  const { t } = useI18n()
  const { modal } = App.useApp()
  const queries = useQueryClient()
  const intention = useRef(new Intention())
  const [refusing, setRefusing] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const path = { seasonId: amendment.seasonId, id: amendment.id }
  const own = amendment.proposedByCaller
  const changed = () => queries.invalidateQueries({ queryKey: ['targets'] })

  async function approve() {
    setFailure(null)
    try {
      await content(
        indicator.POST('/api/v1/targets/{seasonId}/amendments/{id}/approval', {
          params: { path },
          headers: intention.current.headersFor(['approval', amendment.id]),
        }),
      )
      intention.current.fulfilled()
      changed()
    } catch (error) {
      setFailure(error)
    }
  }

  if (!rights.office && !own) return null
  return (
    <div className={styles.decide}>
      {rights.office && (
        <Lock reason={own ? t('amendments.lock.own') : undefined}>
          {(locked) => (
            <Button
              type="primary"
              disabled={locked}
              onClick={() =>
                modal.confirm({
                  title: t('amendments.approve.title'),
                  content: t('amendments.approve.text'),
                  okText: t('amendments.approve'),
                  okButtonProps: { 'data-testid': 'confirm-button' },
                  cancelText: t('action.cancel'),
                  onOk: approve,
                })
              }
              data-testid="amendment-approve"
            >
              {t('amendments.approve')}
            </Button>
          )}
        </Lock>
      )}
      <Button onClick={() => setRefusing(true)} data-testid="amendment-refuse">
        {t(own ? 'amendments.takeBack' : 'amendments.refuse')}
      </Button>
      <ProblemAlert failure={failure} />
      {refusing && (
        <FormDrawer<{ reason: string }>
          title={t(own ? 'amendments.takeBack' : 'amendments.refuse')}
          source={{ version: null, values: { reason: '' } }}
          saveLabel={t(own ? 'amendments.takeBack' : 'amendments.refuse')}
          danger
          onClose={() => setRefusing(false)}
          send={async (typed, _, headers) => {
            await content(
              indicator.POST('/api/v1/targets/{seasonId}/amendments/{id}/refusal', {
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
              <Input.TextArea rows={3} maxLength={1000} data-testid="reason-input" />
            </Form.Item>
          )}
        </FormDrawer>
      )}
    </div>
  )
}
