import { Select } from 'antd'
import { useI18n } from '../../app/i18n'
import styles from '../Designer.module.css'
import type { Range } from '../draft'
import { NumberField } from '../fields'

interface Props {
  range: Range
  onRange(range: Range): void
  suffix?: string
  label: string
  testId?: string
}

/** Two ends, each open, closed or at infinity, as people say them: "từ 90 đến dưới 95". */
export function RangeFields({ range, onRange, suffix, label, testId }: Props) {
  const { t } = useI18n()
  return (
    <div className={styles.range}>
      <Select
        value={range.fromInclusive === false ? 'above' : 'from'}
        onChange={(word) => onRange({ ...range, fromInclusive: word === 'from' })}
        options={[
          { value: 'from', label: t('design.range.from') },
          { value: 'above', label: t('design.range.above') },
        ]}
        aria-label={`${label}: ${t('design.range.low')}`}
      />
      <NumberField
        label={`${label}: ${t('design.range.from')}`}
        value={range.from ?? null}
        onValue={(from) => onRange({ ...range, from })}
        onEmpty={() => onRange({ ...range, from: null })}
        placeholder="−∞"
        suffix={suffix}
        testId={testId && `${testId}-from`}
      />
      <Select
        value={range.toInclusive ? 'to' : 'below'}
        onChange={(word) => onRange({ ...range, toInclusive: word === 'to' })}
        options={[
          { value: 'below', label: t('design.range.below') },
          { value: 'to', label: t('design.range.to') },
        ]}
        aria-label={`${label}: ${t('design.range.high')}`}
      />
      <NumberField
        label={`${label}: ${t('design.range.to')}`}
        value={range.to ?? null}
        onValue={(to) => onRange({ ...range, to })}
        onEmpty={() => onRange({ ...range, to: null })}
        placeholder="+∞"
        suffix={suffix}
        testId={testId && `${testId}-to`}
      />
    </div>
  )
}
