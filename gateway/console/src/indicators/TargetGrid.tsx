// biome-ignore-all lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are walked over is a grid
import { Button, Grid } from 'antd'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import type { Autosave } from '../ui/sheet/autosave'
import { FateSign, Trouble } from '../ui/sheet/Fate'
import { NumberCell } from '../ui/sheet/NumberCell'
import { Sheet } from '../ui/sheet/Sheet'
import { useAutosave } from '../ui/sheet/useAutosaves'
import { AgreementState } from './AgreementState'
import { isAnswered, wordOf } from './answers'
import { splitUnit } from './measuredIn'
import type { Unread } from './reportWork'
import styles from './Targets.module.css'
import { cellKey, type Promised, type TargetIndicator } from './targets'
import { fits, isCounted, type Measured, numberKey } from './targetWork'
import type { Agreement, Member, Target } from './types'
import { unreadWords } from './unreadWords'
import { useAnswers, useWritten } from './useAnswers'
import type { TargetWork } from './useTargetWork'

interface Props {
  units: Member[]
  indicators: TargetIndicator[]
  measured: Measured[]
  rowOf(unitId: string, indicatorId: string): Autosave<Promised> | undefined
  mayWrite(unitId: string, field: Measured): boolean
  /** Why a member's numbers are kept, where they are. */
  lockOf(unitId: string): string | null
  agreementOf(unitId: string): Agreement | undefined
  work: TargetWork
  /** The stored row, for what stands beside its numbers. */
  targetOf(unitId: string, indicatorId: string): Target | undefined
  /** More of one target: portions, names, the unit of measure. */
  onMore(unit: Member, indicator: TargetIndicator): void
}

/** Indicators down, members across; on a phone one member's indicators as cards. */
export function TargetGrid(props: Props) {
  const { units, indicators, measured, rowOf, mayWrite, lockOf, agreementOf, work } = props
  const begun = (unit: Member) => {
    const one = agreementOf(unit.unitId)
    return one && (one.version > 0 || one.byFreezing) ? one : undefined
  }
  const { t } = useI18n()
  const wide = Grid.useBreakpoint().lg !== false

  const cell = (one: TargetIndicator, unit: Member, row: number, column: number, field: Measured) => {
    const save = rowOf(unit.unitId, one.id)
    const target = cellKey(unit.unitId, one.id)
    const key = numberKey(target, field)
    return save ? (
      <TargetCell
        key={key}
        save={save}
        field={field}
        row={row}
        column={column}
        unread={work.unread[key]}
        onUnread={(text) => work.onUnread(key, text)}
        onChange={(values) => work.change(target, values)}
        disabled={!mayWrite(unit.unitId, field)}
        one={one}
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
        onBlock={work.paste}
        onUndo={work.undo}
        onRedo={work.redo}
      >
        {units.map((unit, across) =>
          indicators.map((one, row) => (
            <article key={one.id} className={styles.card}>
              <h2>{one.name}</h2>
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
      onBlock={work.paste}
      onClear={work.clear}
      onFillDown={work.fill}
      onUndo={work.undo}
      onRedo={work.redo}
    >
      <table
        role="grid"
        aria-label={t('season.section.targets')}
        aria-multiselectable
        aria-rowcount={indicators.length + 2}
        className={styles.grid}
        data-single={units.length === 1 || undefined}
        data-states={units.some(begun) || undefined}
      >
        <thead>
          <tr>
            <th rowSpan={2} scope="col" className={styles.first}>
              {t('targets.indicator')}
            </th>
            {units.map((unit) => (
              <th key={unit.unitId} colSpan={measured.length} scope="colgroup" className={styles.unitHead}>
                {unit.unitName}
                <UnitState agreement={begun(unit)} />
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
                  <td
                    key={`${unit.unitId}${field}`}
                    data-field={field}
                    title={lockOf(unit.unitId) ?? undefined}
                  >
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

function UnitState({ agreement }: { agreement: Agreement | undefined }) {
  return agreement ? (
    <div className={styles.unitState}>
      <AgreementState agreement={agreement} />
    </div>
  ) : null
}

type Numbers = { assigned: number | null; registered: number | null }

const promised = (numbers: Numbers | undefined) => numbers?.registered ?? numbers?.assigned ?? null

const portion = (portions: Target['portions'], kind: 'H1' | 'M9') =>
  portions.find(({ periodKind }) => periodKind === kind)

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
  const written = useWritten()
  const number = (value: number | null) => written(value, indicator)
  const said = [
    indicator.formula && t('report.computed', { formula: indicator.formula }),
    target && target.unitOfMeasure !== indicator.unitOfMeasure && target.unitOfMeasure,
    target?.lastActual &&
      t('targets.lastActual', {
        season: target.lastActual.seasonName,
        value: isAnswered(indicator)
          ? number(target.lastActual.value)
          : `${number(target.lastActual.value)} ${target.lastActual.unitOfMeasure}`,
      }),
    target?.first &&
      promised(target.first) !== promised(target) &&
      t('report.first', {
        value: number(promised(target.first)),
        time: formats.instant(target.first.amendedAt),
      }),
    ...(['H1', 'M9'] as const).map((kind) => {
      const now = target && promised(portion(target.portions, kind))
      const first = target?.first ? promised(portion(target.first.portions, kind)) : now
      const said = `${t(`period.${kind}`)}: ${number(now ?? null)}`
      if (first !== now) return t('targets.portion.first', { said, first: number(first ?? null) })
      return now != null && said
    }),
    target && target.items.length > 0 && target.items.join(', '),
    target?.first &&
      target.first.items.join() !== target.items.join() &&
      t('targets.items.first', { names: target.first.items.join(', ') || '—' }),
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
  unread: Unread | undefined
  onUnread(text: string | undefined): void
  onChange(values: Partial<Promised>): void
  disabled: boolean
  one: TargetIndicator
  label: string
  testId: string
}

function TargetCell({ save, field, unread, onChange, testId, one, ...rest }: CellProps) {
  const { t } = useI18n()
  const formats = useFormats()
  const { draft, fate } = useAutosave(save)
  const written = useWritten()
  const number = (value: unknown) => written(typeof value === 'number' ? value : null, one)
  const answers = useAnswers(one)
  // One row of the server is several cells here; its fate is told at the field it concerns.
  const here = fate.kind !== 'conflict' || fate.clashes.some((clash) => clash.field === field)
  return (
    <div className={styles.cell} data-fate={here ? fate.kind : undefined}>
      <NumberCell
        {...rest}
        disabled={rest.disabled || isCounted(draft, field)}
        value={draft[field]}
        words={answers}
        placeholder={answers?.choices.join(' / ')}
        unread={unread?.text}
        testId={testId}
        onValue={(value) => {
          // No other number is an answer.
          if (answers && value !== null && wordOf(t, one, value) === null)
            rest.onUnread(formats.number(value))
          else onChange({ [field]: value })
        }}
        onWords={(text) => {
          if (answers) return false
          const split = splitUnit(text, one.unitOfMeasure, one.furtherUnits)
          const value = split && formats.parse(split.number)
          if (split === null || value === null) return false
          const unit = split.unit ?? one.unitOfMeasure
          if (!fits(draft, field, unit, one)) return false
          onChange({ [field]: value, unitOfMeasure: unit })
          return true
        }}
      />
      {draft[field] !== null && draft.unitOfMeasure !== null && draft.unitOfMeasure !== one.unitOfMeasure && (
        <span className={styles.measure}>{draft.unitOfMeasure}</span>
      )}
      {unread !== undefined && (
        <span className={styles.unread} role="alert">
          {unreadWords(t, unread)}
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
