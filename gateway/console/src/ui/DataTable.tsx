import { Button, Grid, Skeleton, Table } from 'antd'
import { type ReactNode, useState } from 'react'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import styles from './DataTable.module.css'
import { Failed } from './Failed'
import { Nothing } from './Nothing'
import states from './States.module.css'

export interface Column<Row> {
  key: string
  title: string
  show(row: Row): ReactNode
  width?: number | string
  align?: 'right'
  /** On a phone each row becomes a card: its heading, a labelled line (the default), or left out. */
  phone?: 'heading' | 'hidden'
  /** Long words may take two lines; everything else keeps to one. */
  wrap?: boolean
}

/** What a table needs of a list query; fits the queries of the library and anything of the same shape. */
export interface Rows<Row> {
  rows: Row[] | undefined
  failure: unknown
  loadedAt: number
  retry(): void
  more?: { available: boolean; loading: boolean; load(): void }
}

interface Props<Row> {
  list: Rows<Row>
  columns: Column<Row>[]
  rowKey(row: Row): string
  rowTestId?(row: Row): string
  onOpen?(row: Row): void
  empty: { title: string; text?: string; action?: ReactNode }
  expand?(row: Row): ReactNode
  /** What {@link expand} tells of this row is seen without asking, as long as nobody closes it. */
  opened?(row: Row): boolean
  label: string
  testId?: string
}

/** Every list of the console: loading, failed, empty and filled look the same everywhere. */
export function DataTable<Row extends object>(props: Props<Row>) {
  const { list, empty, testId, label } = props
  const wide = Grid.useBreakpoint().md !== false
  const { t } = useI18n()
  const { instant } = useFormats()
  const { rows } = list
  let body: ReactNode
  if (!rows) {
    body = list.failure ? (
      <Failed failure={list.failure} retry={list.retry} />
    ) : (
      <div className={styles.loading} role="status" aria-label={t('app.loading')}>
        <Skeleton active title={false} paragraph={{ rows: 6, width: '100%' }} />
      </div>
    )
  } else if (rows.length === 0) {
    body = (
      <Nothing title={empty.title} text={empty.text}>
        {empty.action}
      </Nothing>
    )
  } else {
    body = wide ? <Wide {...props} rows={rows} /> : <Cards {...props} rows={rows} />
  }
  return (
    <section className={styles.frame} data-testid={testId} aria-label={label}>
      {rows && list.failure ? (
        <div className={states.stale} role="status" data-testid="stale-note">
          {t('failed.stale', { time: instant(new Date(list.loadedAt).toISOString()) })}
        </div>
      ) : null}
      {body}
      {list.more?.available && rows && (
        <div className={styles.more}>
          <Button loading={list.more.loading} onClick={list.more.load} data-testid="more-button">
            {t('action.more')}
          </Button>
        </div>
      )}
    </section>
  )
}

function Wide<Row extends object>({
  rows,
  columns,
  rowKey,
  rowTestId,
  onOpen,
  expand,
  opened,
}: Props<Row> & { rows: Row[] }) {
  const { t } = useI18n()
  const [chosen, setChosen] = useState<Record<string, boolean>>({})
  const isOpen = (row: Row) => chosen[rowKey(row)] ?? opened?.(row) ?? false
  return (
    <Table<Row>
      dataSource={rows}
      rowKey={rowKey}
      pagination={false}
      size="middle"
      scroll={{ x: 720 }}
      columns={columns.map((column) => ({
        key: column.key,
        title: column.title,
        width: column.width,
        align: column.align,
        className: column.wrap ? undefined : styles.short,
        render: (_: unknown, row: Row) => column.show(row),
      }))}
      expandable={
        expand
          ? {
              expandedRowRender: expand,
              columnTitle: <span className="heard">{t('action.details')}</span>,
              expandedRowKeys: rows.filter(isOpen).map(rowKey),
              onExpand: (open, row) => setChosen((held) => ({ ...held, [rowKey(row)]: open })),
            }
          : undefined
      }
      onRow={(row) => ({
        'data-testid': rowTestId?.(row),
        className: onOpen ? styles.opens : undefined,
        onClick: onOpen ? (event) => openUnlessControl(event.target, () => onOpen(row)) : undefined,
      })}
    />
  )
}

/** A click on a link or button inside the row is theirs, not the row's. */
function openUnlessControl(target: EventTarget, open: () => void): void {
  if (target instanceof Element && target.closest('a, button, input, .ant-dropdown')) return
  open()
}

function Cards<Row extends object>({
  rows,
  columns,
  rowKey,
  rowTestId,
  expand,
  opened,
}: Props<Row> & { rows: Row[] }) {
  const { t } = useI18n()
  const heading = columns.find((column) => column.phone === 'heading')
  const lines = columns.filter((column) => column.phone === undefined)
  return (
    <ul className={styles.cards}>
      {rows.map((row) => (
        <li key={rowKey(row)} className={styles.card} data-testid={rowTestId?.(row)}>
          {heading && <div className={styles.heading}>{heading.show(row)}</div>}
          <dl className={styles.lines}>
            {lines.map((column) => (
              <div key={column.key} className={styles.line}>
                <dt>{column.title}</dt>
                <dd>{column.show(row)}</dd>
              </div>
            ))}
          </dl>
          {expand && (
            <details className={styles.details} open={opened?.(row)}>
              <summary>{t('action.details')}</summary>
              {expand(row)}
            </details>
          )}
        </li>
      ))}
    </ul>
  )
}
