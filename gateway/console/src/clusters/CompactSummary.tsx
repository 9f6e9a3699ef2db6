import { Skeleton, Tag } from 'antd'
import { Link } from 'react-router'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { Panel } from '../ui/Facts'
import { Failed } from '../ui/Failed'
import styles from './Clusters.module.css'
import { compactColours } from './kinds'
import { useCompact } from './queries'

/** How far the season's compact is, beside the other facts of the season. */
export function CompactSummary({ seasonId }: { seasonId: string }) {
  const { t } = useI18n()
  const formats = useFormats()
  const { data: compact, error, refetch } = useCompact(seasonId)
  return (
    <Panel
      title={t('compact.title')}
      testId="compact-summary"
      aside={<Link to="?tab=compact">{t('action.details')}</Link>}
    >
      {compact === undefined ? (
        error ? (
          <Failed failure={error} retry={() => refetch()} />
        ) : (
          <Skeleton active title={false} paragraph={{ rows: 2 }} />
        )
      ) : compact === null ? (
        <p className={styles.quiet}>{t('compact.none')}</p>
      ) : (
        <>
          <p className={styles.marks}>
            <strong>{compact.title}</strong>
            <Tag color={compactColours[compact.status]}>{t(`compact.status.${compact.status}`)}</Tag>
          </p>
          <p className={styles.quiet}>
            {compact.signedOn && t('compact.signedOn', { date: formats.date(compact.signedOn) })}
            {compact.status === 'SIGNING' &&
              t('compact.progress', {
                signed: formats.number(compact.board.filter((one) => one.signedAt).length),
                all: formats.number(compact.board.length),
              })}
          </p>
        </>
      )}
    </Panel>
  )
}
