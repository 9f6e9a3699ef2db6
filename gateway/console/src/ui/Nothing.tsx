import type { ReactNode } from 'react'
import styles from './States.module.css'

interface Props {
  title: string
  text?: string
  /** True where this is the whole page: its title is then the page's heading. */
  page?: boolean
  children?: ReactNode
}

/** An empty list is an answer, not a failure, and must not look like one. */
export function Nothing({ title, text, page, children }: Props) {
  return (
    <div className={styles.state} data-testid="empty-state">
      <svg viewBox="0 0 48 48" className={styles.mark} aria-hidden="true">
        <path d="M10 14h28v24H10zM10 22h28M18 30h12" />
      </svg>
      {page ? <h1 className={styles.title}>{title}</h1> : <div className={styles.title}>{title}</div>}
      {text && <div className={styles.text}>{text}</div>}
      {children}
    </div>
  )
}
