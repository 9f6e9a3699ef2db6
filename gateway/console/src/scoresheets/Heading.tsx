import type { CSSProperties, ReactNode } from 'react'
import styles from './Scoresheets.module.css'

const TAGS = ['h3', 'h4', 'h5', 'h6'] as const

/** The heading of a part or a group, the deeper the more parts are around it. */
export function Heading({ level, code, name }: { level: number; code: string; name: string }) {
  const Tag = TAGS[Math.min(level, TAGS.length - 1)] ?? 'h6'
  return (
    <Tag className={styles.heading}>
      <span className={styles.code}>{code}</span> {name}
    </Tag>
  )
}

/** The line of a part: what it is called, and beside it what its groups come to together. */
export function PartHead(props: { level: number; code: string; name: string; children: ReactNode }) {
  const { level, code, name, children } = props
  return (
    <header className={styles.part} style={indented(level)} data-testid={`part-${code}`}>
      <Heading level={level} code={code} name={name} />
      <strong>{children}</strong>
    </header>
  )
}

/** Sets something in by its level. */
export function indented(level: number): CSSProperties | undefined {
  return level > 0 ? ({ '--level': level } as CSSProperties) : undefined
}
