import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Checkbox, Drawer, Grid } from 'antd'
import { useRef, useState } from 'react'
import { cluster, content } from '../api/client'
import { Intention } from '../api/intention'
import type { Compact } from '../api/types'
import { useI18n } from '../app/i18n'
import type { Named } from '../ui/Picker'
import { ProblemAlert } from '../ui/ProblemAlert'
import styles from './CompactPanel.module.css'
import { CompactText } from './CompactText'
import { isHashOf } from './hash'
import { refresh } from './queries'

interface Props {
  /** As it was when it was opened: what is read stays what is signed, whatever arrives meanwhile. */
  compact: Compact
  unit: Named
  onClose(): void
}

/** The leader of a member reads the words, sees their hash, and signs for the unit. */
export function SignCompact({ compact, unit, onClose }: Props) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const wide = Grid.useBreakpoint().md !== false
  const [held] = useState(compact)
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
    const body = { unitId: unit.id, textSha256: sha256 }
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
            disabled={!read || checked.data === false}
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
