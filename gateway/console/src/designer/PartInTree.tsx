import type { CSSProperties } from 'react'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import styles from './Designer.module.css'
import type { Part } from './draft'

interface Props {
  part: Part
  level: number
  come: number
  here: boolean
  /** Names its place in the tree. */
  place: string
  onHere(): void
}

/** A part above the groups that follow; groups keep the order in which they are written, so that it may come again. */
export function PartInTree({ part, level, come, here, place, onHere }: Props) {
  const { t } = useI18n()
  const formats = useFormats()
  return (
    <button
      type="button"
      role="treeitem"
      aria-level={level + 1}
      aria-selected={here}
      tabIndex={here ? 0 : -1}
      className={styles.partHead}
      style={{ '--level': level } as CSSProperties}
      data-place={place}
      onClick={onHere}
      data-testid={`head-${part.code}`}
    >
      <span className={styles.code}>{part.code}</span>
      <span className={styles.nodeName}>{part.name}</span>
      <span className={styles.nodePoints}>
        {formats.number(part.maximum)}
        {come !== part.maximum && <em data-short>{t('design.part.comes', { sum: formats.number(come) })}</em>}
      </span>
    </button>
  )
}
