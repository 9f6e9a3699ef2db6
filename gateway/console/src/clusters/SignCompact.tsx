import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Checkbox, Drawer, Grid, Radio } from 'antd'
import { useRef, useState } from 'react'
import { cluster, content } from '../api/client'
import { Intention } from '../api/intention'
import type { Compact } from '../api/types'
import { useI18n } from '../app/i18n'
import { ProblemAlert } from '../ui/ProblemAlert'
import styles from './CompactPanel.module.css'
import { CompactText } from './CompactText'
import { isHashOf } from './hash'
import { refresh } from './queries'

interface Props {
  /** As it was when it was opened: what is read stays what is signed, whatever arrives meanwhile. */
  compact: Compact
  unitId: string
  onClose(): void
}

/** The leader of a member reads the words, sees their hash, and signs for the unit. */
export function SignCompact({ compact, unitId, onClose }: Props) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const wide = Grid.useBreakpoint().md !== false
  const [held] = useState(compact)
  const unit = {
    id: unitId,
    name: held.board.find((one) => one.unitId === unitId)?.unitName ?? '',
  }
  const missing = (held.board.find((one) => one.unitId === unitId)?.signatories ?? []).filter(
    (one) => !one.signedAt,
  )
  const named = missing.filter((one) => one.capacity !== null)
  // The only one left to sign need not be chosen.
  const [capacity, setCapacity] = useState(named.length === 1 ? (named[0]?.capacity ?? null) : null)
  const [read, setRead] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const intention = useRef(new Intention())
  const text = held.text ?? ''
  const sha256 = held.textSha256 ?? ''
  const checked = useQuery({
    queryKey: ['hash', sha256],
    queryFn: () => isHashOf(sha256, text),
    staleTime: Number.POSITIVE_INFINITY,
  })

  async function sign() {
    setBusy(true)
    setFailure(null)
    const body = { unitId: unit.id, capacity, textSha256: sha256 }
    try {
      await content(
        cluster.POST('/api/v1/compacts/{id}/signatures', {
          params: { path: { id: held.id } },
          body,
          headers: intention.current.headersFor(body),
        }),
      )
      intention.current.fulfilled()
      refresh(queries)
      message.success(t('compact.signed', { unit: unit.name }))
      onClose()
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }

  return (
    <Drawer
      open
      title={t('compact.sign')}
      onClose={onClose}
      size={wide ? 680 : '100%'}
      data-testid="sign-drawer"
      footer={
        <div className={styles.foot}>
          {named.length > 0 && (
            <div data-testid="sign-capacities">
              <div className={styles.as}>{t('compact.capacity')}</div>
              <Radio.Group
                value={capacity}
                onChange={(event) => setCapacity(event.target.value)}
                options={named.map((one, i) => ({
                  label: <span data-testid={`sign-capacity-${i}`}>{one.capacity}</span>,
                  value: one.capacity ?? '',
                }))}
              />
            </div>
          )}
          <Checkbox
            checked={read}
            onChange={(event) => setRead(event.target.checked)}
            data-testid="sign-read"
          >
            {t('compact.iHaveRead', { unit: unit.name })}
          </Checkbox>
          <Button
            type="primary"
            size="large"
            block
            className={styles.signFor}
            loading={busy}
            disabled={!read || checked.data === false || (named.length > 0 && capacity === null)}
            onClick={sign}
            data-testid="sign-button"
          >
            {t('compact.signFor', { unit: unit.name })}
          </Button>
        </div>
      }
    >
      <div className={styles.sign}>
        <ProblemAlert failure={failure} />
        {checked.data === false && (
          <Alert type="error" showIcon title={t('compact.hash.wrong')} data-testid="hash-wrong" />
        )}
        <CompactText text={text} first={unit.name} testId="sign-text" />
        <p className={styles.hash}>
          {t(
            checked.data
              ? 'compact.hash.checked'
              : checked.data === null
                ? 'compact.hash.unchecked'
                : 'compact.hash',
          )}{' '}
          <code data-testid="sign-hash">{sha256}</code>
        </p>
      </div>
    </Drawer>
  )
}
