import { Select } from 'antd'
import { useI18n } from '../app/i18n'
import styles from './Designer.module.css'
import type { Draft, KnockOut } from './draft'
import { TextField } from './fields'
import { RangeFields } from './rules/RangeFields'
import { RowList } from './rules/RowList'

export interface TermsProps {
  draft: Draft
  seasonId: string
  onEdit(change: Partial<Draft>): void
}

/** A code that none of the rows has yet. */
export function free(rows: { code: string }[], letter: string): string {
  let n = rows.length + 1
  while (rows.some(({ code }) => code === `${letter}${n}`)) n += 1
  return `${letter}${n}`
}

/** Knock-outs across the sheet: units behind all others, or criteria that earn nothing. */
export function KnockOuts({ draft, onEdit }: TermsProps) {
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
