import type { ReactNode } from 'react'
import styles from './Facts.module.css'

/** Labelled facts about one thing, in as many columns as fit. */
export function Facts({ items }: { items: { label: string; value: ReactNode; testId?: string }[] }) {
  return (
    <dl className={styles.facts}>
      {items.map((item) => (
        <div key={item.label} className={styles.fact}>
          <dt>{item.label}</dt>
          <dd data-testid={item.testId}>{item.value ?? '—'}</dd>
        </div>
      ))}
    </dl>
  )
}

export function Panel({
  title,
  aside,
  children,
  testId,
}: {
  title?: ReactNode
  aside?: ReactNode
  children: ReactNode
  testId?: string
}) {
  return (
    <section className={styles.panel} data-testid={testId}>
      {title && (
        <header className={styles.head}>
          <h2>{title}</h2>
          {aside}
        </header>
      )}
      {children}
    </section>
  )
}
