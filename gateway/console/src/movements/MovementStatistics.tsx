import { Select, Skeleton } from 'antd'
import { useState } from 'react'
import { useI18n } from '../app/i18n'
import { today } from '../app/i18n/dates'
import { useFormats } from '../app/i18n/useFormats'
import clusters from '../clusters/Clusters.module.css'
import { MOVEMENT_KINDS, MOVEMENT_LEVELS } from '../clusters/kinds'
import { Bars } from '../ui/Bars'
import { Panel } from '../ui/Facts'
import { Failed } from '../ui/Failed'
import { Nothing } from '../ui/Nothing'
import { UnverifiedMark } from '../ui/Provenance'
import { countedBy } from './counting'
import { LENGTHS } from './kinds'
import { useStatistics } from './queries'

/** The classes of length are known from a copy of the form only. */
const LENGTHS_FROM = 'TT 02/2023/TT-BNV, 0601.N/BNV-TĐKT'

/** How many movements began in a year, by how long they last, by level and by kind. */
export function MovementStatistics({ unitId }: { unitId?: string }) {
  const { t } = useI18n()
  const formats = useFormats()
  const now = Number(today().slice(0, 4))
  const [year, setYear] = useState(now)
  const { data, error, refetch } = useStatistics(year, unitId)
  const counted = (n: number) => formats.number(n)
  return (
    <Panel
      title={t('movements.statistics')}
      testId="movement-statistics"
      aside={
        <Select<number>
          value={year}
          onChange={setYear}
          aria-label={t('movements.statistics.year')}
          options={Array.from({ length: 10 }, (_, i) => ({ value: now - i, label: String(now - i) }))}
          data-testid="movement-statistics-year"
        />
      }
    >
      {!data ? (
        error ? (
          <Failed failure={error} retry={() => refetch()} />
        ) : (
          <Skeleton active title={false} />
        )
      ) : data.movements === 0 ? (
        <Nothing title={t('movements.statistics.none', { year: String(year) })} />
      ) : (
        <>
          <p className={clusters.quiet}>{t('movements.statistics.lead', { n: counted(data.movements) })}</p>
          <p className={clusters.marks}>
            {t('movements.length')} <UnverifiedMark source={LENGTHS_FROM} />
          </p>
          <Bars
            label={t('movements.length')}
            testId="movement-chart-length"
            rows={countedBy(data.counts, 'length', LENGTHS).map((one) => ({
              key: one.value,
              name: t(`movements.length.${one.value}`),
              value: one.movements,
              words: counted(one.movements),
              quiet: one.value === 'UNKNOWN',
            }))}
          />
          <h3 className={clusters.heading}>{t('movements.level')}</h3>
          <Bars
            label={t('movements.level')}
            rows={countedBy(data.counts, 'level', MOVEMENT_LEVELS).map((one) => ({
              key: one.value,
              name: t(`movements.level.${one.value}`),
              value: one.movements,
              words: counted(one.movements),
            }))}
          />
          <h3 className={clusters.heading}>{t('movements.kind')}</h3>
          <Bars
            label={t('movements.kind')}
            rows={countedBy(data.counts, 'kind', MOVEMENT_KINDS).map((one) => ({
              key: one.value,
              name: t(`movements.kind.${one.value}`),
              value: one.movements,
              words: counted(one.movements),
            }))}
          />
        </>
      )}
    </Panel>
  )
}
