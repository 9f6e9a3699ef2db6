import { Tag } from 'antd'
import type { DraftLine } from '../api/types'
import { useI18n } from '../app/i18n'
import { today } from '../app/i18n/dates'
import { useFormats } from '../app/i18n/useFormats'
import styles from '../clusters/Clusters.module.css'

type Told = Pick<DraftLine, 'kind' | 'number' | 'commentsUntil' | 'comments' | 'unanswered' | 'withdrawnAt'>

/** What it is, which version, how long it takes comments and how many there are. */
export function DraftState({ draft }: { draft: Told }) {
  const { t } = useI18n()
  const formats = useFormats()
  const state = draft.withdrawnAt ? 'WITHDRAWN' : draft.commentsUntil < today() ? 'OVER' : 'OPEN'
  return (
    <span className={styles.marks}>
      <Tag color={state === 'OPEN' ? 'processing' : 'default'} data-testid={`draft-${state}`}>
        {t(`drafts.state.${state}`)}
      </Tag>
      <span>{t(`drafts.kind.${draft.kind}`)}</span>
      <span className={styles.quiet}>{t('drafts.number', { n: formats.number(draft.number) })}</span>
      <span className={styles.quiet}>{t('drafts.until', { date: formats.date(draft.commentsUntil) })}</span>
      <span className={styles.quiet} data-testid="draft-comments">
        {t('deliberation.comments', {
          n: formats.number(draft.comments),
          open: formats.number(draft.unanswered),
        })}
      </span>
    </span>
  )
}
