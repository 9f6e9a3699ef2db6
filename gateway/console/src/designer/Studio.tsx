import { Tabs } from 'antd'
import { useMemo, useState } from 'react'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import type { Scoresheet } from '../indicators/scoreTypes'
import { useSeasonMembers } from '../indicators/season'
import type { Season } from '../indicators/types'
import { Conflict } from '../ui/Conflict'
import { SavedLine, Trouble } from '../ui/sheet/Fate'
import { Checks, partOf, placeOf } from './Checks'
import { CriterionPanel } from './CriterionPanel'
import styles from './Designer.module.css'
import { type Criterion, type Group, type Part, sheetSums } from './draft'
import { GroupPanel } from './GroupPanel'
import { PartPanel, PartsPanel } from './PartsPanel'
import { withParts } from './parts'
import { useChecks } from './queries'
import { Settings } from './Settings'
import { Terms } from './Terms'
import { type Act, pointerOf, Tree } from './Tree'
import { TrialOnPast } from './TrialOnPast'
import {
  type Acted,
  addCriterion,
  addGroup,
  into,
  mayRemove,
  move,
  out,
  type Place,
  remove,
  settled,
} from './tree'
import { useDraft } from './useDraft'

const TABS = ['tree', 'parts', 'settings', 'terms', 'trial', 'checks'] as const
type Tab = (typeof TABS)[number]

/** A draft being written: tree, rules, what holds for the whole, the trial on a past season, and what stands against freezing. */
export function Studio({ sheet, season }: { sheet: Scoresheet; season: Season }) {
  const { t } = useI18n()
  const members = useSeasonMembers(season)
  const work = useDraft(sheet)
  const { draft, row, fate } = work
  const [tab, setTab] = useState<Tab>('tree')
  const [stood, setAt] = useState<Place>({ group: 0, criterion: null })
  const checks = useChecks(sheet.id, row.version)
  const at = settled(draft.groups, stood, draft.parts)
  const faults = useMemo(() => {
    const counted = new Map<string, number>()
    for (const { pointer } of checks.data?.findings ?? []) {
      const place = placeOf(pointer)
      if (place) counted.set(pointerOf(place), (counted.get(pointerOf(place)) ?? 0) + 1)
    }
    return counted
  }, [checks.data])
  const names = { group: t('design.group.new'), criterion: t('design.criterion.new') }
  const acted: Record<Exclude<Act, 'undo'>, () => Acted> = {
    group: () => addGroup(draft, at, names),
    criterion: () => addCriterion(draft, at, names),
    remove: () => remove(draft, at),
    up: () => move(draft, at, -1),
    down: () => move(draft, at, 1),
    out: () => out(draft, at),
    into: () => into(draft, at),
  }
  const may = (act: Act) => {
    if (act === 'undo') return work.canUndo
    if (act === 'remove') return mayRemove(draft, at)
    if (act === 'group') return true
    if (act === 'criterion') return at.part === undefined
    const { groups, parts } = acted[act]()
    return groups !== draft.groups || parts !== undefined
  }
  function onAct(act: Act) {
    if (act === 'undo') return void work.undo()
    const { groups, parts, at: next } = acted[act]()
    work.act(groups, false, parts)
    setAt(next)
  }
  const group = draft.groups[at.group] as Group
  const setGroup = (changed: Group) => work.act(draft.groups.with(at.group, changed), true)
  const criterion = at.criterion === null ? undefined : group.criteria[at.criterion]
  const setCriterion = (changed: Criterion) =>
    setGroup({ ...group, criteria: group.criteria.with(at.criterion as number, changed) })
  const part = at.part === undefined ? undefined : draft.parts?.[at.part]
  const setParts = (rows: Part[], typed: boolean) => {
    const { parts, groups } = withParts(draft, rows)
    work.act(groups, typed, parts)
  }
  const others = (codes: { code: string }[], own: string) =>
    new Set(codes.map((one) => one.code).filter((code) => code !== own))
  const count = checks.data?.findings.length ?? 0
  const counts = {
    saving: fate.kind === 'saving' || fate.kind === 'typed' ? 1 : 0,
    waiting: fate.kind === 'waiting' ? 1 : 0,
    trouble: fate.kind === 'refused' || fate.kind === 'conflict' ? 1 : 0,
    unsaved: row.unsaved ? 1 : 0,
    savedAt: fate.kind === 'saved' ? fate.at : null,
  }
  return (
    <div className={styles.studio} data-testid="studio">
      <div className={styles.state}>
        <Sums draft={draft} />
        <SavedLine counts={counts} />
      </div>
      {fate.kind === 'conflict' ? (
        <Conflict
          differences={fate.clashes.map((clash) => ({ ...clash, theirs: '…', mine: '…' }))}
          labels={{ groups: t('design.tab.tree'), parts: t('design.tab.parts') }}
          onKeep={() => row.decide('mine')}
          onTake={() => row.decide('theirs')}
        />
      ) : (
        <Trouble row={row} fate={fate} labels={{}} show={String} testId="design" />
      )}
      <Tabs
        activeKey={tab}
        onChange={(key) => setTab(key as Tab)}
        items={TABS.map((key) => ({
          key,
          label: (
            <span data-testid={`design-tab-${key}`}>
              {t(`design.tab.${key}`)}
              {key === 'checks' && count > 0 && <span className={styles.faults}>{count}</span>}
            </span>
          ),
        }))}
      />
      {tab === 'tree' && (
        <div className={styles.split}>
          <Tree draft={draft} at={at} faults={faults} may={may} onAt={setAt} onAct={onAct} />
          <div className={styles.side} key={pointerOf(at)}>
            {part ? (
              <PartPanel
                draft={draft}
                part={part}
                findings={checks.data?.findings ?? []}
                onPart={(changed) => setParts(draft.parts?.with(at.part as number, changed) ?? [], true)}
                onAll={() => setTab('parts')}
              />
            ) : criterion ? (
              <CriterionPanel
                sheetId={sheet.id}
                criterion={criterion}
                taken={others(
                  draft.groups.flatMap((one) => one.criteria),
                  criterion.code,
                )}
                members={members.data ?? []}
                unmatched={draft.unmatched}
                onCriterion={setCriterion}
              />
            ) : (
              <GroupPanel
                group={group}
                taken={others(draft.groups, group.code)}
                parts={draft.parts ?? []}
                onGroup={setGroup}
              />
            )}
          </div>
        </div>
      )}
      {tab === 'parts' && (
        <PartsPanel
          draft={draft}
          findings={checks.data?.findings ?? []}
          onParts={setParts}
          onMoved={({ groups, parts }) => work.act(groups, false, parts)}
        />
      )}
      {tab === 'settings' && <Settings draft={draft} onEdit={work.edit} />}
      {tab === 'terms' && <Terms draft={draft} seasonId={season.id} onEdit={work.edit} />}
      {tab === 'trial' && <TrialOnPast season={season} findings={count} unsaved={row.unsaved} />}
      {tab === 'checks' && (
        <Checks
          draft={draft}
          checks={checks}
          version={row.version}
          unsaved={row.unsaved}
          season={season}
          sheetId={sheet.id}
          settle={work.settle}
          onGo={(place, pointer) => {
            if (place) setAt(place)
            setTab(
              place
                ? 'tree'
                : partOf(pointer) !== null
                  ? 'parts'
                  : /^\/(knockOuts|grades|prizes|ties)/.test(pointer)
                    ? 'terms'
                    : 'settings',
            )
          }}
        />
      )}
    </div>
  )
}

/** What the groups come to against the stated scale, at every moment. */
function Sums({ draft }: { draft: Parameters<typeof sheetSums>[0] }) {
  const { t } = useI18n()
  const formats = useFormats()
  const { stated, reached, short } = sheetSums(draft)
  return (
    <p className={styles.sums} data-testid="design-sums" data-even={short === 0 || undefined}>
      {t('design.sums', { reached: formats.number(reached), stated: formats.number(stated) })}{' '}
      <strong>
        {short === 0
          ? t('design.sums.even')
          : short > 0
            ? t('design.sums.short', { n: formats.number(short) })
            : t('design.sums.beyond', { n: formats.number(-short) })}
      </strong>
    </p>
  )
}
