import type { Exemplar, Replication } from '../api/types'

export const STATES: Exemplar['state'][] = ['PROPOSED', 'VERIFIED', 'PUBLISHED', 'REFUSED', 'WITHDRAWN']
export const SUBJECTS: Exemplar['subject'][] = ['PERSON', 'COLLECTIVE', 'HOUSEHOLD']
export const LEVELS: Exemplar['level'][] = ['UNIT', 'CLUSTER', 'PROVINCE', 'CENTRAL']
export const COURSES: Replication['state'][] = ['UNDER_WAY', 'ESTABLISHED', 'GIVEN_UP']
