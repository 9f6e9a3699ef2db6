import { Button } from 'antd'
import { useI18n } from '../app/i18n'
import styles from './Conflict.module.css'
import type { Difference } from './rebase'

interface Props {
  differences: Difference[]
  labels: Record<string, string>
  onKeep(): void
  onTake(): void
}

function words(value: unknown): string {
  if (value === null || value === undefined || value === '') return '—'
  if (typeof value === 'object')
    return 'name' in value ? String(value.name) : Object.values(value).filter(Boolean).map(words).join(' · ')
  return String(value)
}

/** Shown when someone else saved first: what they changed, what this person wants, and the two ways on. */
export function Conflict({ differences, labels, onKeep, onTake }: Props) {
  const { t } = useI18n()
  return (
    <section className={styles.box} role="alert" data-testid="conflict">
      <h2 className={styles.title}>{t('conflict.title')}</h2>
      <p>{t('conflict.text')}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{t('conflict.field')}</th>
            <th>{t('conflict.theirs')}</th>
            <th>{t('conflict.mine')}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map((difference) => (
            <tr key={difference.field} className={difference.clash ? styles.clash : undefined}>
              <th scope="row">{labels[difference.field] ?? difference.field}</th>
              <td>{words(difference.theirs)}</td>
              <td>{difference.clash ? words(difference.mine) : '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {!differences.some((difference) => difference.clash) && <p>{t('conflict.same')}</p>}
      <div className={styles.ways}>
        <Button type="primary" onClick={onKeep} data-testid="conflict-keep">
          {t('conflict.keep')}
        </Button>
        <Button onClick={onTake} data-testid="conflict-take">
          {t('conflict.take')}
        </Button>
      </div>
    </section>
  )
}
