import { Checkbox, Select } from 'antd'
import { Link } from 'react-router'
import { useI18n } from '../app/i18n'
import { useRegulation } from '../clusters/queries'
import styles from './Designer.module.css'
import { CODE, type Grade, type Prize, type TieBreak } from './draft'
import { NumberField, TextField } from './fields'
import { free, KnockOuts, type TermsProps } from './KnockOuts'
import { RangeFields } from './rules/RangeFields'
import { RowList } from './rules/RowList'

/** What the sheet says beyond points: knock-outs, classes, prizes; and what the regulation says of equal points. */
export function Terms(props: TermsProps) {
  return (
    <div className={styles.terms} data-testid="design-terms">
      <Ties {...props} />
      <KnockOuts {...props} />
      <Grades {...props} />
      <Prizes {...props} />
    </div>
  )
}

/** What the sheet looks at in turn, and what the regulation says of what is equal even then. */
function Ties({ draft, seasonId, onEdit }: TermsProps) {
  const { t } = useI18n()
  const { data } = useRegulation(seasonId)
  const rows = draft.ties ?? []
  const taken = new Set(rows.map((one) => one.of))
  const choices = [...draft.groups, ...draft.groups.flatMap((group) => group.criteria)].map((one) => ({
    value: one.code,
    label: `${one.code} ${one.name}`,
  }))
  const next = choices.find((one) => !taken.has(one.value))
  return (
    <section data-testid="design-ties">
      <h3>{t('design.ties')}</h3>
      <RowList<TieBreak>
        legend={t('design.ties.legend')}
        rows={rows}
        fresh={() => ({ of: next?.value ?? '' })}
        onRows={(ties) => onEdit({ ties })}
        addLabel={t('design.ties.add')}
        testId="tie"
      >
        {(row, change, at) => (
          <Select
            className={styles.grows}
            value={row.of}
            onChange={(of) => change({ of })}
            options={choices.map((one) => ({
              ...one,
              disabled: one.value !== row.of && taken.has(one.value),
            }))}
            showSearch={{ optionFilterProp: 'label' }}
            aria-label={`${t('design.row', { n: at + 1 })}: ${t('design.ties.of')}`}
            data-testid={`tie-${at}-of`}
          />
        )}
      </RowList>
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

function Grades({ draft, onEdit }: TermsProps) {
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

function Prizes({ draft, onEdit }: TermsProps) {
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
