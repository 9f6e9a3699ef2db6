import { useQueryClient } from '@tanstack/react-query'
import { Button, Drawer, Form, Grid, Input, InputNumber, Skeleton } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { content, ifMatch, indicator } from '../api/client'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { Failed } from '../ui/Failed'
import { FormDrawer } from '../ui/FormDrawer'
import { Lock } from '../ui/ReasonOfLock'
import { AggregationRule } from './AggregationRule'
import { AnswerChoice } from './AnswerChoice'
import { ClusterPlan } from './ClusterPlan'
import styles from './Consolidation.module.css'
import { type ConsolidatedRow, type Consolidation, inWords, useParts } from './consolidationQueries'
import { qualified } from './figures'
import { useWritten } from './useAnswers'

interface Props {
  found: Consolidation
  row: ConsolidatedRow
  onClose(): void
}

/** One number of the cluster opened down to its members' cells. */
export function ConsolidatedNumber({ found, row, onClose }: Props) {
  const { t } = useI18n()
  const wide = Grid.useBreakpoint().md !== false
  const [saying, setSaying] = useState(false)
  const written = useWritten()
  const number = (value: number | null) =>
    value === null
      ? t('consolidation.notKnown')
      : [written(value, inWords(row)), !inWords(row) && row.unitOfMeasure].filter(Boolean).join(' ')
  const lock = !found.mayPrepare
    ? t('consolidation.lock.prepare')
    : found.status === 'DRAFT'
      ? undefined
      : t('consolidation.lock.state')
  return (
    <Drawer
      open
      title={row.name}
      size={wide ? 520 : '100%'}
      onClose={onClose}
      data-testid="consolidated-number"
    >
      <p className={styles.computed}>
        {t('consolidation.computed')}: {row.approximate && '≈ '}
        <strong>{number(row.computed)}</strong>
      </p>
      {row.adjusted !== null && (
        <p>
          {t('consolidation.adjusted')}: <strong>{number(row.adjusted)}</strong> ({row.reason})
        </p>
      )}
      {row.explanation && <p>{row.explanation}</p>}
      <Lock reason={lock}>
        {(locked) => (
          <Button disabled={locked} onClick={() => setSaying(true)} data-testid="consolidated-say">
            {t('consolidation.say')}
          </Button>
        )}
      </Lock>
      <ClusterPlan seasonId={found.seasonId} row={row} />
      <AggregationRule row={row} />
      <Parts periodId={found.periodId} row={row} />
      {saying && <Say found={found} row={row} onClose={() => setSaying(false)} />}
    </Drawer>
  )
}

function Parts({ periodId, row }: { periodId: string; row: ConsolidatedRow }) {
  const { t } = useI18n()
  const formats = useFormats()
  const written = useWritten()
  const { data, error, refetch } = useParts(periodId, row.indicatorId)
  if (!data) return error ? <Failed failure={error} retry={() => refetch()} /> : <Skeleton active />
  const words = (value: number) => written(value, row)
  return (
    <ul className={styles.parts} data-testid="consolidated-parts">
      {data.map((part) => (
        <li key={part.unitId} data-part={part.part} data-testid={`part-${part.unitCode}`}>
          {part.reportId ? (
            <Link to={`/reports/${part.reportId}?indicator=${row.indicatorId}`}>
              {part.unitName ?? part.unitCode}
            </Link>
          ) : (
            <span>{part.unitName ?? part.unitCode}</span>
          )}
          <span>
            {part.part !== 'VALUE'
              ? t(`consolidation.part.${part.part}`)
              : part.value === null
                ? t('consolidation.part.hidden')
                : qualified(t, part.qualifier, words(part.value))}
            {part.weight !== null && (
              <span className={styles.quiet}>
                {' '}
                {t('consolidation.part.weight', { value: formats.number(part.weight) })}
              </span>
            )}
            {part.reached && <span className={styles.quiet}> {part.reached.join(', ')}</span>}
            {part.struck && part.struck.length > 0 && (
              <span className={styles.moved}>
                {' '}
                {t('report.struck.names', { names: part.struck.join(', ') })}
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

interface Values {
  adjusted: number | null
  reason: string
  explanation: string
}

function Say({ found, row, onClose }: Props) {
  const { t } = useI18n()
  const formats = useFormats()
  const written = useWritten()
  const queries = useQueryClient()
  return (
    <FormDrawer<Values>
      title={`${t('consolidation.say')}: ${row.name}`}
      source={{
        version: row.version,
        values: {
          adjusted: row.adjusted,
          reason: row.reason ?? '',
          explanation: row.explanation ?? '',
        },
      }}
      labels={{
        adjusted: t('consolidation.adjusted'),
        reason: t('consolidation.reason'),
        explanation: t('consolidation.explanation'),
      }}
      onClose={onClose}
      send={async (typed, version) => {
        await content(
          indicator.PUT('/api/v1/periods/{id}/consolidation/{indicatorId}', {
            params: { path: { id: found.periodId, indicatorId: row.indicatorId } },
            body: {
              adjusted: typed.adjusted,
              reason: typed.reason.trim() || null,
              explanation: typed.explanation.trim() || null,
            },
            headers: ifMatch(version ?? 0),
          }),
        )
        queries.invalidateQueries({ queryKey: ['reports', 'consolidation'] })
      }}
    >
      {() => (
        <>
          <p>
            {t('consolidation.computed')}:{' '}
            {row.computed === null ? t('consolidation.notKnown') : written(row.computed, inWords(row))}{' '}
            {!inWords(row) && row.unitOfMeasure}
          </p>
          <Form.Item name="adjusted" label={t('consolidation.adjusted')}>
            {inWords(row) ? (
              <AnswerChoice of={row} className={styles.amount} data-testid="consolidated-adjusted" />
            ) : (
              <InputNumber<number>
                className={styles.amount}
                decimalSeparator={formats.number(1.5).slice(1, 2)}
                data-testid="consolidated-adjusted"
              />
            )}
          </Form.Item>
          <Form.Item name="reason" label={t('consolidation.reason')}>
            <Input.TextArea rows={3} maxLength={2000} data-testid="consolidated-reason" />
          </Form.Item>
          <Form.Item name="explanation" label={t('consolidation.explanation')}>
            <Input.TextArea rows={3} maxLength={2000} data-testid="consolidated-explanation" />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
