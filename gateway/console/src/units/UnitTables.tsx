import { Link } from 'react-router'
import { cluster, content } from '../api/client'
import type { TakenTable } from '../api/types'
import { Guarded } from '../app/Guarded'
import { useI18n } from '../app/i18n'
import { TableIntake, type TableKind } from '../tables/TableIntake'

/** Units in from a spreadsheet. */
export function UnitTables() {
  return (
    <Guarded ability="UNITS_WRITE">
      <Screen />
    </Guarded>
  )
}

function Screen() {
  const { t } = useI18n()
  const kind: TableKind<TakenTable> = {
    path: '/api/v1/unit-tables',
    name: 'unit-table',
    above: <Link to="/units">{t('nav.units')}</Link>,
    title: t('unitTable.title'),
    lead: t('table.lead'),
    actions: <Link to="/units/codes/table">{t('codeTable.title')}</Link>,
    take: (mode, reason, file) =>
      content<TakenTable>(
        cluster.POST('/api/v1/unit-tables', { params: { query: { mode, reason } }, ...file }),
      ),
    failures: (file) => content(cluster.POST('/api/v1/unit-tables/failures', { parseAs: 'blob', ...file })),
    sentence: (taken) =>
      t(taken.applied ? 'unitTable.saved' : 'unitTable.judged', {
        rows: taken.rows,
        founded: taken.founded,
        changed: taken.changed,
        unchanged: taken.unchanged,
        refused: taken.refused,
      }),
    reasonHelp: t('unitTable.reason.help'),
    reasonNeeded: (judged) => judged.changed > 0,
    concerns: ['units'],
  }
  return <TableIntake kind={kind} />
}
