import { Checkbox, Select } from 'antd'
import { Link } from 'react-router'
import { useI18n } from '../app/i18n'
import { useRegulation } from '../clusters/queries'
import styles from './Designer.module.css'
import { CODE, type Draft, type Grade, type KnockOut, type Prize } from './draft'
import { NumberField, TextField } from './fields'
import { RangeFields } from './rules/RangeFields'
import { RowList } from './rules/RowList'

interface Props {
  draft: Draft
  seasonId: string
  onEdit(change: Partial<Draft>): void
}

/** A code that none of the rows has yet. */
function free(rows: { code: string }[], letter: string): string {
  let n = rows.length + 1
  while (rows.some(({ code }) => code === `${letter}${n}`)) n += 1
  return `${letter}${n}`
}

/** What the sheet says beyond points: knock-outs, classes, prizes; and what the regulation says of equal points. */
export function Terms(props: Props) {
  return (
    <div className={styles.terms} data-testid="design-terms">
      <Ties seasonId={props.seasonId} />
      <KnockOuts {...props} />
      <Grades {...props} />
      <Prizes {...props} />
    </div>
  )
}

function Ties({ seasonId }: { seasonId: string }) {
  const { t } = useI18n()
  const { data } = useRegulation(seasonId)
  return (
    <section data-testid="design-ties">
      <h3>{t('design.ties')}</h3>
      <p>
        {data === undefined
          ? '…'
          : data === null
            ? t('design.ties.none')
            : t('design.ties.says', { rule: t(`regulation.tieRule.${data.tieRule}`) })}{' '}
        <Link to={`/seasons/${seasonId}?tab=compact`}>{t('design.ties.where')}</Link>
      </p>
    </section>
  )
}

function KnockOuts({ draft, onEdit }: Props) {
  const { t } = useI18n()
  const rows = draft.knockOuts ?? []
  const criteria = draft.groups.flatMap((group) => group.criteria)
  const named = (one: { code: string; name: string }) => ({
    value: one.code,
    label: `${one.code} ${one.name}`,
  })
  const fresh = (): KnockOut => ({
    code: free(rows, 'L'),
    name: t('design.knock.new'),
    of: criteria[0]?.code ?? '',
    measured: 'PERCENT_OF_MAXIMUM',
    range: { from: null, fromInclusive: true, to: 50, toInclusive: false },
    zeroes: [],
  })
  return (
    <RowList
      legend={t('design.knock')}
      rows={rows}
      fresh={fresh}
      onRows={(knockOuts) => onEdit({ knockOuts })}
      addLabel={t('design.knock.add')}
      testId="sheet-knockout"
    >
      {(row, change, at) => {
        const label = t('design.row', { n: at + 1 })
        return (
          <div className={styles.term}>
            <TextField
              label={`${label}: ${t('design.knock.name')}`}
              value={row.name}
              onValue={(name) => change({ ...row, name })}
              maxLength={500}
            />
            <div className={styles.inline}>
              <span>{t('design.knock.when')}</span>
              <Select
                value={row.measured}
                onChange={(measured) => change({ ...row, measured })}
                options={(['PERCENT_OF_MAXIMUM', 'POINTS', 'VALUE'] as const).map((value) => ({
                  value,
                  label: t(`design.measured.${value}`),
                }))}
                aria-label={`${label}: ${t('design.knock.measured')}`}
              />
              <Select
                className={styles.grows}
                value={row.of}
                onChange={(of) => change({ ...row, of })}
                options={[
                  ...(row.measured === 'VALUE' ? [] : draft.groups.map(named)),
                  ...criteria.map(named),
                ]}
                aria-label={`${label}: ${t('design.knock.of')}`}
              />
            </div>
            <RangeFields
              range={row.range}
              onRange={(range) => change({ ...row, range })}
              suffix={row.measured === 'PERCENT_OF_MAXIMUM' ? '%' : undefined}
              label={label}
            />
            <Select
              mode="multiple"
              value={row.zeroes ?? []}
              onChange={(zeroes) => change({ ...row, zeroes })}
              options={criteria.map(named)}
              placeholder={t('design.knock.behind')}
              aria-label={`${label}: ${t('design.knock.zeroes')}`}
              optionFilterProp="label"
            />
          </div>
        )
      }}
    </RowList>
  )
}

function Grades({ draft, onEdit }: Props) {
  const { t } = useI18n()
  const rows = draft.grades ?? []
  const fresh = (): Grade => ({
    code: free(rows, 'X'),
    name: t('design.grade.new'),
    total: {
      from: null,
      fromInclusive: true,
      to: rows.at(-1)?.total.from ?? null,
      toInclusive: false,
    },
    everyCriterion: null,
    everyGroup: null,
    vote: false,
  })
  return (
    <RowList
      legend={t('design.grade')}
      rows={rows}
      fresh={fresh}
      onRows={(grades) => onEdit({ grades })}
      addLabel={t('design.grade.add')}
      testId="grade"
    >
      {(row, change, at) => {
        const label = t('design.row', { n: at + 1 })
        return (
          <div className={styles.term}>
            <TextField
              label={`${label}: ${t('design.grade.name')}`}
              value={row.name}
              onValue={(name) => change({ ...row, name })}
              maxLength={500}
              testId={`grade-${at}-name`}
            />
            <RangeFields
              range={row.total}
              onRange={(total) => change({ ...row, total })}
              suffix={t('design.unit.points')}
              label={label}
              testId={`grade-${at}`}
            />
            <div className={styles.inline}>
              <span>{t('design.grade.everyCriterion')}</span>
              <NumberField
                label={`${label}: ${t('design.grade.everyCriterion')}`}
                value={row.everyCriterion ?? null}
                onValue={(everyCriterion) => change({ ...row, everyCriterion })}
                onEmpty={() => change({ ...row, everyCriterion: null })}
                placeholder={t('design.none')}
                suffix="%"
              />
              <span>{t('design.grade.everyGroup')}</span>
              <NumberField
                label={`${label}: ${t('design.grade.everyGroup')}`}
                value={row.everyGroup ?? null}
                onValue={(everyGroup) => change({ ...row, everyGroup })}
                onEmpty={() => change({ ...row, everyGroup: null })}
                placeholder={t('design.none')}
                suffix="%"
              />
              <Checkbox
                checked={row.vote ?? false}
                onChange={({ target }) => change({ ...row, vote: target.checked })}
              >
                {t('design.grade.vote')}
              </Checkbox>
            </div>
          </div>
        )
      }}
    </RowList>
  )
}

function Prizes({ draft, onEdit }: Props) {
  const { t } = useI18n()
  const rows = draft.prizes ?? []
  return (
    <RowList<Prize>
      legend={t('design.prize')}
      rows={rows}
      fresh={() => ({ code: free(rows, 'G'), name: t('design.prize.new'), count: 1 })}
      onRows={(prizes) => onEdit({ prizes })}
      addLabel={t('design.prize.add')}
      testId="prize"
    >
      {(row, change, at) => {
        const label = t('design.row', { n: at + 1 })
        return (
          <div className={styles.inline}>
            <TextField
              label={`${label}: ${t('design.code')}`}
              value={row.code}
              onValue={(code) => change({ ...row, code })}
              fits={(text) => CODE.test(text)}
              maxLength={35}
            />
            <span className={styles.grows}>
              <TextField
                label={`${label}: ${t('design.prize.name')}`}
                value={row.name}
                onValue={(name) => change({ ...row, name })}
                maxLength={500}
                testId={`prize-${at}-name`}
              />
            </span>
            <NumberField
              label={`${label}: ${t('design.prize.count')}`}
              value={row.count}
              onValue={(count) => change({ ...row, count: Math.min(1000, Math.max(1, Math.trunc(count))) })}
              testId={`prize-${at}-count`}
            />
          </div>
        )
      }}
    </RowList>
  )
}
