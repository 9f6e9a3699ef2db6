import type { UnitKind, UnitLevel } from '../api/types'

export const KINDS: UnitKind[] = ['ADMINISTRATION', 'DEPARTMENT', 'SCHOOL', 'ENTERPRISE', 'ORGANISATION']
export const LEVELS: UnitLevel[] = ['CENTRAL', 'PROVINCE', 'COMMUNE', 'DISTRICT', 'NONE']
