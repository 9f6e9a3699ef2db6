import { PlusOutlined } from '@ant-design/icons'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { content, indicator } from '../api/client'
import type { Page } from '../api/types'
import { useI18n } from '../app/i18n'
import { firstPage, LIVE, nextPage } from '../app/queries'
import { DataTable } from '../ui/DataTable'
import filters from '../ui/Filters.module.css'
import { PageHeader } from '../ui/PageHeader'
import { RoleLock } from '../ui/RoleLock'
import { rowsOf } from '../ui/rows'
import { useDebounced } from '../ui/useDebounced'
import { IndicatorForm } from './IndicatorForm'
import styles from './Report.module.css'
import type { CatalogueIndicator } from './types'

/** What is measured: every indicator with its unit of measure, and how it is computed where nobody reports it. */
export function Catalogue() {
  const { t } = useI18n()
  const [words, setWords] = useState('')
  const [open, setOpen] = useState<CatalogueIndicator | 'new' | null>(null)
  const q = useDebounced(words.trim()) || undefined
  const list = rowsOf(
    useInfiniteQuery({
      queryKey: ['indicators', 'catalogue', q],
      queryFn: ({ pageParam }) =>
        content<Page<CatalogueIndicator>>(
          indicator.GET('/api/v1/indicators', {
            params: { query: { q, after: pageParam ?? undefined, limit: 50 } },
          }),
        ),
      initialPageParam: firstPage,
      getNextPageParam: nextPage,
      ...LIVE,
    }),
  )
  return (
    <>
      <PageHeader
        title={t('catalogue.title')}
        lead={t('catalogue.lead')}
        actions={
          <RoleLock roles={['STANDING_OFFICER', 'ADMINISTRATOR']}>
            {(locked) => (
              <Button
                type="primary"
                icon={<PlusOutlined />}
                disabled={locked}
                onClick={() => setOpen('new')}
                data-testid="indicator-new"
              >
                {t('catalogue.new')}
              </Button>
            )}
          </RoleLock>
        }
      />
      <div className={filters.bar}>
        <div className={filters.wide}>
          <Input
            allowClear
            value={words}
            onChange={(event) => setWords(event.target.value)}
            placeholder={t('targets.add.search')}
            aria-label={t('targets.add.search')}
            data-testid="catalogue-search"
          />
        </div>
      </div>
      <DataTable<CatalogueIndicator>
        label={t('catalogue.title')}
        testId="catalogue-table"
        list={list}
        rowKey={(one) => one.id}
        rowTestId={(one) => `indicator-${one.code}`}
        onOpen={setOpen}
        empty={{ title: t('targets.add.empty') }}
        columns={[
          { key: 'code', title: t('catalogue.code'), show: (one) => one.code, width: 150 },
          {
            key: 'name',
            title: t('report.indicator'),
            phone: 'heading',
            wrap: true,
            show: (one) => (
              <>
                {one.name}
                {one.formula && (
                  <span className={styles.measure}>{t('report.computed', { formula: one.formula })}</span>
                )}
              </>
            ),
          },
          {
            key: 'measure',
            title: t('report.unitOfMeasure'),
            show: (one) => [one.unitOfMeasure, ...one.units.map(({ name }) => name)].join(', '),
          },
          { key: 'kind', title: t('catalogue.kind'), show: (one) => t(`catalogue.kind.${one.valueKind}`) },
          {
            key: 'direction',
            title: t('catalogue.direction'),
            show: (one) => t(`catalogue.direction.${one.direction}`),
          },
        ]}
      />
      {open && <IndicatorForm indicator={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </>
  )
}
