import { useQueries, useQuery } from '@tanstack/react-query'
import { Skeleton, Tree } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import type { Unit } from '../api/types'
import { useI18n } from '../app/i18n'
import { Failed } from '../ui/Failed'
import { childrenOf, tops } from './queries'

interface Node {
  key: string
  title: string
  children?: Node[]
  isLeaf?: boolean
}

interface Props {
  asOf?: string
  selected: string | null
  onSelect(id: string | null): void
}

/** The units as a tree, one level fetched when it is opened. */
export function UnitTree({ asOf, selected, onSelect }: Props) {
  const { t } = useI18n()
  const [open, setOpen] = useState<string[]>([])
  const top = useQuery({
    queryKey: ['units', 'tree', asOf],
    queryFn: () => tops(asOf),
    refetchInterval: 15_000,
  })
  const levels = useQueries({
    queries: open.map((id) => ({
      queryKey: ['units', 'tree', asOf, id],
      queryFn: () => childrenOf(id, asOf),
      refetchInterval: 15_000,
    })),
    combine: (results) => results.map((result) => result.data),
  })
  useEffect(() => {
    const first = top.data?.[0]
    if (first) setOpen((old) => (old.length === 0 ? [first.id] : old))
  }, [top.data])

  const nodes = useMemo(() => {
    const known = new Map(open.map((id, i) => [id, levels[i]]))
    const node = (unit: Unit): Node => {
      const below = known.get(unit.id)
      return {
        key: unit.id,
        title: unit.shortName ?? unit.name,
        children: below?.map(node),
        isLeaf: below ? below.length === 0 : undefined,
      }
    }
    return (top.data ?? []).map(node)
  }, [top.data, open, levels])

  if (!top.data) {
    return top.error ? (
      <Failed failure={top.error} retry={() => top.refetch()} />
    ) : (
      <Skeleton active title={false} paragraph={{ rows: 5 }} />
    )
  }
  return (
    <Tree
      aria-label={t('units.tree')}
      treeData={nodes}
      expandedKeys={open}
      loadData={(node) => {
        setOpen((old) => (old.includes(node.key) ? old : [...old, node.key]))
        return Promise.resolve()
      }}
      onExpand={(keys) => setOpen(keys.map(String))}
      selectedKeys={selected ? [selected] : []}
      onSelect={([key]) => onSelect(key ? String(key) : null)}
      titleRender={(node) => <span data-testid={`tree-${node.key}`}>{node.title}</span>}
      blockNode
      virtual={false}
    />
  )
}
