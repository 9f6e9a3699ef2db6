import { useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button } from 'antd'
import { useState } from 'react'
import { cluster, content, ifMatch } from '../api/client'
import type { Exemplar } from '../api/types'
import { useI18n } from '../app/i18n'
import { useSession } from '../app/session'
import clusters from '../clusters/Clusters.module.css'
import { Panel } from '../ui/Facts'
import { Lock, ReasonOfLock } from '../ui/ReasonOfLock'
import { TypedConfirmation } from '../ui/TypedConfirmation'
import { ConsentForm, ReasonForm } from './Forms'
import { refresh } from './queries'
import { nextStep } from './steps'

type Open = 'verification' | 'publication' | 'consent' | 'refusal' | 'withdrawal'

/** What waits to be done with the exemplar and who may do it; the reason where it was refused or taken back. */
export function NextStep({ exemplar }: { exemplar: Exemplar }) {
  const { t } = useI18n()
  const { me, may } = useSession()
  const [open, setOpen] = useState<Open | null>(null)
  const step = nextStep(exemplar)
  const own = me.personId === exemplar.proposedById ? t('exemplars.own') : undefined
  const anySide = may('EXEMPLARS_WRITE') || may('EXEMPLARS_VERIFY')
  const side = anySide ? undefined : t('lock.needs', { ability: t('ability.EXEMPLARS_WRITE') })
  const over = exemplar.state === 'WITHDRAWN'
  if (!step && !exemplar.reason && !anySide) return null

  const judge = (what: 'verification' | 'publication', label: string) => (
    <ReasonOfLock ability="EXEMPLARS_VERIFY" because={own}>
      {(locked) => (
        <Button
          type="primary"
          disabled={locked}
          onClick={() => setOpen(what)}
          data-testid={`exemplar-${what}`}
        >
          {label}
        </Button>
      )}
    </ReasonOfLock>
  )
  return (
    <Panel title={step ? t('exemplars.next') : undefined} testId="exemplar-next">
      {step && <p>{t(`exemplars.next.${step}`)}</p>}
      {exemplar.reason && (
        <Alert
          type="warning"
          showIcon
          title={t('exemplars.reason', { reason: exemplar.reason })}
          data-testid="exemplar-reason"
        />
      )}
      <div className={clusters.foot}>
        {step === 'verification' && judge('verification', t('exemplars.verify'))}
        {step === 'publication' && judge('publication', t('exemplars.publish'))}
        {step === 'consent' && (
          <Lock reason={side}>
            {(locked) => (
              <Button
                type="primary"
                disabled={locked}
                onClick={() => setOpen('consent')}
                data-testid="exemplar-consent"
              >
                {t('exemplars.consent')}
              </Button>
            )}
          </Lock>
        )}
        {step && may('EXEMPLARS_VERIFY') && !own && (
          <Button type="text" danger onClick={() => setOpen('refusal')} data-testid="exemplar-refusal">
            {t('exemplars.refuse')}
          </Button>
        )}
        {!over && anySide && (
          <Button type="text" danger onClick={() => setOpen('withdrawal')} data-testid="exemplar-withdrawal">
            {t('exemplars.withdraw')}
          </Button>
        )}
      </div>
      {(open === 'verification' || open === 'publication') && (
        <Confirm exemplar={exemplar} step={open} onClose={() => setOpen(null)} />
      )}
      {open === 'consent' && <ConsentForm exemplar={exemplar} onClose={() => setOpen(null)} />}
      {(open === 'refusal' || open === 'withdrawal') && (
        <ReasonForm exemplar={exemplar} step={open} onClose={() => setOpen(null)} />
      )}
    </Panel>
  )
}

interface ConfirmProps {
  exemplar: Exemplar
  step: 'verification' | 'publication'
  onClose(): void
}

function Confirm({ exemplar, step, onClose }: ConfirmProps) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const verifying = step === 'verification'
  const label = t(verifying ? 'exemplars.verify' : 'exemplars.publish')
  // What is agreed to is what was read when it was asked, not what somebody writes meanwhile.
  const [version] = useState(exemplar.version)
  return (
    <TypedConfirmation
      title={label}
      okLabel={label}
      onClose={onClose}
      onConfirm={async (key) => {
        await content(
          cluster.POST(
            verifying ? '/api/v1/exemplars/{id}/verification' : '/api/v1/exemplars/{id}/publication',
            { params: { path: { id: exemplar.id } }, headers: { ...key, ...ifMatch(version) } },
          ),
        )
        refresh(queries)
        message.success(t(verifying ? 'exemplars.verified' : 'exemplars.published'))
      }}
    >
      <p>{t(verifying ? 'exemplars.verify.sure' : 'exemplars.publish.sure')}</p>
    </TypedConfirmation>
  )
}
