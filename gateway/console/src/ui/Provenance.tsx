import {
  BulbOutlined,
  ExclamationCircleOutlined,
  FileTextOutlined,
  GlobalOutlined,
  HistoryOutlined,
  LinkOutlined,
} from '@ant-design/icons'
import { Popover } from 'antd'
import type { ReactNode } from 'react'
import { useI18n } from '../app/i18n'
import styles from './Provenance.module.css'

/** What a record rests on; the same words in every service. */
export type ProvenanceKind = 'LIVE' | 'IN_DOCUMENT' | 'NOT_IN_DOCUMENT' | 'INVENTED'

const icons: Record<ProvenanceKind, ReactNode> = {
  LIVE: <LinkOutlined aria-hidden />,
  IN_DOCUMENT: <FileTextOutlined aria-hidden />,
  NOT_IN_DOCUMENT: <GlobalOutlined aria-hidden />,
  INVENTED: <BulbOutlined aria-hidden />,
}

interface Props {
  provenance: ProvenanceKind
  source?: string | null
  /** Only the sign, for narrow places; the words are still read out and shown on opening. */
  small?: boolean
}

/**
 * Says what a record rests on and, opened, which document says it and where. What was made here needs no mark unless it names
 * a source.
 */
export function ProvenanceMark({ provenance, source, small = false }: Props) {
  const { t } = useI18n()
  if (provenance === 'LIVE' && !source) return null
  const words = t(`provenance.${provenance}`)
  return (
    <SourcePopover title={words} text={t(`provenance.${provenance}.means`)} source={source}>
      <button
        type="button"
        className={styles.mark}
        title={source ?? words}
        data-kind={provenance}
        data-small={small || undefined}
        data-testid={`provenance-${provenance}`}
      >
        {icons[provenance]}
        <span className={small ? 'heard' : undefined}>{words}</span>
      </button>
    </SourcePopover>
  )
}

/** Opens what stands behind something shown: the words that explain it and the place in the document it comes from. */
export function SourcePopover({
  title,
  text,
  source,
  children,
}: {
  title: string
  text?: ReactNode
  source?: string | null
  children: ReactNode
}) {
  const { t } = useI18n()
  return (
    <Popover
      trigger="click"
      title={title}
      content={
        <div className={styles.behind} data-testid="source-popover">
          {text && <div>{text}</div>}
          {source && (
            <div className={styles.source}>
              <span className={styles.label}>{t('provenance.source')}</span>
              <span data-testid="source-text">{source}</span>
            </div>
          )}
        </div>
      }
    >
      {children}
    </Popover>
  )
}

/** A season entered after the fact: nothing in it is due, nothing reminds, no rule ran. */
export function RecordedMark() {
  const { t } = useI18n()
  return (
    <SourcePopover title={t('mode.RECORDED')} text={t('mode.RECORDED.means')}>
      <button type="button" className={styles.mark} data-kind="RECORDED" data-testid="mode-RECORDED">
        <HistoryOutlined aria-hidden />
        {t('mode.RECORDED')}
      </button>
    </SourcePopover>
  )
}

/** A rule whose legal source nobody has checked yet. */
export function UnverifiedMark({ source }: { source?: string | null }) {
  const { t } = useI18n()
  return (
    <SourcePopover title={t('unverified')} text={t('unverified.means')} source={source}>
      <button type="button" className={styles.mark} data-kind="UNVERIFIED" data-testid="unverified">
        <ExclamationCircleOutlined aria-hidden />
        {t('unverified')}
      </button>
    </SourcePopover>
  )
}

/** Stands where a document states nothing: an answer, not a gap. */
export function NotStated() {
  const { t } = useI18n()
  return (
    <span className={styles.nothing} data-testid="not-stated">
      {t('notStated')}
    </span>
  )
}
