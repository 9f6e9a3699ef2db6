import type { ReactNode } from 'react'
import { usePageTitle } from '../app/titles'
import styles from './PageHeader.module.css'

interface Props {
  title: string
  lead?: ReactNode
  /** Small line above the title: where one is. */
  above?: ReactNode
  actions?: ReactNode
}

export function PageHeader({ title, lead, above, actions }: Props) {
  usePageTitle(title)
  return (
    <header className={styles.header}>
      <div className={styles.words}>
        {above && <div className={styles.above}>{above}</div>}
        <h1 className={styles.title} data-testid="page-title">
          {title}
        </h1>
        {lead && <div className={styles.lead}>{lead}</div>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  )
}
