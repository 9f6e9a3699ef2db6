import type { founding as vi } from './texts.vi'

/** The decision that founded a cluster, in English. */
export const founding: Record<keyof typeof vi, string> = {
  'founding.title': 'Founding decision',
  'founding.none': 'No founding decision is recorded.',
  'founding.record': 'Record the decision',
  'founding.edit': 'Change the decision',
  'founding.saved': 'Founding decision saved',
  'founding.number': 'Number',
  'founding.decidedOn': 'Day',
  'founding.issuedBy': 'Issued by',
  'founding.issuedBy.help': 'Exactly as printed in the decision.',
  'founding.issuerUnit': 'Issuing unit in the system',
  'founding.scan': 'Scan',
  'founding.scan.none': 'not attached',
  'founding.scan.choose':
    'Scan of the decision (PDF or picture, 1 MB at most; large pictures are made smaller)',
  'founding.scan.stays': 'Keeps the scan: {name}',
  'founding.scan.drop': 'Drop the scan',
  'founding.withdraw': 'Take back',
  'founding.withdraw.text':
    'For a decision that did not found this cluster. What was recorded stays in the history.',
  'founding.withdrawn': 'Founding decision taken back',
  'did.CLUSTER_FOUNDING_RECORDED': 'Recorded the founding decision',
  'did.CLUSTER_FOUNDING_CORRECTED': 'Changed the founding decision',
  'did.CLUSTER_FOUNDING_WITHDRAWN': 'Took the founding decision back',
}
