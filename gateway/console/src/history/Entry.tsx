import type { AuditEntry } from '../api/types'
import { type PlainKey, useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { vi } from '../app/i18n/vi'
import { Facts } from '../ui/Facts'
import { changes } from './diff'
import styles from './Entry.module.css'
import { shown } from './shown'

/** The field's own name in people's words where the console knows it. */
export function fieldKey(type: string, field: string): PlainKey | null {
  const last = field.split('.').at(-1) ?? field
  const bare = last.replace(/Id$/, '')
  for (const owner of [type.toLowerCase(), 'unit', 'person', 'mandate']) {
    for (const name of [last, bare]) {
      const key = `${owner}.${name}`
      if (key in vi) return key as PlainKey
    }
  }
  return last === 'reason' ? 'form.reason' : null
}

/** One audited action in full: field by field before and after, the reason, and the mandate it relied on. */
export function Entry({ entry }: { entry: AuditEntry }) {
  const { t } = useI18n()
  const formats = useFormats()
  const rows = changes(entry.before, entry.after)
  const label = (field: string) => {
    const key = fieldKey(entry.aggregateType, field)
    return key ? t(key) : field
  }
  return (
    <div className={styles.entry} data-testid={`audit-detail-${entry.id}`}>
      {rows.length === 0 ? (
        <p className={styles.quiet}>{t('history.nothing')}</p>
      ) : (
        <table className={styles.changes}>
          <thead>
            <tr>
              <th scope="col">{t('history.field')}</th>
              <th scope="col">{t('history.before')}</th>
              <th scope="col">{t('history.after')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.field}>
                <th scope="row">{label(row.field)}</th>
                <td className={styles.before}>{shown(row.before, t)}</td>
                <td className={styles.after}>{shown(row.after, t)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Facts
        items={[
          { label: t('history.reason'), value: entry.reason ?? '—' },
          { label: t('history.origin'), value: entry.origin ?? '—' },
          {
            label: t('history.mandate'),
            value: entry.mandateId ? <code className={styles.code}>{entry.mandateId}</code> : '—',
          },
          ...(entry.mandateAsOf
            ? [{ label: t('history.mandateAsOf'), value: formats.precise(entry.mandateAsOf) }]
            : []),
        ]}
      />
    </div>
  )
}
