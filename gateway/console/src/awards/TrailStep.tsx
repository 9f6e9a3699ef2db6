import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useI18n } from '../app/i18n'
import styles from './Trail.module.css'

interface StepProps {
  name: 'decision' | 'nomination' | 'opinion' | 'candidate' | 'election' | 'ranking' | 'score'
  to?: string
  id?: string
  children: ReactNode
}

export function Step({ name, to, id, children }: StepProps) {
  const { t } = useI18n()
  const title = t(`trail.${name}`)
  return (
    <li className={styles.step} data-testid={`trail-${name}`}>
      <h3>{to ? <Link to={to}>{title}</Link> : title}</h3>
      <div>{children}</div>
      {id && <div className={styles.id}>{t('trail.id', { id })}</div>}
    </li>
  )
}
