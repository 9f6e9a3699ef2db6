import { Alert, Tag } from 'antd'
import type { Deliberation, Regulation, Season } from '../api/types'
import { useI18n } from '../app/i18n'
import { today } from '../app/i18n/dates'
import { useFormats } from '../app/i18n/useFormats'
import clusters from '../clusters/Clusters.module.css'
import { Panel } from '../ui/Facts'
import { Actions } from './Actions'
import styles from './Deliberation.module.css'
import { Hearing } from './Hearing'
import { Votes } from './Votes'

const colours: Record<Deliberation['status'], string> = {
  COMMENTING: 'processing',
  VOTING: 'processing',
  ADOPTED: 'success',
  REJECTED: 'error',
  WITHDRAWN: 'default',
}

interface Props {
  deliberation: Deliberation
  season: Season
  /** The newest version, which is put to the vote; null where none can be. */
  newestDraft: Regulation | null
}

/** One draft before the members: where it stands, what they said, how they voted. */
export function DeliberationPanel({ deliberation, season, newestDraft }: Props) {
  const { t } = useI18n()
  const formats = useFormats()
  const { status } = deliberation
  return (
    <>
      <Panel testId={`deliberation-${deliberation.status}`}>
        <div className={clusters.between}>
          <div>
            <h2 className={styles.title}>{deliberation.title}</h2>
            <p className={clusters.marks}>
              <Tag color={colours[status]} data-testid="deliberation-status">
                {t(`deliberation.status.${status}`)}
              </Tag>
              <span>
                {t('deliberation.version', { n: formats.number(deliberation.put ?? deliberation.draft) })}
              </span>
              <span className={clusters.quiet}>
                {t('deliberation.until')} {formats.date(deliberation.commentsUntil)}
              </span>
              <span className={clusters.quiet} data-testid="deliberation-comments">
                {t('deliberation.comments', {
                  n: formats.number(deliberation.comments),
                  open: formats.number(deliberation.unanswered),
                })}
              </span>
            </p>
          </div>
          <Actions deliberation={deliberation} season={season} newestDraft={newestDraft} />
        </div>
        {status === 'COMMENTING' && deliberation.commentsUntil < today() && (
          <p className={clusters.quiet}>{t('deliberation.over')}</p>
        )}
        {deliberation.withdrawReason && (
          <Alert
            type="warning"
            className={clusters.more}
            title={t('deliberation.withdrawn', { reason: deliberation.withdrawReason })}
          />
        )}
      </Panel>
      {deliberation.voters.length > 0 && <Votes deliberation={deliberation} />}
      <Hearing deliberation={deliberation} season={season} />
    </>
  )
}
