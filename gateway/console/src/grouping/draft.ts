import type { Acceptance, Group, GroupUnit, Proposal, WhyLeft } from './types'

/** A group as the officer has it on the screen. */
export interface DraftGroup {
  key: number
  code: string
  name: string
  kind: Group['kind']
  /** Null for a group that the officer added. */
  reason: Group['reason'] | null
  members: GroupUnit[]
}

/** Who is in no group; `why` is null for whom the officer put there. */
export interface LeftUnit {
  unit: GroupUnit
  why: WhyLeft | null
}

/** A proposal while it is edited: every unit of it is in one group or left over, and nobody gets lost. */
export interface Draft {
  groups: DraftGroup[]
  left: LeftUnit[]
}

/** How a new group is called until somebody names it. */
export type Naming = (n: number) => { code: string; name: string }

export function draftOf(proposal: Proposal, naming: Naming): Draft {
  return {
    groups: proposal.groups.map((group, i) => ({
      key: i + 1,
      ...naming(i + 1),
      kind: group.kind,
      reason: group.reason,
      members: group.members,
    })),
    left: proposal.leftOver,
  }
}

/** The unit in another group, or in none (`to` is null). */
export function moved(draft: Draft, unitId: string, to: number | null): Draft {
  const unit =
    draft.groups.flatMap((group) => group.members).find((one) => one.unitId === unitId) ??
    draft.left.find((one) => one.unit.unitId === unitId)?.unit
  if (!unit) return draft
  const groups = draft.groups.map((group) => {
    const others = group.members.filter((one) => one.unitId !== unitId)
    if (group.key === to) return { ...group, members: [...others, unit] }
    return others.length === group.members.length ? group : { ...group, members: others }
  })
  const left = draft.left.filter((one) => one.unit.unitId !== unitId)
  return { groups, left: to === null ? [...left, { unit, why: null }] : left }
}

export function withGroup(draft: Draft, naming: Naming): Draft {
  const key = Math.max(0, ...draft.groups.map((group) => group.key)) + 1
  const kind = draft.groups[0]?.kind ?? 'REGIONAL'
  return { ...draft, groups: [...draft.groups, { key, ...naming(key), kind, reason: null, members: [] }] }
}

/** The group is gone and its members are left over. */
export function withoutGroup(draft: Draft, key: number): Draft {
  const gone = draft.groups.find((group) => group.key === key)
  return {
    groups: draft.groups.filter((group) => group.key !== key),
    left: [...draft.left, ...(gone?.members ?? []).map((unit) => ({ unit, why: null }))],
  }
}

export function changed(
  draft: Draft,
  key: number,
  change: Partial<Pick<DraftGroup, 'code' | 'name' | 'kind'>>,
): Draft {
  return {
    ...draft,
    groups: draft.groups.map((group) => (group.key === key ? { ...group, ...change } : group)),
  }
}

export const tidyCode = (code: string) => code.trim().toUpperCase()

/** What keeps a group from being founded; empty groups are founded by nobody and need nothing. */
export function faults(draft: Draft, group: DraftGroup): ('name' | 'code' | 'code-twice')[] {
  if (group.members.length === 0) return []
  const found: ('name' | 'code' | 'code-twice')[] = []
  const code = tidyCode(group.code)
  if (!group.name.trim()) found.push('name')
  if (!/^[A-Z0-9][A-Z0-9.-]{0,34}$/.test(code)) found.push('code')
  else if (
    draft.groups.some(
      (other) => other.key !== group.key && other.members.length > 0 && tidyCode(other.code) === code,
    )
  )
    found.push('code-twice')
  return found
}

/** Whether it can be accepted: at least one group, and every one of them is named. */
export function isReady(draft: Draft): boolean {
  return (
    draft.groups.some((group) => group.members.length > 0) &&
    draft.groups.every((group) => faults(draft, group).length === 0)
  )
}

export function groupsOf(draft: Draft): Acceptance['groups'] {
  return draft.groups
    .filter((group) => group.members.length > 0)
    .map((group) => ({
      code: tidyCode(group.code),
      name: group.name.trim(),
      kind: group.kind,
      members: group.members.map((unit) => unit.unitId),
    }))
}
