import { Tag } from 'antd'
import { Link } from 'react-router'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { type Column, DataTable } from '../ui/DataTable'
import { NotStated, ProvenanceMark } from '../ui/Provenance'
import { rowsOf } from '../ui/rows'
import styles from './Awards.module.css'
import { useHonours, useInherited } from './queries'
import type { Honour, InheritedHonour } from './types'

/** A unit's honours: its own, and in a group of their own those of the units it came out of. */
export function UnitHonours({ id }: { id: string }) {
  const { t } = useI18n()
  const own = rowsOf(useHonours({ unitId: id }))
  const inherited = rowsOf(useInherited(id))
  const columns = useColumns()
  return (
    <div className={styles.stack}>
      <h2 className={styles.group}>{t('honours.own')}</h2>
      <DataTable
        list={own}
        label={t('honours.own')}
        testId="unit-honours"
        rowKey={(row) => row.id}
        rowTestId={(row) => `honour-row-${row.id}`}
        empty={{ title: t('honours.own.empty'), text: t('honours.own.empty.text') }}
        columns={columns}
      />
      <div>
        <h2 className={styles.group}>{t('honours.predecessors')}</h2>
        <p className={styles.quiet}>{t('honours.predecessors.text')}</p>
      </div>
      <DataTable<InheritedHonour>
        list={inherited}
        label={t('honours.predecessors')}
        testId="unit-honours-predecessors"
        rowKey={(row) => row.honour.id}
        rowTestId={(row) => `inherited-row-${row.honour.id}`}
        empty={{ title: t('honours.predecessors.empty'), text: t('honours.predecessors.empty.text') }}
        columns={[
          ...columns.map((column) => ({
            ...column,
            show: (row: InheritedHonour) => column.show(row.honour),
          })),
          { key: 'way', title: t('honours.way'), wrap: true, show: (row) => <Ways row={row} /> },
        ]}
      />
    </div>
  )
}

function useColumns(): Column<Honour>[] {
  const { t } = useI18n()
  const formats = useFormats()
  return [
    {
      key: 'award',
      title: t('honours.award'),
      phone: 'heading',
      wrap: true,
      show: (row) => (
        <span className={styles.withMark}>
          {row.awardName}
          <ProvenanceMark provenance={row.provenance} source={row.source} small />
        </span>
      ),
    },
    { key: 'recipient', title: t('honours.recipient'), wrap: true, show: (row) => row.recipientText },
    { key: 'givenBy', title: t('honours.givenBy'), wrap: true, show: (row) => row.givenBy },
    {
      key: 'givenOn',
      title: t('honours.givenOn'),
      show: (row) => (row.givenOn ? formats.date(row.givenOn) : <NotStated />),
    },
    {
      key: 'decision',
      title: t('honours.decision'),
      show: (row) => row.decisionNumber ?? <NotStated />,
    },
    {
      key: 'decisionDate',
      title: t('honours.decisionDate'),
      show: (row) => (row.decisionDate ? formats.date(row.decisionDate) : <NotStated />),
    },
    {
      key: 'document',
      title: t('honours.document'),
      show: (row) =>
        row.documentId ? (
          <Link to={`/award-documents/${row.documentId}`}>{t('honours.document.open')}</Link>
        ) : (
          '—'
        ),
    },
  ]
}

type Step = InheritedHonour['ways'][number]['steps'][number]

/** By which events the unit came out of the one that was honoured; several ways are all said. */
function Ways({ row }: { row: InheritedHonour }) {
  const { t } = useI18n()
  const undated = !row.honour.givenOn && !row.honour.decisionDate
  return (
    <>
      {row.ways.map((way, i) => (
        <div key={way.steps.map((step) => step.lineageId + step.fromUnitId).join()} className={styles.way}>
          {row.ways.length > 1 && <span className={styles.quiet}>{t('honours.way.n', { n: i + 1 })}</span>}
          {way.steps.map((step) => (
            <OneStep key={step.lineageId} step={step} />
          ))}
        </div>
      ))}
      {undated && <p className={styles.quiet}>{t('honours.undated')}</p>}
    </>
  )
}

function OneStep({ step }: { step: Step }) {
  const { t } = useI18n()
  const formats = useFormats()
  const name = (units: Step['successors'], id: string) => units.find((one) => one.unitId === id)?.name ?? '…'
  const others = [
    ...step.predecessors.filter((one) => one.unitId !== step.fromUnitId),
    ...step.successors.filter((one) => one.unitId !== step.intoUnitId && one.unitId !== step.fromUnitId),
  ]
  return (
    <div data-testid={`way-${step.kind}`}>
      <Tag>{t(`lineage.kind.${step.kind}`)}</Tag>
      {t('honours.step', {
        from: name(step.predecessors, step.fromUnitId),
        into: name(step.successors, step.intoUnitId),
        day: formats.date(step.effectiveFrom),
      })}{' '}
      <ProvenanceMark provenance={step.provenance} source={null} small />
      <div className={styles.quiet}>
        {t('lineage.decision')} {step.decision ?? <NotStated />}
        {others.length > 0 && (
          <> · {t('honours.step.shared', { units: others.map((one) => one.name ?? '…').join(', ') })}</>
        )}
      </div>
    </div>
  )
}
