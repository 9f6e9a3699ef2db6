import { Link } from 'react-router'
import { cluster, content } from '../api/client'
import type { TakenCodes } from '../api/types'
import { Guarded } from '../app/Guarded'
import { useI18n } from '../app/i18n'
import { TableIntake, type TableKind } from '../tables/TableIntake'

/** Other agencies' codes in from a spreadsheet. */
export function CodeTables() {
  return (
    <Guarded ability="UNITS_WRITE">
      <Screen />
    </Guarded>
  )
}

function Screen() {
  const { t } = useI18n()
  const kind: TableKind<TakenCodes> = {
    path: '/api/v1/foreign-code-tables',
    name: 'code-table',
    above: <Link to="/units">{t('nav.units')}</Link>,
    title: t('codeTable.title'),
    lead: t('table.lead'),
    take: (mode, reason, file) =>
      content<TakenCodes>(
        cluster.POST('/api/v1/foreign-code-tables', { params: { query: { mode, reason } }, ...file }),
      ),
    failures: (file) =>
      content(cluster.POST('/api/v1/foreign-code-tables/failures', { parseAs: 'blob', ...file })),
    sentence: (taken) =>
      t(taken.applied ? 'codeTable.saved' : 'codeTable.judged', {
        rows: taken.rows,
        recorded: taken.recorded,
        changed: taken.changed,
        unchanged: taken.unchanged,
        refused: taken.refused,
      }),
    reasonHelp: t('codeTable.reason.help'),
    reasonNeeded: (judged) => judged.changed > 0,
    concerns: ['units'],
  }
  return <TableIntake kind={kind} />
}
