import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Select } from 'antd'
import { useState } from 'react'
import { content, ifMatch, indicator } from '../api/client'
import { everyPage } from '../app/everyPage'
import { useI18n } from '../app/i18n'
import { useHolds } from '../app/useHolds'
import { ProblemAlert } from '../ui/ProblemAlert'
import styles from './Consolidation.module.css'
import { type ConsolidatedRow, type Rule, rulesOf } from './consolidationQueries'

/** How the number is made of the members'; whoever keeps the catalogue may change it. */
export function AggregationRule({ row }: { row: ConsolidatedRow }) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const holds = useHolds()
  const queries = useQueryClient()
  const [weighing, setWeighing] = useState(row.rule === 'WEIGHTED_AVERAGE')
  const [failure, setFailure] = useState<unknown>(null)
  const may = holds('STANDING_OFFICER', 'ADMINISTRATOR')
  const weights = useQuery({
    queryKey: ['indicators', 'weights'],
    queryFn: () =>
      everyPage((after) =>
        content(indicator.GET('/api/v1/indicators', { params: { query: { after, limit: 200 } } })),
      ),
    enabled: may && weighing,
  })

  async function change(rule: Rule, weightId: string | null) {
    setFailure(null)
    try {
      await content(
        indicator.PUT('/api/v1/indicators/{id}/aggregation', {
          params: { path: { id: row.indicatorId } },
          body: { rule, weightId },
          headers: ifMatch(row.ruleVersion),
        }),
      )
      queries.invalidateQueries({ queryKey: ['reports', 'consolidation'] })
      message.success(t('consolidation.rule.saved'))
    } catch (error) {
      setFailure(error)
    }
  }

  return (
    <div className={styles.rule}>
      <span>{t('consolidation.rule')}</span>
      <Select<Rule>
        value={weighing ? 'WEIGHTED_AVERAGE' : row.rule}
        placeholder={t('consolidation.rule.unsaid', { rule: t(`consolidation.rule.${row.suggested}`) })}
        disabled={!may}
        options={rulesOf(row.valueKind).map((value) => ({ value, label: t(`consolidation.rule.${value}`) }))}
        onChange={(rule) => {
          setWeighing(rule === 'WEIGHTED_AVERAGE')
          if (rule !== 'WEIGHTED_AVERAGE') change(rule, null)
        }}
        aria-label={t('consolidation.rule')}
        data-testid="aggregation-rule"
      />
      {weighing && (
        <Select
          value={row.weightId}
          disabled={!may}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('consolidation.rule.weight')}
          loading={weights.isLoading}
          options={weights.data
            ?.filter(
              ({ id, valueKind }) =>
                id !== row.indicatorId && (valueKind === 'QUANTITY' || valueKind === 'COUNT'),
            )
            .map(({ id, code, name }) => ({ value: id, label: `${code} · ${name}` }))}
          onChange={(weightId) => weightId && change('WEIGHTED_AVERAGE', weightId)}
          aria-label={t('consolidation.rule.weight')}
          data-testid="aggregation-weight"
        />
      )}
      {!may && <span className={styles.quiet}>{t('consolidation.rule.lock')}</span>}
      <ProblemAlert failure={failure} />
    </div>
  )
}
