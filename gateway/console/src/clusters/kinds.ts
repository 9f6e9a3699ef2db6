import type { Cluster, Compact, Election, Headship, KeyTask, Movement, Season } from '../api/types'

export const CLUSTER_KINDS: Cluster['kind'][] = ['REGIONAL', 'SECTORAL']
export const HOWS: Headship['how'][] = ['ELECTED', 'ROTATION', 'APPOINTED', 'NOT_STATED']

/** How a state looks: what runs stands out, what is over steps back. */
export const seasonColours: Record<Season['state'], string> = {
  PLANNED: 'processing',
  OPEN: 'success',
  CLOSED: 'default',
}

export const compactColours: Record<Compact['status'], string> = {
  SIGNING: 'processing',
  SUPERSEDED: 'default',
  SIGNED: 'success',
  WITHDRAWN: 'default',
}

export const electionColours: Record<Election['status'], string> = {
  DRAFT: 'default',
  OPEN: 'processing',
  COUNTED: 'success',
  VOID: 'error',
}

export const TASK_KINDS: KeyTask['kind'][] = ['KEY_TASK', 'DIRECTIVE', 'PETITION']
export type Outcome = KeyTask['reviews'][number]['outcome']
export const OUTCOMES: Outcome[] = ['DONE', 'GOING_ON', 'NOT_DONE', 'NOT_STATED']
export const outcomeColours: Record<Outcome, string> = {
  DONE: 'success',
  GOING_ON: 'processing',
  NOT_DONE: 'error',
  NOT_STATED: 'default',
}

export const MOVEMENT_LEVELS: Movement['level'][] = ['CENTRAL', 'PROVINCE', 'CLUSTER', 'UNIT']
export const MOVEMENT_KINDS: Movement['kind'][] = ['REGULAR', 'THEMATIC', 'SPECIAL']
