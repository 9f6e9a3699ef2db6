import type { Role } from '../api/types'

/** The roles a person can be given; AGENCY belongs to systems and is set by the form. */
export const ROLES: Role[] = [
  'UNIT_OFFICER',
  'UNIT_LEADER',
  'CLUSTER_SECRETARY',
  'VERIFIER',
  'STANDING_OFFICER',
  'STANDING_LEADER',
  'COUNCIL_MEMBER',
  'COUNCIL_CHAIR',
  'TELLER',
  'AWARDING_AUTHORITY',
  'CLERK',
  'ACCOUNTANT',
  'ADMINISTRATOR',
  'AUDITOR',
]
