import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input, Select, Tag } from 'antd'
import { useState } from 'react'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { CLUSTER_KINDS } from '../clusters/kinds'
import { Panel } from '../ui/Facts'
import {
  changed,
  type Draft,
  type DraftGroup,
  faults,
  moved,
  type Naming,
  withGroup,
  withoutGroup,
} from './draft'
import styles from './Grouping.module.css'
import type { Group, GroupUnit } from './types'

interface Props {
  draft: Draft
  min: number
  max: number
  naming: Naming
  onChange(draft: Draft): void
}

/** The groups side by side. A unit is moved by choosing where to: with the keyboard and on a phone as with the mouse. */
export function Board({ draft, min, max, naming, onChange }: Props) {
  const { t } = useI18n()
  const [said, setSaid] = useState('')
  function move(unit: GroupUnit, to: number | null) {
    const target = draft.groups.find((group) => group.key === to)
    setSaid(t('grouping.moved', { unit: unit.name, to: target?.name ?? t('grouping.left') }))
    onChange(moved(draft, unit.unitId, to))
  }
  const units = (members: GroupUnit[], here: number | null, whys?: (string | null)[]) => (
    <ul className={styles.members}>
      {members.map((unit, i) => (
        <Row key={unit.unitId} unit={unit} why={whys?.[i]} groups={draft.groups} here={here} onMove={move} />
      ))}
    </ul>
  )
  return (
    <>
      <p className="heard" role="status" aria-live="polite">
        {said}
      </p>
      <div className={styles.board}>
        {draft.groups.map((group) => (
          <Panel key={group.key} testId={`group-${group.key}`}>
            <Head draft={draft} group={group} min={min} max={max} onChange={onChange} />
            {group.members.length > 0 ? (
              units(group.members, group.key)
            ) : (
              <p className={styles.quiet}>{t('grouping.empty')}</p>
            )}
          </Panel>
        ))}
        <Button
          className={styles.add}
          type="dashed"
          icon={<PlusOutlined />}
          onClick={() => onChange(withGroup(draft, naming))}
          data-testid="group-add"
        >
          {t('grouping.add')}
        </Button>
      </div>
      <Panel title={t('grouping.left')} testId="grouping-left">
        {draft.left.length === 0 ? (
          <p className={styles.quiet}>{t('grouping.left.none')}</p>
        ) : (
          units(
            draft.left.map((one) => one.unit),
            null,
            draft.left.map((one) => (one.why ? t(`grouping.why.${one.why}`) : null)),
          )
        )}
      </Panel>
    </>
  )
}

function Head({
  draft,
  group,
  min,
  max,
  onChange,
}: Omit<Props, 'naming'> & {
  group: DraftGroup
}) {
  const { t } = useI18n()
  const wrong = faults(draft, group)
  const count = group.members.length
  return (
    <header className={styles.head}>
      <div className={styles.named}>
        <Input
          aria-label={t('clusters.name')}
          maxLength={300}
          value={group.name}
          status={wrong.includes('name') ? 'error' : undefined}
          onChange={(event) => onChange(changed(draft, group.key, { name: event.target.value }))}
          data-testid={`group-name-${group.key}`}
        />
        <Button
          type="text"
          icon={<DeleteOutlined />}
          aria-label={t('grouping.remove', { name: group.name })}
          onClick={() => onChange(withoutGroup(draft, group.key))}
          data-testid={`group-remove-${group.key}`}
        />
      </div>
      <div className={styles.named}>
        <Input
          aria-label={t('clusters.code')}
          maxLength={35}
          spellCheck={false}
          value={group.code}
          status={wrong.some((one) => one !== 'name') ? 'error' : undefined}
          onChange={(event) => onChange(changed(draft, group.key, { code: event.target.value }))}
          data-testid={`group-code-${group.key}`}
        />
        <Select
          aria-label={t('clusters.kind')}
          value={group.kind}
          options={CLUSTER_KINDS.map((value) => ({ value, label: t(`clusters.kind.${value}`) }))}
          onChange={(kind) => onChange(changed(draft, group.key, { kind }))}
          className={styles.kind}
        />
      </div>
      {wrong.map((one) => (
        <p key={one} role="alert" className={styles.wrong}>
          {t(`grouping.fault.${one}`)}
        </p>
      ))}
      <p className={styles.reason}>
        <Tag
          color={count < min || count > max ? 'warning' : 'default'}
          data-testid={`group-count-${group.key}`}
        >
          {t('grouping.count', { n: count })}
        </Tag>
        {group.reason && <Reason reason={group.reason} />}
      </p>
    </header>
  )
}

/** Why these stand together. Said of the proposal: what the officer moves afterwards has reasons of its own. */
function Reason({ reason }: { reason: Group['reason'] }) {
  const { t } = useI18n()
  const { number } = useFormats()
  const parts = [
    reason.kind && reason.level ? `${t(`kind.${reason.kind}`)}, ${t(`level.${reason.level}`)}` : null,
    reason.regions ? reason.regions.join(', ') : null,
    reason.smallest !== null &&
    reason.smallest !== undefined &&
    reason.largest !== null &&
    reason.largest !== undefined
      ? t('grouping.sizes', { from: number(reason.smallest), to: number(reason.largest) })
      : null,
  ]
  return <span>{parts.filter(Boolean).join(' · ')}</span>
}

interface RowProps {
  unit: GroupUnit
  why?: string | null
  groups: DraftGroup[]
  here: number | null
  onMove(unit: GroupUnit, to: number | null): void
}

function Row({ unit, why, groups, here, onMove }: RowProps) {
  const { t } = useI18n()
  const { number } = useFormats()
  return (
    <li className={styles.member} data-testid={`grouped-${unit.code}`}>
      <span className={styles.unit}>
        {unit.name}{' '}
        <span className={styles.quiet}>
          <code>{unit.code}</code>
          {unit.size !== null && unit.size !== undefined && ` · ${number(unit.size)}`}
          {why && ` · ${why}`}
        </span>
      </span>
      {/* The platform's own choice: hundreds of them stay light, and a phone shows its wheel. */}
      <select
        className={styles.move}
        aria-label={t('grouping.move', { unit: unit.name })}
        value={here ?? ''}
        onChange={(event) => onMove(unit, event.target.value === '' ? null : Number(event.target.value))}
        data-testid={`move-${unit.code}`}
      >
        {groups.map((group) => (
          <option key={group.key} value={group.key}>
            {group.name || group.code}
          </option>
        ))}
        <option value="">{t('grouping.left')}</option>
      </select>
    </li>
  )
}
