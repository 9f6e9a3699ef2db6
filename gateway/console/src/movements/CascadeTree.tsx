import { Skeleton } from 'antd'
import { Link } from 'react-router'
import type { MovementNode } from '../api/types'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import styles from '../clusters/Clusters.module.css'
import { Panel } from '../ui/Facts'
import { Failed } from '../ui/Failed'
import { Nothing } from '../ui/Nothing'
import { MovementState } from './MovementState'
import { useTree } from './queries'

/** The movements that answer this one, and those that answer them. */
export function CascadeTree({ id }: { id: string }) {
  const { t } = useI18n()
  const { data, error, refetch } = useTree(id)
  return (
    <Panel title={t('movements.tree')} testId="movement-tree">
      {!data ? (
        error ? (
          <Failed failure={error} retry={() => refetch()} />
        ) : (
          <Skeleton active title={false} />
        )
      ) : data.nodes.length < 2 ? (
        <Nothing title={t('movements.tree.none')} />
      ) : (
        <>
          <Branches nodes={data.nodes} above={id} />
          {!data.complete && <p className={styles.quiet}>{t('movements.tree.more')}</p>}
        </>
      )}
    </Panel>
  )
}

function Branches({ nodes, above }: { nodes: MovementNode[]; above: string }) {
  const { t } = useI18n()
  const formats = useFormats()
  const children = nodes.filter((node) => node.parentId === above && node.depth > 0)
  if (children.length === 0) return null
  return (
    <ul>
      {children.map((node) => (
        <li key={node.id} data-testid={`tree-${node.id}`}>
          <div className={styles.marks}>
            <Link to={`/movements/${node.id}`}>{node.name}</Link>
            <MovementState state={node.state} />
          </div>
          <div className={styles.quiet}>
            {node.unitName} · {t('movements.tree.joined', { n: formats.number(node.joined) })}
          </div>
          <Branches nodes={nodes} above={node.id} />
        </li>
      ))}
    </ul>
  )
}
