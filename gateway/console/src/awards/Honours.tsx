import { PlusOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { DataTable } from '../ui/DataTable'
import filters from '../ui/Filters.module.css'
import { NotStated, ProvenanceMark } from '../ui/Provenance'
import { RoleLock } from '../ui/RoleLock'
import { rowsOf } from '../ui/rows'
import { useDebounced } from '../ui/useDebounced'
import styles from './Awards.module.css'
import { HonourForm } from './HonourForm'
import { useHonours } from './queries'
import { SeasonPicker } from './SeasonPicker'

/** The register. What a document does not state stays "not stated". */
export function Honours() {
  const { t } = useI18n()
  const formats = useFormats()
  const [params, setParams] = useSearchParams()
  const seasonId = params.get('seasonId')
  const [words, setWords] = useState('')
  const [open, setOpen] = useState(false)
  const q = useDebounced(words.trim())
  const list = rowsOf(useHonours({ q: q || undefined, seasonId: seasonId ?? undefined }))
  return (
    <>
      <div className={filters.bar}>
        <Input.Search
          allowClear
          className={filters.search}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          placeholder={t('honours.search')}
          aria-label={t('honours.search')}
          data-testid="honour-search"
        />
        <div className={filters.wide}>
          <SeasonPicker
            value={seasonId}
            onChange={(id) => {
              if (id) params.set('seasonId', id)
              else params.delete('seasonId')
              setParams(params, { replace: true })
            }}
          />
        </div>
        <RoleLock roles={['ADMINISTRATOR', 'STANDING_OFFICER']}>
          {(locked) => (
            <Button
              type="primary"
              icon={<PlusOutlined />}
              disabled={locked}
              onClick={() => setOpen(true)}
              data-testid="honour-record"
            >
              {t('honours.record')}
            </Button>
          )}
        </RoleLock>
      </div>
      <DataTable
        list={list}
        label={t('awards.tab.honours')}
        testId="honour-table"
        rowKey={(row) => row.id}
        rowTestId={(row) => `honour-row-${row.id}`}
        empty={{ title: t('honours.empty'), text: t('honours.empty.text') }}
        columns={[
          {
            key: 'recipient',
            title: t('honours.recipient'),
            phone: 'heading',
            wrap: true,
            show: (row) => (
              <span className={styles.withMark}>
                {row.recipientUnitId ? (
                  <Link className={filters.name} to={`/units/${row.recipientUnitId}`}>
                    {row.recipientText}
                  </Link>
                ) : (
                  row.recipientText
                )}
                <ProvenanceMark provenance={row.provenance} source={row.source} small />
              </span>
            ),
          },
          { key: 'award', title: t('honours.award'), wrap: true, show: (row) => row.awardName },
          { key: 'givenBy', title: t('honours.givenBy'), wrap: true, show: (row) => row.givenBy },
          {
            key: 'givenOn',
            title: t('honours.givenOn'),
            show: (row) => (row.givenOn ? formats.date(row.givenOn) : <NotStated />),
          },
          {
            key: 'decision',
            title: t('honours.decision'),
            show: (row) => row.decisionNumber ?? <NotStated />,
          },
          {
            key: 'decisionDate',
            title: t('honours.decisionDate'),
            show: (row) => (row.decisionDate ? formats.date(row.decisionDate) : <NotStated />),
          },
          {
            key: 'document',
            title: t('honours.document'),
            show: (row) =>
              row.documentId ? (
                <Link to={`/award-documents/${row.documentId}`}>{t('honours.document.open')}</Link>
              ) : (
                '—'
              ),
          },
        ]}
      />
      {open && <HonourForm onClose={() => setOpen(false)} />}
    </>
  )
}
