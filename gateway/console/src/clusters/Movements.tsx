import { Link } from 'react-router'
import type { Movement } from '../api/types'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { MovementState } from '../movements/MovementState'
import { DataTable } from '../ui/DataTable'
import { NotStated, ProvenanceMark } from '../ui/Provenance'
import { wholeList } from '../ui/rows'
import { MOVEMENT_LEVELS } from './kinds'
import { useMovements } from './queries'

/** Movements, from the highest level down. */
export function MovementTable({ filter }: { filter: { seasonId?: string; clusterId?: string } }) {
  const { t } = useI18n()
  const formats = useFormats()
  const list = wholeList(useMovements(filter))
  const rows = list.rows
    ?.slice()
    .sort(
      (a, b) =>
        MOVEMENT_LEVELS.indexOf(a.level) - MOVEMENT_LEVELS.indexOf(b.level) ||
        a.name.localeCompare(b.name, 'vi'),
    )
  return (
    <DataTable<Movement>
      label={t('movements.title')}
      testId="movement-table"
      list={{ ...list, rows }}
      rowKey={(movement) => movement.id}
      rowTestId={(movement) => `movement-row-${movement.id}`}
      empty={{ title: t('movements.empty') }}
      columns={[
        {
          key: 'name',
          title: t('movements.name'),
          phone: 'heading',
          wrap: true,
          show: (movement) => <Link to={`/movements/${movement.id}`}>{movement.name}</Link>,
        },
        {
          key: 'level',
          title: t('movements.level'),
          show: (movement) => t(`movements.level.${movement.level}`),
        },
        { key: 'kind', title: t('movements.kind'), show: (movement) => t(`movements.kind.${movement.kind}`) },
        {
          key: 'by',
          title: t('movements.by'),
          wrap: true,
          show: (movement) => (
            <Link to={`/units/${movement.launchedByUnitId}`}>{movement.launchedByUnitName}</Link>
          ),
        },
        {
          key: 'on',
          title: t('movements.on'),
          show: (movement) => (movement.launchedOn ? formats.date(movement.launchedOn) : <NotStated />),
        },
        {
          key: 'state',
          title: t('movements.state'),
          show: (movement) => <MovementState state={movement.state} />,
        },
        {
          key: 'exemplars',
          title: t('exemplars.title'),
          show: (movement) => (
            <Link to={`/exemplars?movementId=${movement.id}`}>{t('exemplars.movement.link')}</Link>
          ),
        },
        {
          key: 'mark',
          title: t('clusters.mark'),
          show: (movement) => <ProvenanceMark provenance={movement.provenance} source={movement.source} />,
        },
      ]}
    />
  )
}
