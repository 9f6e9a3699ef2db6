import { Button, Grid } from 'antd'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import type { Autosave } from '../ui/sheet/autosave'
import { type Convention, conventionIn, readNumber } from '../ui/sheet/blockNumbers'
import { FateSign, Trouble } from '../ui/sheet/Fate'
import { NumberCell } from '../ui/sheet/NumberCell'
import { boundsOf, placesIn, type Range, spread } from '../ui/sheet/range'
import { Sheet } from '../ui/sheet/Sheet'
import { useAutosave } from '../ui/sheet/useAutosaves'
import { splitUnit } from './measuredIn'
import styles from './Targets.module.css'
import type { Promised, TargetIndicator } from './targets'
import type { Member, Target } from './types'

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
  /** The stored row, for what stands beside its numbers. */
  targetOf(unitId: string, indicatorId: string): Target | undefined
  /** More of one target: portions, names, the unit of measure. */
  onMore(unit: Member, indicator: TargetIndicator): void
}

const unreadKey = (unitId: string, indicatorId: string, field: Measured) =>
  `${unitId}~${indicatorId}~${field}`

/** A target has one unit of measure: another one is taken only while no other number of it stands there. */
function fits(draft: Promised, field: Measured, unit: string, { unitOfMeasure }: TargetIndicator): boolean {
  const others = (['assigned', 'registered', 'lastYear'] as const).filter((one) => one !== field)
  return unit === (draft.unitOfMeasure ?? unitOfMeasure) || others.every((one) => draft[one] === null)
}

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
    const typed = splitUnit(words, one.unitOfMeasure, one.furtherUnits)
    const read =
      words === ''
        ? { number: null }
        : readNumber(typed?.number ?? words, convention, one.unitOfMeasure.startsWith('%'))
    if ('why' in read || (typed && !fits(save.draft, field, typed.unit ?? one.unitOfMeasure, one))) {
      onUnread(key, words)
      return
    }
    onUnread(key, undefined)
    save.edit({ [field]: read.number, ...(typed ? { unitOfMeasure: typed.unit ?? one.unitOfMeasure } : {}) })
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
        own={one.unitOfMeasure}
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
              <More {...props} unit={unit} indicator={one} />
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
                {units.length === 1 && units[0] && <More {...props} unit={units[0]} indicator={one} />}
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

/** What a target says beyond its numbers, in a line, with the door to it. */
function More({
  unit,
  indicator,
  targetOf,
  onMore,
}: Pick<Props, 'targetOf' | 'onMore'> & { unit: Member; indicator: TargetIndicator }) {
  const { t } = useI18n()
  const formats = useFormats()
  const target = targetOf(unit.unitId, indicator.id)
  const number = (value: number | null) => (value === null ? '—' : formats.number(value))
  const said = [
    indicator.formula && t('report.computed', { formula: indicator.formula }),
    target && target.unitOfMeasure !== indicator.unitOfMeasure && target.unitOfMeasure,
    target?.lastActual &&
      t('targets.lastActual', {
        season: target.lastActual.seasonName,
        value: `${formats.number(target.lastActual.value)} ${target.lastActual.unitOfMeasure}`,
      }),
    target?.first &&
      t('report.first', {
        value: number(target.first.registered ?? target.first.assigned),
        time: formats.instant(target.first.amendedAt),
      }),
    ...(target?.portions.map(
      ({ periodKind, assigned, registered }) =>
        `${t(`period.${periodKind}`)}: ${number(registered ?? assigned)}`,
    ) ?? []),
    target && target.items.length > 0 && target.items.join(', '),
  ].filter(Boolean)
  return (
    <span className={styles.measure}>
      {said.length > 0 && <>{said.join(' · ')} · </>}
      <Button
        type="link"
        size="small"
        onClick={() => onMore(unit, indicator)}
        data-testid={`target-more-${unit.unitCode}-${indicator.code}`}
      >
        {t('targets.more')}
      </Button>
    </span>
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
  /** The indicator's own unit of measure. */
  own: string
  label: string
  testId: string
}

function TargetCell({ save, field, unread, testId, own, ...rest }: CellProps) {
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
        disabled={rest.disabled || (field === 'registered' && draft.items.length > 0)}
        value={draft[field]}
        unread={unread}
        testId={testId}
        onValue={(value) => {
          save.edit({ [field]: value })
          save.commit()
        }}
      />
      {draft[field] !== null && draft.unitOfMeasure !== null && draft.unitOfMeasure !== own && (
        <span className={styles.measure}>{draft.unitOfMeasure}</span>
      )}
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
