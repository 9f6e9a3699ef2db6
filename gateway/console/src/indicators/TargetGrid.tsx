import { Grid } from 'antd'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import type { Autosave } from '../ui/sheet/autosave'
import { type Convention, conventionIn, readNumber } from '../ui/sheet/blockNumbers'
import { FateSign, Trouble } from '../ui/sheet/Fate'
import { NumberCell } from '../ui/sheet/NumberCell'
import { boundsOf, placesIn, type Range, spread } from '../ui/sheet/range'
import { Sheet } from '../ui/sheet/Sheet'
import { useAutosave } from '../ui/sheet/useAutosaves'
import styles from './Targets.module.css'
import type { Promised, TargetIndicator } from './targets'
import type { Member } from './types'

export type Measured = 'lastYear' | 'assigned' | 'registered'

interface Props {
  units: Member[]
  indicators: TargetIndicator[]
  measured: Measured[]
  rowOf(unitId: string, indicatorId: string): Autosave<Promised> | undefined
  mayWrite(unitId: string, field: Measured): boolean
  /** Texts that are no numbers, by unit, indicator and field. */
  unread: Record<string, string>
  onUnread(key: string, text: string | undefined): void
}

const unreadKey = (unitId: string, indicatorId: string, field: Measured) =>
  `${unitId}~${indicatorId}~${field}`

/** Indicators down, members across; on a phone one member's indicators as cards. */
export function TargetGrid(props: Props) {
  const { units, indicators, measured, rowOf, mayWrite, onUnread } = props
  const { t, language } = useI18n()
  const wide = Grid.useBreakpoint().lg !== false

  function paste(block: string[][], range: Range, ours: boolean) {
    const size = { rows: indicators.length, columns: units.length * measured.length }
    // Where the block does not tell, its numbers are taken as they would be typed here.
    const convention = ours ? language : (conventionIn(block.flat()) ?? language)
    for (const { place, item } of spread(block, range, size))
      put(item.trim(), place.row, place.column, convention)
  }

  function clear(range: Range) {
    for (const { row, column } of placesIn(boundsOf(range))) put('', row, column, null)
  }

  function put(words: string, row: number, column: number, convention: Convention | null) {
    const one = indicators[row]
    const unit = units[Math.floor(column / measured.length)]
    const field = measured[column % measured.length]
    const save = one && unit && rowOf(unit.unitId, one.id)
    if (!save || !field || !mayWrite(unit.unitId, field)) return
    const key = unreadKey(unit.unitId, one.id, field)
    const read =
      words === '' ? { number: null } : readNumber(words, convention, one.unitOfMeasure.startsWith('%'))
    if ('why' in read) {
      onUnread(key, words)
      return
    }
    onUnread(key, undefined)
    save.edit({ [field]: read.number })
    save.commit()
  }

  const cell = (one: TargetIndicator, unit: Member, row: number, column: number, field: Measured) => {
    const save = rowOf(unit.unitId, one.id)
    const key = unreadKey(unit.unitId, one.id, field)
    return save ? (
      <TargetCell
        key={key}
        save={save}
        field={field}
        row={row}
        column={column}
        unread={props.unread[key]}
        onUnread={(text) => onUnread(key, text)}
        disabled={!mayWrite(unit.unitId, field)}
        label={`${one.name}, ${unit.unitName}, ${t(`targets.${field}`)}`}
        testId={`target-${unit.unitCode}-${one.code}-${field}`}
      />
    ) : null
  }

  if (!wide) {
    return (
      <Sheet
        label={t('season.section.targets')}
        testId="target-cards"
        className={styles.cards}
        onBlock={paste}
      >
        {units.map((unit, across) =>
          indicators.map((one, row) => (
            <article key={one.id} className={styles.card}>
              <h3>{one.name}</h3>
              <p className={styles.measure}>
                {one.code} · {one.unitOfMeasure}
              </p>
              <div className={styles.pair}>
                {measured.map((field, at) => (
                  // biome-ignore lint/a11y/noLabelWithoutControl: the cell inside is the control
                  <label key={field}>
                    <span>{t(`targets.${field}`)}</span>
                    {cell(one, unit, row, across * measured.length + at, field)}
                  </label>
                ))}
              </div>
            </article>
          )),
        )}
      </Sheet>
    )
  }
  return (
    <Sheet
      label={t('season.section.targets')}
      testId="target-grid"
      roving
      className={styles.frame}
      onBlock={paste}
      onClear={clear}
    >
      <table className={styles.grid} data-single={units.length === 1 || undefined}>
        <thead>
          <tr>
            <th rowSpan={2} scope="col" className={styles.first}>
              {t('targets.indicator')}
            </th>
            {units.map((unit) => (
              <th key={unit.unitId} colSpan={measured.length} scope="colgroup" className={styles.unitHead}>
                {unit.unitName}
              </th>
            ))}
          </tr>
          <tr>
            {units.flatMap((unit) =>
              measured.map((field) => (
                <th key={`${unit.unitId}${field}`} scope="col" className={styles.sub} data-field={field}>
                  {t(`targets.${field}`)}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {indicators.map((one, row) => (
            <tr key={one.id}>
              <th scope="row" className={styles.first}>
                <span className={styles.name}>{one.name}</span>
                <span className={styles.measure}>
                  {one.code} · {one.unitOfMeasure}
                </span>
              </th>
              {units.flatMap((unit, across) =>
                measured.map((field, at) => (
                  <td key={`${unit.unitId}${field}`} data-field={field}>
                    {cell(one, unit, row, across * measured.length + at, field)}
                  </td>
                )),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  )
}

interface CellProps {
  save: Autosave<Promised>
  field: Measured
  row: number
  column: number
  unread: string | undefined
  onUnread(text: string | undefined): void
  disabled: boolean
  label: string
  testId: string
}

function TargetCell({ save, field, unread, testId, ...rest }: CellProps) {
  const { t } = useI18n()
  const formats = useFormats()
  const { draft, fate } = useAutosave(save)
  const number = (value: unknown) => (typeof value === 'number' ? formats.number(value) : '—')
  // One row of the server is several cells here; its fate is told at the field it concerns.
  const here = fate.kind !== 'conflict' || fate.clashes.some((clash) => clash.field === field)
  return (
    <div className={styles.cell} data-fate={here ? fate.kind : undefined}>
      <NumberCell
        {...rest}
        value={draft[field]}
        unread={unread}
        testId={testId}
        onValue={(value) => {
          save.edit({ [field]: value })
          save.commit()
        }}
      />
      {unread !== undefined && (
        <span className={styles.unread} role="alert">
          {t('sheet.notNumber')}
        </span>
      )}
      {(fate.kind === 'refused' || fate.kind === 'conflict') && here && (
        <Trouble
          row={save}
          fate={fate}
          labels={{
            assigned: t('targets.assigned'),
            registered: t('targets.registered'),
            lastYear: t('targets.lastYear'),
          }}
          show={(_, value) => number(value)}
          testId={testId}
        />
      )}
      <FateSign fate={fate} testId={`${testId}-fate`} />
    </div>
  )
}
