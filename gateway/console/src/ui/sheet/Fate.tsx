import {
  CheckOutlined,
  CloudSyncOutlined,
  ExclamationCircleFilled,
  LoadingOutlined,
  SwapOutlined,
} from '@ant-design/icons'
import { Button } from 'antd'
import { ApiFailure } from '../../api/failure'
import { useI18n } from '../../app/i18n'
import { useFormats } from '../../app/i18n/useFormats'
import type { Values } from '../rebase'
import type { Autosave, Fate } from './autosave'
import styles from './Fate.module.css'
import type { Tally } from './useAutosaves'

/** Why the server would not take it, in its own words: the field's if it named one. */
export function useWhy() {
  const { t } = useI18n()
  return (failure: unknown): string => {
    if (!(failure instanceof ApiFailure)) return t('failed.unknown')
    if (failure.status === 0) return t('failed.network')
    const { problem } = failure
    const field = problem?.errors?.[0]?.detail
    return field ?? problem?.detail ?? problem?.title ?? t('failed.unknown')
  }
}

/** The sign of what became of a row: quiet while all is well. */
export function FateSign({ fate, testId }: { fate: Fate<never> | { kind: string }; testId?: string }) {
  const { t } = useI18n()
  const sign = {
    changed: { icon: <SwapOutlined />, words: t('sheet.changed') },
    saving: { icon: <LoadingOutlined />, words: t('sheet.saving') },
    saved: { icon: <CheckOutlined />, words: t('sheet.saved') },
    waiting: { icon: <CloudSyncOutlined />, words: t('sheet.waiting') },
    refused: { icon: <ExclamationCircleFilled />, words: t('sheet.refused') },
    conflict: { icon: <SwapOutlined />, words: t('sheet.conflict') },
  }[fate.kind as string]
  return (
    <span className={styles.sign} data-fate={fate.kind} data-testid={testId} title={sign?.words}>
      {sign?.icon}
      <span className="heard">{sign?.words}</span>
    </span>
  )
}

interface TroubleProps<V extends Values> {
  row: Autosave<V>
  fate: Fate<V>
  labels: Record<string, string>
  show(field: string, value: unknown): string
  testId?: string
  /** Something else on the screen tells it to those who do not see. */
  quiet?: boolean
}

/** What a row needs the person for: a refusal with its reason, or two values to choose between. */
export function Trouble<V extends Values>({ row, fate, labels, show, testId, quiet }: TroubleProps<V>) {
  const { t } = useI18n()
  const why = useWhy()
  if (fate.kind === 'refused') {
    return (
      <div
        className={styles.trouble}
        role={quiet ? undefined : 'alert'}
        data-testid={testId && `${testId}-refused`}
      >
        <span>{why(fate.failure)}</span>
        <span className={styles.ways}>
          <Button size="small" onClick={() => row.commit()}>
            {t('action.retry')}
          </Button>
          <Button size="small" onClick={() => row.revert()}>
            {t('sheet.revert')}
          </Button>
        </span>
      </div>
    )
  }
  if (fate.kind === 'conflict') {
    return (
      <div
        className={styles.trouble}
        role={quiet ? undefined : 'alert'}
        data-testid={testId && `${testId}-conflict`}
      >
        <span>{t('sheet.conflict.text')}</span>
        {fate.clashes.map((clash) => (
          <span key={clash.field} className={styles.both}>
            {labels[clash.field] ?? clash.field}: {t('sheet.theirs')}{' '}
            <strong data-testid="conflict-theirs">{show(clash.field, clash.theirs)}</strong> ·{' '}
            {t('sheet.mine')} <strong data-testid="conflict-mine">{show(clash.field, clash.mine)}</strong>
          </span>
        ))}
        <span className={styles.ways}>
          <Button size="small" type="primary" onClick={() => row.decide('mine')} data-testid="conflict-keep">
            {t('sheet.keepMine')}
          </Button>
          <Button size="small" onClick={() => row.decide('theirs')} data-testid="conflict-take">
            {t('sheet.takeTheirs')}
          </Button>
        </span>
      </div>
    )
  }
  return null
}

/** The fate of the whole sheet in one line that never leaves the screen. */
export function SavedLine(props: { counts: Tally; unread?: number; quiet?: boolean }) {
  const { counts, unread = 0, quiet } = props
  const { t } = useI18n()
  const formats = useFormats()
  const trouble = counts.trouble + unread
  const state =
    trouble > 0 ? 'trouble' : counts.waiting > 0 ? 'waiting' : counts.saving > 0 ? 'saving' : 'saved'
  return (
    <div
      className={styles.line}
      role={quiet ? undefined : 'status'}
      data-state={state}
      data-testid="saved-line"
    >
      {state === 'trouble' && (
        <>
          <ExclamationCircleFilled aria-hidden /> {t('sheet.line.trouble', { n: trouble })}
        </>
      )}
      {state === 'waiting' && (
        <>
          <CloudSyncOutlined aria-hidden /> {t('sheet.line.waiting', { n: counts.waiting })}
        </>
      )}
      {state === 'saving' && (
        <>
          <LoadingOutlined aria-hidden /> {t('sheet.line.saving')}
        </>
      )}
      {state === 'saved' && (
        <>
          <CheckOutlined aria-hidden />{' '}
          {counts.savedAt
            ? t('sheet.line.saved', {
                time: formats.instant(new Date(counts.savedAt).toISOString()).slice(0, 5),
              })
            : t('sheet.line.auto')}
        </>
      )}
    </div>
  )
}
