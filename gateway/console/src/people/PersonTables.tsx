import { Link } from 'react-router'
import { cluster, content } from '../api/client'
import type { TakenPeople } from '../api/types'
import { Guarded } from '../app/Guarded'
import { useI18n } from '../app/i18n'
import { TableIntake, type TableKind } from '../tables/TableIntake'

/** People with their mandates in from a spreadsheet. */
export function PersonTables() {
  return (
    <Guarded ability="PEOPLE_WRITE">
      <Screen />
    </Guarded>
  )
}

function Screen() {
  const { t } = useI18n()
  const kind: TableKind<TakenPeople> = {
    path: '/api/v1/person-tables',
    name: 'person-table',
    above: <Link to="/people">{t('nav.people')}</Link>,
    title: t('personTable.title'),
    lead: t('table.lead'),
    take: (mode, _reason, file) =>
      content<TakenPeople>(cluster.POST('/api/v1/person-tables', { params: { query: { mode } }, ...file })),
    failures: (file) => content(cluster.POST('/api/v1/person-tables/failures', { parseAs: 'blob', ...file })),
    sentence: (taken) =>
      t(taken.applied ? 'personTable.saved' : 'personTable.judged', {
        rows: taken.rows,
        registered: taken.registered,
        changed: taken.changed,
        granted: taken.granted,
        asked: taken.asked,
        unchanged: taken.unchanged,
        refused: taken.refused,
      }),
    concerns: ['people', 'mandates'],
  }
  return <TableIntake kind={kind} />
}
