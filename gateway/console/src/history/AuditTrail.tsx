import { useInfiniteQuery } from '@tanstack/react-query'
import { Tag } from 'antd'
import type { AuditEntry, Service } from '../api/types'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { firstPage, LIVE, nextPage } from '../app/queries'
import { DataTable } from '../ui/DataTable'
import { rowsOf } from '../ui/rows'
import { auditOf, reviewsOf } from './audit'
import { Entry } from './Entry'
import styles from './Entry.module.css'
import { useActionWords } from './useActionWords'

interface Props {
  service: Service
  /** Only the trail of this one thing. */
  aggregateId?: string | null
  /** The list of actions to look at again, instead of all. */
  reviews?: boolean
}

export function AuditTrail({ service, aggregateId = null, reviews = false }: Props) {
  const { t } = useI18n()
  const formats = useFormats()
  const { action, thing } = useActionWords()
  const query = useInfiniteQuery({
    queryKey: ['audit', service, reviews, aggregateId],
    queryFn: ({ pageParam }) =>
      reviews ? reviewsOf(service, pageParam) : auditOf(service, aggregateId, pageParam),
    initialPageParam: firstPage,
    getNextPageParam: nextPage,
    ...LIVE,
  })
  return (
    <DataTable<AuditEntry>
      label={t(reviews ? 'history.reviews' : 'history.entries')}
      testId={reviews ? 'audit-reviews' : 'audit-table'}
      list={rowsOf(query)}
      rowKey={(entry) => entry.id}
      rowTestId={(entry) => `audit-row-${entry.action}`}
      empty={{ title: t(reviews ? 'history.reviews.empty' : 'history.empty') }}
      expand={(entry) => <Entry entry={entry} />}
      columns={[
        { key: 'at', title: t('history.at'), width: 170, show: (entry) => formats.precise(entry.at) },
        {
          key: 'action',
          title: t('history.action'),
          phone: 'heading',
          show: (entry) => action(entry.action),
        },
        {
          key: 'actor',
          title: t('history.actor'),
          show: (entry) => entry.actorName ?? <code className={styles.small}>{entry.actor}</code>,
        },
        ...(aggregateId
          ? []
          : [
              {
                key: 'subject',
                title: t('history.subject'),
                wrap: true,
                show: (entry: AuditEntry) => (
                  <span className={styles.actor}>
                    {nameOf(entry) ?? thing(entry.aggregateType)}
                    <span className={styles.small}>{thing(entry.aggregateType)}</span>
                  </span>
                ),
              },
            ]),
        { key: 'reason', title: t('history.reason'), wrap: true, show: (entry) => entry.reason ?? '—' },
        {
          key: 'sealed',
          title: t('history.seal'),
          show: (entry) => (
            <Tag color={entry.sealed ? 'success' : 'default'}>
              {t(entry.sealed ? 'history.sealed' : 'history.unsealed')}
            </Tag>
          ),
        },
      ]}
    />
  )
}

function nameOf(entry: AuditEntry): string | null {
  const state = (entry.after ?? entry.before) as Record<string, unknown> | null
  for (const field of ['name', 'personName', 'clientId']) {
    if (typeof state?.[field] === 'string') return state[field]
  }
  return null
}
