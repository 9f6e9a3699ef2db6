import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  DeleteOutlined,
  MenuFoldOutlined,
  MenuUnfoldOutlined,
  PlusOutlined,
  UndoOutlined,
} from '@ant-design/icons'
import { Button } from 'antd'
import { type CSSProperties, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { around } from '../scoresheets/outline'
import styles from './Designer.module.css'
import { type Draft, type Group, groupSums } from './draft'
import { PartInTree } from './PartInTree'
import { partSum } from './parts'
import { type Place, samePlace, stops } from './tree'

export type Act = 'group' | 'criterion' | 'remove' | 'up' | 'down' | 'out' | 'into' | 'undo'

interface Props {
  draft: Draft
  at: Place
  /** How many findings stand against each node, by its pointer. */
  faults: Map<string, number>
  may(act: Act): boolean
  onAt(at: Place): void
  onAct(act: Act): void
}

/** By this a finding names a group or a criterion; a part has one for each heading it has in the tree. */
export function pointerOf({ group, criterion, part }: Place): string {
  if (part !== undefined) return `/parts/${part}/groups/${group}`
  return criterion === null ? `/groups/${group}` : `/groups/${group}/criteria/${criterion}`
}

const KEYS: Record<string, Act> = {
  'Alt+ArrowUp': 'up',
  'Alt+ArrowDown': 'down',
  'Alt+ArrowLeft': 'out',
  'Alt+ArrowRight': 'into',
  Insert: 'criterion',
  'Shift+Insert': 'group',
  Delete: 'remove',
  'Ctrl+z': 'undo',
}

/** Parts, groups and criteria with their points; every act by the keyboard, and by buttons for everybody else. */
export function Tree({ draft, at, faults, may, onAt, onAct }: Props) {
  const { t } = useI18n()
  const box = useRef<HTMLDivElement>(null)
  const nodes = stops(draft)
  const within = useRef(false)
  useEffect(() => {
    // Focus follows what was moved, as long as it was in the tree.
    if (within.current) box.current?.querySelector<HTMLElement>(`[data-place="${pointerOf(at)}"]`)?.focus()
  }, [at])

  function keyed(event: KeyboardEvent) {
    const pressed = `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${event.shiftKey ? 'Shift+' : ''}${event.key}`
    const act = KEYS[pressed]
    const here = nodes.findIndex((one) => samePlace(one, at))
    const next = { ArrowDown: nodes[here + 1], ArrowUp: nodes[here - 1], Home: nodes[0], End: nodes.at(-1) }[
      pressed
    ]
    if (act) {
      event.preventDefault()
      if (may(act)) onAct(act)
    } else if (next) {
      event.preventDefault()
      onAt(next)
    }
  }

  const button = (act: Act, icon: ReactNode, words: string) => (
    <Button
      size="small"
      icon={icon}
      disabled={!may(act)}
      onClick={() => onAct(act)}
      title={words}
      aria-label={words}
      data-testid={`tree-${act}`}
    />
  )
  return (
    <div className={styles.treeBox}>
      <div className={styles.tools} role="toolbar" aria-label={t('design.tree')}>
        <Button size="small" icon={<PlusOutlined />} onClick={() => onAct('group')} data-testid="tree-group">
          {t('design.act.group')}
        </Button>
        <Button
          size="small"
          icon={<PlusOutlined />}
          disabled={!may('criterion')}
          onClick={() => onAct('criterion')}
          data-testid="tree-criterion"
        >
          {t('design.act.criterion')}
        </Button>
        <span className={styles.spring} />
        {button('up', <ArrowUpOutlined />, t('design.act.up'))}
        {button('down', <ArrowDownOutlined />, t('design.act.down'))}
        {button('out', <MenuFoldOutlined />, t('design.act.out'))}
        {button('into', <MenuUnfoldOutlined />, t('design.act.into'))}
        {button('remove', <DeleteOutlined />, t('design.act.remove'))}
        {button('undo', <UndoOutlined />, t('design.act.undo'))}
      </div>
      <div
        ref={box}
        role="tree"
        aria-label={t('design.tree')}
        tabIndex={-1}
        className={styles.tree}
        onKeyDown={keyed}
        onFocus={() => {
          within.current = true
        }}
        onBlur={() => {
          within.current = false
        }}
        data-testid="design-tree"
      >
        {nodes.map((place) => {
          const group = draft.groups[place.group] as Group
          const path = around(draft.parts, group)
          const part = place.part === undefined ? undefined : draft.parts?.[place.part]
          return part ? (
            <PartInTree
              key={pointerOf(place)}
              part={part}
              level={path.indexOf(part)}
              come={partSum(draft, part)}
              here={samePlace(place, at)}
              place={pointerOf(place)}
              onHere={() => onAt(place)}
            />
          ) : (
            <Node
              key={pointerOf(place)}
              place={place}
              level={path.length}
              group={group}
              here={samePlace(place, at)}
              faults={faults.get(pointerOf(place)) ?? 0}
              onAt={onAt}
            />
          )
        })}
      </div>
      <p className={styles.hint}>{t('design.keys')}</p>
    </div>
  )
}

interface NodeProps {
  place: Place
  /** How many parts it lies in. */
  level: number
  group: Group
  here: boolean
  faults: number
  onAt(at: Place): void
}

function Node({ place, level, group, here, faults, onAt }: NodeProps) {
  const { t } = useI18n()
  const formats = useFormats()
  const criterion = place.criterion === null ? null : group.criteria[place.criterion]
  const one = criterion ?? group
  const { base, short } = groupSums(group)
  return (
    <button
      type="button"
      role="treeitem"
      aria-level={level + (criterion ? 2 : 1)}
      aria-selected={here}
      tabIndex={here ? 0 : -1}
      className={criterion ? styles.leaf : styles.branch}
      style={{ '--level': level } as CSSProperties}
      data-place={pointerOf(place)}
      data-testid={`node-${one.code}`}
      onClick={() => onAt(place)}
    >
      <span className={styles.code}>{one.code}</span>
      <span className={styles.nodeName}>{one.name}</span>
      {faults > 0 && (
        <span className={styles.faults} title={t('design.faults', { n: faults })}>
          {faults}
          <span className="heard">{t('design.faults', { n: faults })}</span>
        </span>
      )}
      <span className={styles.nodePoints}>
        {formats.number(one.maximum)}
        {!criterion && short !== 0 && (
          <em data-short={short > 0 || undefined} data-testid={`short-${group.code}`}>
            {short > 0
              ? t('design.short', { base: formats.number(base), short: formats.number(short) })
              : t('design.beyond', { base: formats.number(base), beyond: formats.number(-short) })}
          </em>
        )}
      </span>
    </button>
  )
}
